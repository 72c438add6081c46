import { canonicalJson, type Definition, type Json } from '@forlop/pathway';
import type { RulesChange } from './changed-rules.js';

/** Definitions are large: what follows from a change is worked out once for each. */
function onceEach<R>(work: (change: RulesChange) => R): (change: RulesChange) => R {
  const known = new WeakMap<RulesChange, { readonly result: R }>();
  return (change) => {
    const found = known.get(change) ?? { result: work(change) };
    known.set(change, found);
    return found.result;
  };
}

/** Ids of the clocks whose own rule is another, in any of the changed definitions. */
export const changedClocks = onceEach(({ instead, present }): readonly string[] => {
  const ids = new Set<string>();
  for (const [name, definition] of Object.entries(instead)) {
    const before = present.find(({ id, version }) => `${id}@${version}` === name)!;
    for (const { id } of [...before.clocks, ...definition.clocks]) {
      const [was, is] = [before, definition].map(({ clocks }) => jsonOf(clocks.find((clock) => clock.id === id) ?? null));
      if (was !== is) ids.add(id);
    }
  }
  return [...ids].sort();
});

/**
 * The change without what bears on no clock's dates: duties, commands, plans, services that are counted. Where only clocks are changed, also
 * without the clocks that are not: a clock's dates follow from facts, steps and the calendar, never from another clock.
 */
export const whatCounts = onceEach((change): RulesChange => {
  const clocks = onlyClocks(change) ? new Set(changedClocks(change)) : null;
  const slim = (definition: Definition): Definition => ({
    ...definition, duties: [], commands: [], plans: [], countables: [], clocks: clocks === null ? definition.clocks : definition.clocks.filter(({ id }) => clocks.has(id)),
  });
  return { ...change, present: change.present.map(slim), instead: Object.fromEntries(Object.entries(change.instead).map(([name, definition]) => [name, slim(definition)])) };
});

function onlyClocks({ instead, present, calendar, parameters }: RulesChange): boolean {
  if (calendar !== null || Object.keys(parameters).length > 0) return false;
  return Object.entries(instead).every(([name, { clocks: _, ...rest }]) => {
    const { clocks: __, ...before } = present.find(({ id, version }) => `${id}@${version}` === name)!;
    return jsonOf(before) === jsonOf(rest);
  });
}

const jsonOf = (value: unknown): string => canonicalJson(value as Json);
