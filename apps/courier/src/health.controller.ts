import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Ledger } from '@forlop/ledger';
import type { KeptWorker } from '@forlop/temporal';
import { KEPT_WORKER, LEDGER } from './tokens.js';

/** For whoever runs the process. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Pick<Ledger, 'ping'>,
    @Inject(KEPT_WORKER) private readonly worker: KeptWorker,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready when it takes tasks and the database answers. A mail server that is away delays mail, not this. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const postgres = await this.ledger.ping().then(() => 'up', () => 'down');
    const worker = this.worker.state();
    const ok = postgres === 'up' && worker === 'running';
    if (!ok) response.status(503);
    return { status: ok ? 'ok' : 'down', checks: { postgres, worker } };
  }
}
