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
    this.gauge('forlop_outbox_rows', 'Rows in the outbox that no workflow has been told of.', async () => (await ledger.backlog()).rows);
    this.gauge('forlop_outbox_oldest_seconds', 'Age of the oldest row in the outbox.', async () => ((await ledger.backlog()).oldestMs ?? 0) / 1000);
  }

  /** Read when it is asked for. NaN while the database is away: unknown, and the other figures are told all the same. */
  private gauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read().catch(() => Number.NaN));
      },
    });
  }
}
