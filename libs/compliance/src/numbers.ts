import type { OutcomeKind } from './outcome.js';
import { proportion, type Proportion } from './statistics/proportion.js';
import { Waits, type Waiting } from './statistics/waiting.js';
import type { TallyRow } from './tally.js';

/** What a group of occurrences comes to. `started` is the sum of the six outcomes. */
export interface Numbers {
  readonly started: number;
  readonly met: number;
  readonly metLate: number;
  readonly broken: number;
  readonly running: number;
  readonly atRisk: number;
  readonly excluded: number;
  /** Those that are judged: met + met late + broken. */
  readonly judged: number;
  /** Met ÷ judged, with 95 % limits; null when none is judged. */
  readonly compliance: Proportion | null;
  /** The excluded by reason. */
  readonly excludedBy: Readonly<Record<string, number>>;
  /** What did not come in time, by cause (8446 as our own enum). */
  readonly delay: Readonly<Record<string, number>>;
  /** Calendar days: of those that were met, and so far of those that still wait. */
  readonly waited: Waiting;
  readonly stillWaiting: Waiting;
}

/** Adds up tallies into numbers. */
export class Sum {
  private readonly outcomes: Record<OutcomeKind, number> = { met: 0, 'met-late': 0, broken: 0, running: 0, 'at-risk': 0, excluded: 0 };
  private readonly excludedBy: Record<string, number> = {};
  private readonly delay: Record<string, number> = {};
  private readonly waited = new Waits();
  private readonly stillWaiting = new Waits();

  add(row: TallyRow): void {
    const { outcome, reason, cause, end, days, n } = row;
    this.outcomes[outcome] += n;
    if (reason !== null) this.excludedBy[reason] = (this.excludedBy[reason] ?? 0) + n;
    if (cause !== null) this.delay[cause] = (this.delay[cause] ?? 0) + n;
    if (end === 'met') this.waited.add(days, n);
    else if (end === 'open') this.stillWaiting.add(days, n);
  }

  numbers(): Numbers {
    const { met, 'met-late': metLate, broken, running, 'at-risk': atRisk, excluded } = this.outcomes;
    const judged = met + metLate + broken;
    return {
      started: judged + running + atRisk + excluded,
      met, metLate, broken, running, atRisk, excluded, judged,
      compliance: proportion(met, judged),
      excludedBy: this.excludedBy,
      delay: this.delay,
      waited: this.waited.summary(),
      stillWaiting: this.stillWaiting.summary(),
    };
  }
}
