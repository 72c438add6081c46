import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Ledger } from '@forlop/ledger';
import type { ConnectedClient, KeptWorker } from '@forlop/temporal';
import { WorkerMetrics } from '../metrics.js';
import { KEPT_WORKER, LEDGER, TEMPORAL } from '../tokens.js';

/** Asks whether Temporal answers. */
export type TemporalProbe = Pick<ConnectedClient, 'isUp'>;

/** For whoever runs the process. */
@Controller()
export class HealthController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Pick<Ledger, 'ping'>,
    @Inject(KEPT_WORKER) private readonly worker: KeptWorker,
    @Inject(TEMPORAL) private readonly probe: TemporalProbe,
    @Inject(WorkerMetrics) private readonly metrics: WorkerMetrics,
  ) {}

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Ready when it takes tasks, and the database and Temporal answer. Temporal is asked each time: a worker whose server is away
   * sits that out and goes on calling itself running.
   */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const [postgres, temporal] = await Promise.all([this.ledger.ping().then(() => 'up', () => 'down'), this.probe.isUp().then((up) => (up ? 'up' : 'down'))]);
    const worker = this.worker.state();
    const ok = postgres === 'up' && temporal === 'up' && worker === 'running';
    if (!ok) response.status(503);
    return { status: ok ? 'ok' : 'down', checks: { postgres, temporal, worker } };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
