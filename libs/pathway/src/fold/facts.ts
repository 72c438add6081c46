import type { OsloDate } from '@forlop/calendar';
import type { CompiledDefinition } from '../compile/compiled.js';
import { isEngineEvent, type LedgerEvent } from '../types/event.js';
import type { Json } from '../types/text.js';

/** A fact as it stands after corrections. Its id is the first recording's, so that a correction equals never having erred. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
}

/** A correction that could not be followed as it stood. */
export interface CorrectionProblem {
  readonly code: 'corrects-unknown' | 'corrected-twice';
  readonly fact: string;
  readonly occurredOn: OsloDate;
}

export interface EffectiveFacts {
  readonly facts: readonly Fact[];
  readonly problems: readonly CorrectionProblem[];
}

/**
 * What had happened by `asOf` as far as was recorded at `knownAt`: observations left out, corrections and retractions
 * carried out (the later recording wins). In order of recording; see `inFoldOrder`.
 */
export function effectiveFacts(events: readonly LedgerEvent[], asOf: OsloDate, knownAt: number): EffectiveFacts {
  const known = events.filter((e) => e.kind !== 'observation' && e.position <= knownAt);
  if (!known.some((e) => e.corrects !== undefined || e.retracts !== undefined)) {
    return { facts: known.filter((e) => e.occurredOn <= asOf), problems: [] };
  }
  return correctedFacts(known, asOf);
}

function correctedFacts(known: readonly LedgerEvent[], asOf: OsloDate): EffectiveFacts {
  const rootOf = rootFinder(known);
  const problems: CorrectionProblem[] = [];
  const last = new Map<string, LedgerEvent>();
  const corrected = new Set<string>();
  for (const event of [...known].sort((a, b) => a.position - b.position)) {
    const target = event.corrects ?? event.retracts;
    const root = target === undefined ? event.id : rootOf(target);
    if (root === null) {
      problems.push({ code: 'corrects-unknown', fact: event.id, occurredOn: event.occurredOn });
      continue;
    }
    if (target === root && corrected.has(root)) problems.push({ code: 'corrected-twice', fact: root, occurredOn: event.occurredOn });
    if (target !== undefined) corrected.add(root);
    last.set(root, event);
  }
  const facts: Fact[] = [];
  for (const [id, event] of last) {
    if (event.retracts !== undefined || event.occurredOn > asOf) continue;
    facts.push({ id, type: event.type, occurredOn: event.occurredOn, data: event.data });
  }
  return { facts, problems: problems.filter((p) => p.occurredOn <= asOf) };
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

/** Facts by date, then rank, then id: never by arrival. Returns the same array when it is in order already. */
export function inFoldOrder(facts: readonly Fact[], definition: CompiledDefinition): readonly Fact[] {
  for (let i = 1; i < facts.length; i += 1) {
    if (compareFacts(facts[i - 1]!, facts[i]!, definition) > 0) {
      return [...facts].sort((a, b) => compareFacts(a, b, definition));
    }
  }
  return facts;
}

function compareFacts(a: Fact, b: Fact, definition: CompiledDefinition): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  const byRank = rankOf(a, definition) - rankOf(b, definition);
  if (byRank !== 0) return byRank;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Engine events come before, unknown ones after everything else of their day. */
function rankOf(fact: Fact, definition: CompiledDefinition): number {
  const plan = definition.plans.get(fact.type);
  if (plan !== undefined) return plan.rank;
  return isEngineEvent(fact.type) ? -1 : Number.MAX_SAFE_INTEGER;
}
