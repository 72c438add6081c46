import type { OsloDate } from '@forlop/calendar';
import type { ClockRow } from './types/evaluation.js';
import { engineEvents, type Regime } from './types/event.js';
import type { Json } from './types/text.js';
import type { CompiledDefinition } from './compile/compiled.js';
import type { Fact } from './fold/facts.js';
import type { Rules } from './rules.js';
import type { Run } from './run.js';

/** A stretch of the pathway that is judged by one set of rules. */
export interface RegimeSpan {
  readonly from: OsloDate;
  /** Id of the event that began it. */
  readonly fact: string;
  readonly regime: Regime;
  readonly definition: CompiledDefinition;
}

/** An event that should name the rules of the pathway and does not. */
export class RegimeError extends Error {
  constructor(readonly code: 'no-regime' | 'bad-regime', message: string) {
    super(message);
    this.name = 'RegimeError';
  }
}

/**
 * The rules that the pathway started on and was moved to, in order of date. A move changes only what it names; a
 * parameter that nobody named has the definition's default. Throws `no-regime` when no event tells which definition the
 * pathway is on, `bad-regime` when that event does not name one.
 */
export function regimesOf(facts: readonly Fact[], rules: Rules): RegimeSpan[] {
  const created = facts.filter((f) => f.type === engineEvents.created).sort(byDateThenId)[0];
  if (created === undefined) {
    throw new RegimeError('no-regime', `Forløpet mangler hendelsen ${engineEvents.created}, som sier hvilken definisjon det følger.`);
  }
  const spans = [spanFrom(created, null, rules)];
  for (const move of facts.filter((f) => f.type === engineEvents.moved).sort(byDateThenId)) {
    spans.push(spanFrom(move, spans.at(-1)!.regime, rules));
  }
  return spans;
}

const byDateThenId = (a: Fact, b: Fact): number =>
  a.occurredOn === b.occurredOn ? (a.id < b.id ? -1 : 1) : a.occurredOn < b.occurredOn ? -1 : 1;

function spanFrom(fact: Fact, before: Regime | null, rules: Rules): RegimeSpan {
  const named = versioned(fact.data['definition']) ?? before?.definition;
  const calendar = versioned(fact.data['calendar']) ?? before?.calendar;
  if (named === undefined || calendar === undefined) {
    throw new RegimeError('bad-regime', `Hendelsen ${fact.id} (${fact.type}) må oppgi både definisjon og kalender, hver med id og versjon.`);
  }
  const definition = rules.definition(named.id, named.version);
  const given = fact.data['parameters'] as Regime['parameters'] | undefined;
  const parameters = { ...definition.defaults, ...before?.parameters, ...given };
  return { from: fact.occurredOn, fact: fact.id, regime: { definition: named, calendar, parameters }, definition };
}

function versioned(value: Json | undefined): { id: string; version: string } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { id, version } = value as { id?: Json; version?: Json };
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
}

/** A row together with the run whose rule gave it. */
export interface OwnedRow {
  readonly row: ClockRow;
  readonly run: Run;
}

/**
 * The rows after a move (DESIGN, decision 2): it touches only clocks open that day. What was met, ended or broken by then,
 * and dates already told to the patient, keep the old rule; so does a clock that the new rule would have broken before
 * the move, because nobody is broken by being moved. An open clock that the new rules do not have ends there.
 */
export function moveRows(old: readonly OwnedRow[], next: Run, { from: on, fact }: RegimeSpan): OwnedRow[] {
  const successors = new Map(next.rows.map((row) => [identity(row), row]));
  const rows: OwnedRow[] = [];
  for (const owned of old) {
    const { row } = owned;
    if (row.startOn > on) continue;
    const successor = successors.get(identity(row));
    successors.delete(identity(row));
    if (!openOn(row, on) || communicatedBy(owned, on) || (successor !== undefined && missedBefore(successor, on))) rows.push(owned);
    else if (successor === undefined) rows.push({ ...owned, row: endedByMove(row, on, fact) });
    else rows.push({ row: numbered(successor, row.occurrence), run: next });
  }
  for (const row of successors.values()) {
    if (row.startOn > on || openOn(row, on)) rows.push({ row: numbered(row, nextOccurrence(rows, row.clock)), run: next });
  }
  return rows;
}

const identity = (row: ClockRow): string => `${row.clock} ${row.facts.start}`;

function openOn(row: ClockRow, on: OsloDate): boolean {
  const closed = row.metOn ?? row.endedOn;
  return (closed === null || closed > on) && (row.dueOn === null || row.dueOn >= on);
}

/** Its date passed before that day with nothing done in time. */
function missedBefore(row: ClockRow, on: OsloDate): boolean {
  const closed = row.metOn ?? row.endedOn;
  return row.dueOn !== null && row.dueOn < on && (closed === null || closed > row.dueOn);
}

function communicatedBy({ row, run }: OwnedRow, on: OsloDate): boolean {
  const track = run.state.tracks.find((t) => t.clock.spec.id === row.clock);
  const told = track?.occurrences.find((o) => o.startFact === row.facts.start)?.communicatedOn ?? null;
  return told !== null && told <= on;
}

function endedByMove(row: ClockRow, on: OsloDate, fact: string): ClockRow {
  const { met: _, ...facts } = row.facts;
  return { ...row, metOn: null, endedOn: on, endedAs: 'moved', facts: { ...facts, ended: fact } };
}

/** A clock keeps its key through a move, since the key names what was sent about it; a new one takes the next number. */
function numbered(row: ClockRow, occurrence: number): ClockRow {
  return occurrence === row.occurrence ? row : { ...row, occurrence, key: `${row.clock}#${occurrence}` };
}

function nextOccurrence(rows: readonly OwnedRow[], clock: string): number {
  return rows.reduce((most, { row }) => (row.clock === clock ? Math.max(most, row.occurrence) : most), 0) + 1;
}
