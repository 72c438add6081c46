import type { CompiledDefinition, EventType } from '../compile/compiled.js';
import { isEngineEvent } from '../types/event.js';
import type { Fact } from './facts.js';

/** A fact with what decides its place in the fold. */
export interface PlacedFact {
  readonly fact: Fact;
  /** Null where the definition does not know the type. */
  readonly type: EventType | null;
  readonly rank: number;
}

/** Longer lists than this are left to the engine's own sorting, which bears any order. */
const SHORT = 200;

/** Facts by date, then rank, then id: never by arrival. */
export function placedInOrder(facts: readonly Fact[], definition: CompiledDefinition): PlacedFact[] {
  const placed: PlacedFact[] = [];
  for (const fact of facts) placed.push(place(fact, definition));
  return placed.length > SHORT ? placed.sort(comparePlaced) : insertionSort(placed);
}

/** Engine events come before, unknown ones after everything else of their day. */
function place(fact: Fact, { events }: CompiledDefinition): PlacedFact {
  const type = events.get(fact.type) ?? null;
  return { fact, type, rank: type !== null ? type.rank : isEngineEvent(fact.type) ? -1 : Number.MAX_SAFE_INTEGER };
}

/** Facts arrive nearly in order, so that most stay where they are. */
function insertionSort(placed: PlacedFact[]): PlacedFact[] {
  for (let i = 1; i < placed.length; i += 1) {
    const moving = placed[i]!;
    let at = i;
    for (; at > 0 && comparePlaced(placed[at - 1]!, moving) > 0; at -= 1) placed[at] = placed[at - 1]!;
    placed[at] = moving;
  }
  return placed;
}

/** Negative when `a` is folded before `b`. */
export function comparePlaced(a: PlacedFact, b: PlacedFact): number {
  if (a.fact.on !== b.fact.on) return a.fact.on - b.fact.on;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.fact.id === b.fact.id) return 0;
  return a.fact.id < b.fact.id ? -1 : 1;
}
