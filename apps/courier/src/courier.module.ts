import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Ledger } from '@forlop/ledger';
import type { Inbox, Mailer } from '@forlop/messaging';
import type { KeptWorker } from '@forlop/temporal';
import { HealthController } from './health.controller.js';
import { InboxController } from './inbox.controller.js';
import { INBOX, KEPT_WORKER, LEDGER } from './tokens.js';

/** What the courier app is made of. `inbox` only where no mail server is set up. */
export interface CourierParts {
  readonly ledger: Ledger;
  readonly worker: KeptWorker;
  readonly mailer: Mailer;
  readonly inbox: Inbox | null;
}

/** At the end: the sendings at hand are finished, then the connections are closed. */
class Lifecycle implements OnApplicationShutdown {
  constructor(private readonly parts: CourierParts) {}

  async onApplicationShutdown(): Promise<void> {
    const { worker, mailer, inbox, ledger } = this.parts;
    await worker.stop();
    mailer.close();
    await inbox?.close();
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
