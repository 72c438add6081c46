import type { OsloDate } from '@forlop/calendar';

/**
 * By which of its dates an occurrence belongs to a period. `started` is the default: every occurrence that has started
 * is in exactly one period and one outcome, so that sums add up and no late one hides. `due`: those whose date lies in
 * the period; clocks without a date are left out. `ended`: those met or ended in the period, whatever year they began;
 * who still waits is left out, which makes a period look better than it was.
 */
export const cohorts = ['started', 'due', 'ended'] as const;
export type Cohort = (typeof cohorts)[number];

/** What may split a line of the report beside organisation, definition and clock. */
export const splits = ['version', 'variant', 'step'] as const;
export type Split = (typeof splits)[number];

/** What is asked. The same question of the same ledger gives the same report, byte for byte. */
export interface ComplianceQuery {
  /** First and last day of the cohort's date. */
  readonly from: OsloDate;
  readonly to: OsloDate;
  /** The day on which each occurrence is judged: what happened later does not count. */
  readonly asOf: OsloDate;
  /** Place in the ledger: what was recorded after it does not count («what was shown then»). Null: as known now. */
  readonly knownAt: number | null;
  readonly cohort: Cohort;
  /** Null: all that whoever asks may see. With an organisation come those below it. */
  readonly organisation: string | null;
  readonly definition: string | null;
  /** Ids of clocks; null: all. */
  readonly clocks: readonly string[] | null;
  readonly splitBy: readonly Split[];
  /** Only what is of this version, variant or step. Left out when nothing is chosen, so that the bytes of a report without it stay what they were. */
  readonly only?: Only;
}

/** One of each that a line may be split by, as far as it is chosen. */
export type Only = Readonly<Partial<Record<Split, string>>>;

/** Whether what is counted in a cell is asked about. */
export const isChosen = (cell: Readonly<Record<Split, string | null>>, only: Only = {}): boolean => splits.every((by) => only[by] === undefined || cell[by] === only[by]);

/** The period of a date: its month, `YYYY-MM`. Years are merged from months. */
export const monthOf = (date: OsloDate): string => date.slice(0, 7);
export const yearOf = (period: string): string => period.slice(0, 4);

/** The dates by which a cohort is chosen. */
export interface CohortDates {
  readonly startOn: OsloDate;
  readonly dueOn: OsloDate | null;
  readonly metOn: OsloDate | null;
  readonly endedOn: OsloDate | null;
}

/** The date by which an occurrence belongs to a period; null: it belongs to none (yet). */
export function cohortDate({ startOn, dueOn, metOn, endedOn }: CohortDates, cohort: Cohort, asOf: OsloDate): OsloDate | null {
  if (cohort === 'started') return startOn;
  if (cohort === 'due') return dueOn;
  const done = metOn ?? endedOn;
  return done !== null && done <= asOf ? done : null;
}
