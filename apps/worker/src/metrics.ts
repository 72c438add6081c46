import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Ledger } from '@forlop/ledger';

/** What an operator watches, in Prometheus' form. Counts and ages only. */
export class WorkerMetrics {
  readonly registry = new Registry();
  readonly told = new Counter({ name: 'forlop_relay_told_total', help: 'Workflows told that their ledger has grown.', registers: [this.registry] });
  readonly tellFailed = new Counter({ name: 'forlop_relay_failed_total', help: 'Tries to tell a workflow that failed.', registers: [this.registry] });
  readonly swept = new Counter({ name: 'forlop_sweep_mended_total', help: 'Pathways whose workflow the sweep mended.', labelNames: ['fault'], registers: [this.registry] });

  constructor(ledger: Pick<Ledger, 'backlog'>) {
    collectDefaultMetrics({ register: this.registry });
    const oldest = new Gauge({ name: 'forlop_outbox_oldest_seconds', help: 'Age of the oldest row in the outbox.', registers: [this.registry] });
    new Gauge({
      name: 'forlop_outbox_rows',
      help: 'Rows in the outbox that no workflow has been told of.',
      registers: [this.registry],
      async collect() {
        const { rows, oldestMs } = await ledger.backlog();
        this.set(rows);
        oldest.set((oldestMs ?? 0) / 1000);
      },
    });
  }
}
