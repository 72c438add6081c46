import { Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Ledger } from '@forlop/ledger';
import type { KeptWorker } from '@forlop/temporal';
import type { EffectsWatch } from './effects-watch.js';
import { HealthController, type TemporalProbe } from './health/health.controller.js';
import { WorkerMetrics } from './metrics.js';
import type { KeepProofs } from './proofs/keep-proofs.js';
import type { RegistryWatch } from './registries/registry-watch.js';
import type { ReportScheduleWatch } from './reports/report-schedule-watch.js';
import type { Relay } from './relay/relay.js';
import type { KeepSums } from './sums/keep-sums.js';
import type { Sweep } from './sweep/sweep.js';
import { KEPT_WORKER, LEDGER, TEMPORAL } from './tokens.js';

/** What the worker app is made of, each part started already or ready to start. */
export interface WorkerParts {
  readonly ledger: Ledger;
  readonly worker: KeptWorker;
  readonly temporal: TemporalProbe;
  readonly relay: Relay;
  readonly sweep: Sweep;
  readonly effects: Pick<EffectsWatch, 'start' | 'stop'>;
  readonly reports: Pick<ReportScheduleWatch, 'start' | 'stop'>;
  readonly sums: Pick<KeepSums, 'start' | 'stop'>;
  readonly metrics: WorkerMetrics;
  /** Null: no registry is set up. */
  readonly registries: Pick<RegistryWatch, 'start' | 'stop'> | null;
  /** Null: no key to sign them with. */
  readonly proofs: KeepProofs | null;
}

/** Starts the relay, the sweep, the watches and the keeping of sums and proofs with the app; at its end stops telling first, then working, then the ledger. */
class Lifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly parts: WorkerParts) {}

  onApplicationBootstrap(): void {
    this.parts.relay.start();
    this.parts.sweep.start();
    this.parts.effects.start();
    this.parts.reports.start();
    this.parts.sums.start();
    this.parts.proofs?.start();
    this.parts.registries?.start();
  }

  async onApplicationShutdown(): Promise<void> {
    const { relay, sweep, effects, reports, sums, proofs, registries, worker, ledger } = this.parts;
    await Promise.all([relay.stop(), sweep.stop(), effects.stop(), reports.stop(), sums.stop(), proofs?.stop(), registries?.stop()]);
    await worker.stop();
    await ledger.close();
  }
}

@Module({})
export class WorkerModule {
  static of(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [
        { provide: LEDGER, useValue: parts.ledger },
        { provide: KEPT_WORKER, useValue: parts.worker },
        { provide: TEMPORAL, useValue: parts.temporal },
        { provide: WorkerMetrics, useValue: parts.metrics },
        { provide: Lifecycle, useFactory: () => new Lifecycle(parts) },
      ],
    };
  }
}
