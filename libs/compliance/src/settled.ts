import { addDays, type OsloDate } from '@forlop/calendar';
import type { ClockRow } from '@forlop/pathway';
import type { DelayCause } from './cause.js';
import { outcomeOf, type Outcome, type OutcomeKind, type WaitEnd } from './outcome.js';
import { defectsOf, qualityClocks, type Defect, type QualityPathway } from './quality.js';
import type { Cell, TallyRow } from './tally.js';

/** What an occurrence counts as on every day from the one that it was written for. */
export interface Settled {
  /** Everything that it is counted together by but where, when and how long: read again by {@link readSettled}. */
  readonly countsAs: string;
  /** The day that its wait ended, met or not; null while it goes on, so that its days grow with the day asked about. */
  readonly untilOn: OsloDate | null;
}

/** What `countsAs` says. */
export type SettledKind = Pick<Cell, 'definition' | 'version'> & Pick<TallyRow, 'outcome' | 'reason' | 'cause' | 'end' | 'defect'>;

const mark = '|';

/**
 * The occurrences of a pathway that count the same on `asOf` and on every later day, by their keys, if nothing more is recorded. That the patient has
 * another pathway (`duplicate`) is not asked: others' events decide it.
 *
 * A clock only ever goes one way, from running to kept, broken or closed: what it counts as on that day and on the day after all dates, it counts as on
 * all days between and after. What distorts it comes and goes with the days that the wait and the assessments ended, so those still to come are asked
 * about one by one. How long somebody has waited may in time distort a wait that goes on: such a one is never settled.
 */
export function settledOf(pathway: Omit<QualityPathway, 'duplicate'>, definition: string, asOf: OsloDate): ReadonlyMap<string, Settled> {
  const alone = { ...pathway, duplicate: false };
  const after = addDays(lastDate(asOf, pathway.clocks), 1);
  const now = defectsOf(alone, asOf);
  const later = [after, ...endsOf(pathway.clocks).filter((date) => date > asOf)].map((date) => defectsOf(alone, date));
  const found = new Map<string, Settled>();
  for (const row of pathway.clocks) {
    const outcome = outcomeOf(row, asOf);
    if (outcome === null || (outcome.end === 'open' && row.clock === qualityClocks.wait)) continue;
    const defect = now.get(row.key) ?? null;
    if (!countsAlike(outcome, outcomeOf(row, after)!) || later.some((then) => (then.get(row.key) ?? null) !== defect)) continue;
    // What it counts as could not be read again.
    if (definition.includes(mark) || row.version.includes(mark) || outcome.reason?.includes(mark) === true) continue;
    found.set(row.key, { countsAs: written(row, definition, outcome, defect), untilOn: outcome.end === 'open' ? null : addDays(row.startOn, outcome.days) });
  }
  return found;
}

/** How long it took is told by the days themselves. */
const countsAlike = (one: Outcome, other: Outcome): boolean => one.outcome === other.outcome && one.reason === other.reason && one.cause === other.cause && one.end === other.end;

/** The last of this day and all days that clocks have. */
function lastDate(day: OsloDate, clocks: readonly ClockRow[]): OsloDate {
  let last = day;
  for (const { startOn, warnOn, atRiskFrom, dueOn, metOn, endedOn } of clocks) {
    for (const date of [startOn, warnOn, atRiskFrom, dueOn, metOn, endedOn]) if (date !== null && date > last) last = date;
  }
  return last;
}

/** The days on which `defectsOf` may change its mind of an occurrence that itself does not change. */
const endsOf = (clocks: readonly ClockRow[]): OsloDate[] =>
  clocks.flatMap(({ clock, metOn, endedOn }) => (clock === qualityClocks.wait || clock === qualityClocks.assessment ? [metOn, endedOn].filter((date) => date !== null) : []));

const written = ({ version }: ClockRow, definition: string, { outcome, reason, cause, end }: Outcome, defect: Defect | null): string =>
  `${definition}|${version}|${outcome}|${reason ?? ''}|${cause ?? ''}|${end}|${defect ?? ''}`;

/** What a `countsAs` says, as {@link settledOf} wrote it. */
export function readSettled(countsAs: string): SettledKind {
  const [definition, version, outcome, reason, cause, end, defect] = countsAs.split(mark) as [string, string, OutcomeKind, string, DelayCause | '', WaitEnd, Defect | ''];
  return { definition, version, outcome, reason: orNull(reason), cause: orNull(cause), end, defect: orNull(defect) };
}

const orNull = <T extends string>(text: T | ''): T | null => (text === '' ? null : text);
