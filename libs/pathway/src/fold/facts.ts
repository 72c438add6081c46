import { dayNumber, fromDayNumber, type OsloDate } from '@forlop/calendar';
import type { Day } from '../days.js';
import { engineEvents, type LedgerEvent } from '../types/event.js';
import type { Json } from '../types/text.js';

/** A fact as it stands after corrections. Its id is the first recording's, so that a correction equals never having erred. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  /** The Oslo day on which it happened. */
  readonly on: Day;
  readonly data: Readonly<Record<string, Json>>;
}

/**
 * A correction that needs a person's look. `corrects-unknown`: it names nothing that is known, and is kept out.
 * `corrected-twice`: it names a recording that was no longer the last; it stands all the same. `created-retracted`: a
 * pathway cannot lose the event that says which rules it follows, so the retraction is kept out.
 */
export interface CorrectionProblem {
  readonly code: 'corrects-unknown' | 'corrected-twice' | 'created-retracted';
  readonly fact: string;
  readonly occurredOn: OsloDate;
}

export interface EffectiveFacts {
  readonly facts: readonly Fact[];
  readonly problems: readonly CorrectionProblem[];
}

const NO_PROBLEMS: readonly CorrectionProblem[] = [];

/**
 * What had happened by `asOf` as far as was recorded at `knownAt`: observations left out, corrections and retractions
 * carried out (the later recording wins). The event that created the pathway counts whatever its date: its rules hold
 * for all of it. In order of recording; see `placedInOrder`.
 */
export function effectiveFacts(events: readonly LedgerEvent[], asOf: Day, knownAt: number): EffectiveFacts {
  const facts: Fact[] = [];
  for (const event of events) {
    if (event.kind === 'observation' || event.position > knownAt) continue;
    if (namesAnother(event)) return correctedFacts(events.filter((e) => e.kind !== 'observation' && e.position <= knownAt), asOf);
    addFact(facts, event.id, event, asOf);
  }
  return { facts, problems: NO_PROBLEMS };
}

const namesAnother = (event: LedgerEvent): boolean => event.corrects !== undefined || event.retracts !== undefined;

function addFact(facts: Fact[], id: string, { type, occurredOn, data }: LedgerEvent, asOf: Day): void {
  const on = dayNumber(occurredOn);
  if (on <= asOf || type === engineEvents.created) facts.push({ id, type, on, data });
}

function correctedFacts(known: readonly LedgerEvent[], asOf: Day): EffectiveFacts {
  const rootOf = rootFinder(known);
  /** First recording → the recording that stands for it. */
  const standing = new Map(known.filter((e) => !namesAnother(e)).map((e) => [e.id, e]));
  const problems: CorrectionProblem[] = [];
  for (const change of known.filter(namesAnother).sort((a, b) => a.position - b.position)) {
    const target = (change.corrects ?? change.retracts)!;
    const root = rootOf(target);
    const problem = problemOf(change, target, root === null ? undefined : standing.get(root));
    if (problem !== null) problems.push({ code: problem, fact: problem === 'corrected-twice' ? root! : change.id, occurredOn: change.occurredOn });
    if (problem === null || problem === 'corrected-twice') standing.set(root!, change);
  }
  const facts: Fact[] = [];
  for (const [id, event] of standing) if (event.retracts === undefined) addFact(facts, id, event, asOf);
  return { facts, problems: problems.filter((p) => dayNumber(p.occurredOn) <= asOf) };
}

function problemOf(change: LedgerEvent, target: string, stands: LedgerEvent | undefined): CorrectionProblem['code'] | null {
  if (stands === undefined) return 'corrects-unknown';
  if (change.retracts !== undefined && stands.type === engineEvents.created) return 'created-retracted';
  return stands.id === target ? null : 'corrected-twice';
}

/** Follows corrections back to the first recording; null when the named event is not known. */
function rootFinder(known: readonly LedgerEvent[]): (id: string) => string | null {
  const byId = new Map(known.map((e) => [e.id, e]));
  return (id) => {
    let current = byId.get(id);
    for (let hops = known.length; current !== undefined && hops >= 0; hops -= 1) {
      const before = current.corrects ?? current.retracts;
      if (before === undefined) return current.id;
      current = byId.get(before);
    }
    return null;
  };
}

/** The date on which a fact happened. */
export const dateOf = (fact: Fact): OsloDate => fromDayNumber(fact.on);
