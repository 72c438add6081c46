import { daysBetween, maxDate, type OsloDate } from '@forlop/calendar';
import { clockStatus, type ClockDates, type ClockRow } from '@forlop/pathway';
import { causeOf8446, partyOf, type DelayCause } from './cause.js';

/**
 * What an occurrence of a clock counts as on a day; each that has started counts as exactly one.
 * `met`: in time. `met-late`: met after it broke. `broken`: the date passed and nothing in time met it; also when it was
 * ended later (BREACH-2). `running`: the date is still to come (warned included). `at-risk`: running, and no time in time
 * is booked or a person says so. `excluded`: neither kept nor broken; `reason` says why.
 */
export const outcomes = ['met', 'met-late', 'broken', 'running', 'at-risk', 'excluded'] as const;
export type OutcomeKind = (typeof outcomes)[number];

/** How the wait stands: the clock was met, ended without being met, or somebody still waits. */
export type WaitEnd = 'met' | 'ended' | 'open';

/** What the classification reads of a clock's row. */
export type OutcomeRow = ClockDates & Pick<ClockRow, 'endedAs' | 'delayCause'>;

export interface Outcome {
  readonly outcome: OutcomeKind;
  /**
   * Why it is `excluded`: `passed-by-patient` (MOVE-2), `no-limit` (a clock without a date: only its waiting time counts),
   * `lapsed` (a right that was not used), `death` (END-1), `pathway-closed`, `moved` (other rules have no such clock), or
   * the definition's own word for how the clock ended. Null otherwise.
   */
  readonly reason: string | null;
  /** Of what did not come in time: met late, broken, passed by the patient. Null otherwise. */
  readonly cause: DelayCause | null;
  readonly end: WaitEnd;
  /** Calendar days from the start to the day it was met or ended, or to the day asked about; never below 0. */
  readonly days: number;
}

/** The kernel's own words for how a clock ended, and ours. */
const endedByTheEngine: Readonly<Record<string, string>> = { 'everything-ended': 'death' };

/**
 * How an occurrence of a clock counts on a day; null when it has not started by then. It follows from `clockStatus`, so
 * that no number can differ from what a list or an explanation shows; SQL says the same in `compliance_outcome`.
 */
export function outcomeOf(row: OutcomeRow, asOf: OsloDate): Outcome | null {
  const status = clockStatus(row, asOf);
  if (status === 'not-started') return null;
  const wait = waitOf(row, asOf);
  switch (status) {
    case 'met':
      return row.dueOn === null ? { outcome: 'excluded', reason: 'no-limit', cause: null, ...wait } : { outcome: 'met', reason: null, cause: null, ...wait };
    case 'met-late':
    case 'broken':
      return { outcome: status, reason: null, cause: causeOf8446(row.delayCause), ...wait };
    case 'passed-by-patient':
      return { outcome: 'excluded', reason: 'passed-by-patient', cause: patientsCause(row.delayCause), ...wait };
    case 'closed':
      return { outcome: 'excluded', cause: null, ...(lapsedWait(row, asOf) ?? { reason: reasonOf(row.endedAs), ...wait }) };
    case 'at-risk':
      return { outcome: 'at-risk', reason: null, cause: null, ...wait };
    case 'running':
    case 'warned':
      return { outcome: 'running', reason: null, cause: null, ...wait };
  }
}

function waitOf({ startOn, metOn, endedOn }: OutcomeRow, asOf: OsloDate): Pick<Outcome, 'end' | 'days'> {
  if (metOn !== null && metOn <= asOf) return { end: 'met', days: daysFrom(startOn, metOn) };
  if (endedOn !== null && endedOn <= asOf) return { end: 'ended', days: daysFrom(startOn, endedOn) };
  return { end: 'open', days: daysFrom(startOn, asOf) };
}

/** A right that was not used is gone on the day after its date, whatever ended the clock later (`isOpenOn`). */
function lapsedWait({ lapses, startOn, dueOn, endedOn }: OutcomeRow, asOf: OsloDate): Pick<Outcome, 'reason' | 'end' | 'days'> | null {
  const until = endedOn !== null && endedOn <= asOf ? endedOn : asOf;
  return lapses && dueOn !== null && dueOn < until ? { reason: 'lapsed', end: 'ended', days: daysFrom(startOn, dueOn) } : null;
}

/** What met a clock may be dated before the clock's own start (an ansiennitetsdato to come): no wait at all. */
const daysFrom = (start: OsloDate, end: OsloDate): number => daysBetween(start, maxDate(start, end));

const reasonOf = (endedAs: string | null): string => (endedAs === null ? 'ended' : (endedByTheEngine[endedAs] ?? endedAs));

/** The patient did not come, or said why: a no-show has no code of its own. */
function patientsCause(code: string | null): DelayCause {
  const cause = causeOf8446(code);
  return partyOf(cause) === 'patient' ? cause : 'did-not-attend';
}
