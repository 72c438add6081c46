import { doneOn, type Occurrence } from './clocks/occurrence.js';
import { settle } from './clocks/settle.js';
import { NEVER, type Day } from './days.js';
import { engineEvents, type Regime } from './types/event.js';
import type { Json } from './types/text.js';
import type { CompiledDefinition } from './compile/compiled.js';
import type { Fact } from './fold/facts.js';
import type { Rules } from './rules.js';
import type { Run } from './run.js';

/** A stretch of the pathway that is judged by one set of rules. */
export interface RegimeSpan {
  readonly from: Day;
  /** Id of the event that began it. */
  readonly fact: string;
  readonly regime: Regime;
  /** The parameters that this event and those before it named; the others follow the definition. */
  readonly named: Regime['parameters'];
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
  const created = firstOf(facts, engineEvents.created);
  if (created === null) {
    throw new RegimeError('no-regime', `Forløpet mangler hendelsen ${engineEvents.created}, som sier hvilken definisjon det følger.`);
  }
  const spans = [spanFrom(created, null, rules)];
  if (firstOf(facts, engineEvents.moved) === null) return spans;
  for (const move of facts.filter((f) => f.type === engineEvents.moved).sort(byDateThenId)) {
    spans.push(spanFrom(move, spans.at(-1)!, rules));
  }
  return spans;
}

function firstOf(facts: readonly Fact[], type: string): Fact | null {
  let first: Fact | null = null;
  for (const fact of facts) if (fact.type === type && (first === null || byDateThenId(fact, first) < 0)) first = fact;
  return first;
}

const byDateThenId = (a: Fact, b: Fact): number => a.on - b.on || (a.id < b.id ? -1 : 1);

function spanFrom(fact: Fact, before: RegimeSpan | null, rules: Rules): RegimeSpan {
  const chosen = versioned(fact.data['definition']) ?? before?.regime.definition;
  const calendar = versioned(fact.data['calendar']) ?? before?.regime.calendar;
  if (chosen === undefined || calendar === undefined) {
    throw new RegimeError('bad-regime', `Hendelsen ${fact.id} (${fact.type}) må oppgi både definisjon og kalender, hver med id og versjon.`);
  }
  const definition = rules.definition(chosen.id, chosen.version);
  const named = { ...before?.named, ...(fact.data['parameters'] as Regime['parameters'] | undefined) };
  const parameters = { ...definition.defaults, ...named };
  return { from: fact.on, fact: fact.id, regime: { definition: chosen, calendar, parameters }, named, definition };
}

function versioned(value: Json | undefined): { id: string; version: string } | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { id, version } = value as { id?: Json; version?: Json };
  return typeof id === 'string' && typeof version === 'string' ? { id, version } : undefined;
}

/**
 * The clocks after a move (DESIGN, decision 2): it touches only clocks open that day. What was met, ended or broken by
 * then, and dates already told to the patient, keep the old rule; so does a clock that the new rule would have broken
 * before the move, because nobody is broken by being moved. An open clock that the new rules do not have ends there.
 */
export function moveOccurrences(old: readonly Occurrence[], next: Run, { from: on, fact }: RegimeSpan): Occurrence[] {
  const successors = new Map(next.occurrences.map((o) => [identity(o), o]));
  const moved: Occurrence[] = [];
  for (const o of old) {
    if (o.startOn > on) continue;
    const successor = successors.get(identity(o));
    successors.delete(identity(o));
    if (!openOn(o, on) || o.communicatedOn <= on || (successor !== undefined && missedBefore(successor, on))) moved.push(o);
    else if (successor === undefined) moved.push(endedByMove(o, on, fact));
    else moved.push(numbered(successor, o.number));
  }
  for (const o of successors.values()) {
    if (o.startOn > on || openOn(o, on)) moved.push(numbered(o, nextNumber(moved, o)));
  }
  return moved;
}

/** What is said of appointments after the move is nothing to a clock that ended by it. */
function endedByMove(o: Occurrence, on: Day, fact: string): Occurrence {
  const ended = { ...o, metOn: NEVER, metFact: null, endedOn: on, endedAs: 'moved', endFact: fact };
  settle(ended);
  return ended;
}

/** The same clock started by the same fact, whatever the rules. */
const identity = (o: Occurrence): string => `${o.track.clock.spec.id} ${o.startFact}`;

const openOn = (o: Occurrence, on: Day): boolean => doneOn(o) > on && o.dueOn >= on;

/** Its date passed before that day with nothing done in time. */
const missedBefore = (o: Occurrence, on: Day): boolean => o.dueOn < on && doneOn(o) > o.dueOn;

/** A clock keeps its number through a move, since keys name what was sent about it; a new one takes the next. */
function numbered(o: Occurrence, number: number): Occurrence {
  o.number = number;
  return o;
}

function nextNumber(moved: readonly Occurrence[], { track }: Occurrence): number {
  const { id } = track.clock.spec;
  return moved.reduce((most, o) => (o.track.clock.spec.id === id ? Math.max(most, o.number) : most), 0) + 1;
}
