import { Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Ledger } from '@forlop/ledger';
import type { Inbox } from '@forlop/messaging';
import type { KeptWorker } from '@forlop/temporal';
import type { Channels } from './channels.js';
import type { DueWatch } from './due-watch.js';
import type { InvitationWatch } from './invitations.js';
import type { ReportMailWatch } from './report-mails.js';
import { HealthController } from './health.controller.js';
import { InboxController } from './inbox.controller.js';
import { INBOX, KEPT_WORKER, LEDGER } from './tokens.js';

/** What the courier app is made of. `inbox` only where no mail server is set up. */
export interface CourierParts {
  readonly ledger: Ledger;
  readonly worker: KeptWorker;
  readonly watch: Pick<DueWatch, 'start' | 'stop'>;
  readonly invitations: Pick<InvitationWatch, 'start' | 'stop'>;
  readonly reports: Pick<ReportMailWatch, 'start' | 'stop'>;
  readonly channels: Pick<Channels, 'start' | 'close'>;
  readonly inbox: Inbox | null;
  readonly closeTemporal: () => Promise<void>;
}

/** At the end: no other look is begun, the sendings at hand are finished, then the connections are closed. */
class Lifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly parts: CourierParts) {}

  onApplicationBootstrap(): void {
    this.parts.watch.start();
    this.parts.invitations.start();
    this.parts.reports.start();
    this.parts.channels.start();
  }

  async onApplicationShutdown(): Promise<void> {
    const { watch, invitations, reports, worker, channels, inbox, closeTemporal, ledger } = this.parts;
    await watch.stop();
    await invitations.stop();
    await reports.stop();
    await worker.stop();
    await channels.close();
    await inbox?.close();
    await closeTemporal();
    await ledger.close();
  }
}

@Module({})
export class CourierModule {
  static of(parts: CourierParts): DynamicModule {
    return {
      module: CourierModule,
      controllers: parts.inbox === null ? [HealthController] : [HealthController, InboxController],
      providers: [
        { provide: LEDGER, useValue: parts.ledger },
        { provide: KEPT_WORKER, useValue: parts.worker },
        { provide: INBOX, useValue: parts.inbox },
        { provide: Lifecycle, useFactory: () => new Lifecycle(parts) },
      ],
    };
  }
}
