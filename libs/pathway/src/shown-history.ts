import { addDays, osloDateOf, type OsloDate } from '@forlop/calendar';
import type { Occurrence } from './clocks/occurrence.js';
import { rowOf } from './clocks/rows.js';
import { clockStatus } from './clocks/status.js';
import { numberedKey } from './compile/compiled.js';
import { judge, type PathwayInput } from './evaluate.js';
import type { ClockRow, ClockStatus } from './types/evaluation.js';

/** What lists showed of one clock on the days from `from` to `to`, both included, with what was recorded by then. */
export interface ShownInterval {
  readonly status: ClockStatus;
  readonly from: OsloDate;
  /** Null: still shown. */
  readonly to: OsloDate | null;
  readonly dueOn: OsloDate | null;
  /** Ledger position of the last event known when this began. */
  readonly knownAt: number;
}

/**
 * What was shown then (LATE-1): the clock's status as it stood at the end of each day, from what had been recorded by
 * then, up to `asOf`. A breach that a later registration disproves stays here as "shown as broken from X to Y". The clock
 * is followed by the fact that started it, because a fact recorded late can give it another number.
 */
export function shownHistory(input: PathwayInput, clockKey: string): ShownInterval[] {
  const recorded = [...input.events].filter((e) => e.position <= input.knownAt && e.kind !== 'observation').sort((a, b) => a.position - b.position);
  const lastOfDay = new Map<OsloDate, number>();
  for (const event of recorded) lastOfDay.set(osloDateOf(event.recordedAt), event.position);
  const days = [...lastOfDay].filter(([day]) => day <= input.asOf).sort(([a], [b]) => (a < b ? -1 : 1));
  const hasKey = (o: Occurrence): boolean => numberedKey(o.track.clock, o.number) === clockKey;
  const now = judge(input).occurrences.find(hasKey);
  const isIt = now === undefined ? hasKey : (o: Occurrence): boolean => o.startFact === now.startFact && o.track.clock.spec.id === now.track.clock.spec.id;
  const shown: ShownInterval[] = [];
  for (const [index, [day, knownAt]] of days.entries()) {
    const next = days[index + 1]?.[0] ?? null;
    const until = next === null ? input.asOf : addDays(next, -1);
    const then = judge({ ...input, asOf: day, knownAt }).occurrences.find(isIt);
    if (then !== undefined) for (const piece of statuses(rowOf(then), day, until, knownAt)) append(shown, piece);
  }
  const latest = shown.at(-1);
  if (latest !== undefined && latest.to === input.asOf) shown[shown.length - 1] = { ...latest, to: null };
  return shown;
}

/** How one row's status changes by time alone from a day until another. */
function statuses(row: ClockRow, from: OsloDate, until: OsloDate, knownAt: number): ShownInterval[] {
  const turns = [row.startOn, row.warnOn, row.atRiskFrom, row.dueOn === null ? null : addDays(row.dueOn, 1), row.endedOn]
    .filter((d): d is OsloDate => d !== null && d > from && d <= until)
    .sort();
  const starts = [from, ...new Set(turns)];
  return starts.map((start, i) => ({
    status: clockStatus(row, start),
    from: start,
    to: i + 1 < starts.length ? addDays(starts[i + 1]!, -1) : until,
    dueOn: row.dueOn,
    knownAt,
  }));
}

/** Joins a piece to the last one when they show the same, with no day between. */
function append(shown: ShownInterval[], piece: ShownInterval): void {
  const last = shown.at(-1);
  const follows = last?.to != null && addDays(last.to, 1) === piece.from;
  if (follows && last.status === piece.status && last.dueOn === piece.dueOn) shown[shown.length - 1] = { ...last, to: piece.to };
  else shown.push(piece);
}
