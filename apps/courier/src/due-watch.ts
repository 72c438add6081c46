import type { DigestsPort } from '@forlop/activities';
import type { Ledger } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface DueWatchOptions {
  readonly ledger: Pick<Ledger, 'dueDigests' | 'failUnreceipted' | 'forgetUnmatched'>;
  readonly digests: DigestsPort;
  readonly log: Logger;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
  /** How long something may be due before its digest counts as lost. */
  readonly olderThanMs?: number;
}

const standardEveryMs = 30_000;
const standardOlderThanMs = 2 * 60_000;
const page = 500;

/**
 * Looks for reminders that are due and that nobody sends: Temporal lost the digest, or it was never begun because Temporal was away when
 * they were planned. Starts their digests, and fails what a receipt should have come for, so that the coordinator is told.
 */
export class DueWatch {
  private readonly loop: Repeated;

  constructor(private readonly options: DueWatchOptions) {
    const { everyMs = standardEveryMs, log } = options;
    this.loop = new Repeated({
      turn: async () => {
        const { started, failed } = await this.once();
        if (started + failed > 0) log.info({ started, failed }, 'due reminders were looked for');
      },
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'due reminders could not be looked for, trying again'),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look. @returns digests that were started, and reminders that failed for want of a receipt. What was set aside long ago is forgotten on the way. */
  async once(): Promise<{ readonly started: number; readonly failed: number }> {
    const { ledger, digests, olderThanMs = standardOlderThanMs } = this.options;
    const due = await ledger.dueDigests({ olderThanMs, limit: page });
    let started = 0;
    for (const digest of due) {
      if (this.loop.isStopping) break;
      // One that runs already waits until it may send: for the morning, or for effects to be on.
      if (await digests.start(digest)) started += 1;
    }
    await ledger.forgetUnmatched();
    return { started, failed: await ledger.failUnreceipted(page) };
  }
}
