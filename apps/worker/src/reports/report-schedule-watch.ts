import type { ReportSchedulesPort } from '@forlop/activities';
import type { Ledger } from '@forlop/ledger';
import { errorFacts, Repeated, type Logger } from '@forlop/telemetry';

export interface ReportScheduleWatchOptions {
  readonly ledger: Pick<Ledger, 'reportSchedulesToFollow' | 'reportScheduleFollowed'>;
  readonly schedules: ReportSchedulesPort;
  readonly log: Logger;
  /** Milliseconds between two looks for what has changed. */
  readonly everyMs?: number;
  /** Milliseconds between two comparisons of all. */
  readonly compareEveryMs?: number;
}

const standardEveryMs = 2_000;
const standardCompareEveryMs = 5 * 60_000;

/** What one comparison mended. */
export interface ReportSchedulesCompared {
  /** Temporal had lost them. */
  readonly missing: number;
  /** The ledger has them no more. */
  readonly unknown: number;
  /** Something fell due, and nobody made it: Temporal was away, or was made anew. */
  readonly due: number;
}

/**
 * Lets Temporal's schedules follow the ledger's rows: a row that has changed says so until it has been followed, which makes it its own outbox. At the start
 * and every few minutes all are compared: one that Temporal has lost is made anew, and what fell due meanwhile is set going.
 */
export class ReportScheduleWatch {
  private readonly repeated: Repeated;
  private comparedAt = -Infinity;

  constructor(private readonly options: ReportScheduleWatchOptions) {
    const { log, everyMs = standardEveryMs } = options;
    this.repeated = new Repeated({
      turn: () => this.turn(),
      everyMs,
      afterFailureMs: Math.max(everyMs, 15_000),
      onFailure: (error) => log.warn({ error: errorFacts(error) }, 'the reports’ schedules could not be followed, trying again'),
    });
  }

  start(): void {
    this.repeated.start();
  }

  stop(): Promise<void> {
    return this.repeated.stop();
  }

  private async turn(): Promise<void> {
    const { log, compareEveryMs = standardCompareEveryMs } = this.options;
    const followed = await this.follow();
    if (followed > 0) log.info({ followed }, 'reports’ schedules have changed');
    if (performance.now() - this.comparedAt < compareEveryMs) return;
    const compared = await this.compare();
    this.comparedAt = performance.now();
    if (compared.missing + compared.unknown + compared.due > 0) log.info({ ...compared }, 'reports’ schedules were put right');
  }

  /** Follows what has changed. @returns how many. Throws when the database or Temporal does not answer. */
  async follow(): Promise<number> {
    const { ledger, schedules } = this.options;
    const changed = await ledger.reportSchedulesToFollow({ changed: true });
    for (const one of changed) {
      await schedules.follow(one);
      if (one.due) await schedules.trigger(one.id);
      await ledger.reportScheduleFollowed(one.id, one.revision);
    }
    return changed.length;
  }

  /** Compares all. Throws when the database or Temporal does not answer. */
  async compare(): Promise<ReportSchedulesCompared> {
    const { ledger, schedules } = this.options;
    // What Temporal has is read first: one that is made meanwhile is not taken for unknown.
    const running = await schedules.running();
    const wanted = (await ledger.reportSchedulesToFollow({ changed: false })).filter(({ state }) => state !== 'deleted');
    const missing = wanted.filter(({ id }) => !running.has(id));
    for (const one of missing) await schedules.follow(one);
    const unknown = [...running].filter((id) => !wanted.some((one) => one.id === id));
    for (const id of unknown) await schedules.remove(id);
    const due = wanted.filter((one) => one.due);
    for (const { id } of due) await schedules.trigger(id);
    return { missing: missing.length, unknown: unknown.length, due: due.length };
  }
}
