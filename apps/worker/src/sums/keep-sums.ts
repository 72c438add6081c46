import type { Ledger } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface KeepSumsOptions {
  readonly ledger: Pick<Ledger, 'sumSettled'>;
  readonly log: Logger;
  /** Milliseconds between two turns. */
  readonly everyMs?: number;
}

/** What has been written since is counted from its rows until it is summed: a hospital writes some hundred pathways in this time. */
const standardEveryMs = 60_000;

/**
 * Keeps the sums that reports are counted from up to date (docs/decisions/0015). Several workers may: what one has taken the others pass over. Nothing is lost where it ends
 * in the middle, and reports are exact without it; they take longer.
 */
export class KeepSums {
  private readonly repeated: Repeated;
  private stopping = false;

  constructor(private readonly options: KeepSumsOptions) {
    const { log, everyMs = standardEveryMs } = options;
    this.repeated = new Repeated({
      turn: () => this.once(),
      everyMs,
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'the sums of settled clocks could not be brought up to date, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  /** Ends after the transaction that runs. */
  stop(): Promise<void> {
    this.stopping = true;
    return this.repeated.stop();
  }

  /** Sums what has been written since the last turn. Throws when the database does not answer. */
  async once(): Promise<void> {
    const { ledger, log } = this.options;
    const summed = await ledger.sumSettled({ stop: () => this.stopping });
    if (summed >= many) log.info({ pathways: summed }, 'settled clocks were summed');
  }
}

/** More than a minute of work brings: after an import, a migration or a rebuild. */
const many = 10_000;
