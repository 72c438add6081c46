import type { CheckContext } from './context.js';

/** Groups and requirements must not depend on themselves: the kernel would never come to an end. */
export function checkCircles({ definition, report }: CheckContext): void {
  const depends = new Map<string, ReadonlySet<string>>([
    ...definition.groups.map((g): [string, ReadonlySet<string>] => [g.id, namedIn(g.when)]),
    ...definition.requirements.map((r): [string, ReadonlySet<string>] => [r.id, namedIn([r.when, r.needs])]),
  ]);
  for (const list of ['groups', 'requirements'] as const) {
    for (const [index, { id }] of definition[list].entries()) {
      if (reaches(depends, id, id, new Set())) report([list, index], 'circular', `«${id}» avhenger av seg selv.`);
    }
  }
}

/** Groups and requirements that a condition asks about, anywhere inside it. */
function namedIn(node: unknown): Set<string> {
  if (node === null || typeof node !== 'object') return new Set();
  const { group, missing } = node as { group?: unknown; missing?: unknown };
  const own = [group, missing].filter((name) => typeof name === 'string');
  return new Set([...own, ...Object.values(node).flatMap((child) => [...namedIn(child)])]);
}

function reaches(depends: ReadonlyMap<string, ReadonlySet<string>>, from: string, goal: string, visited: Set<string>): boolean {
  for (const next of depends.get(from) ?? []) {
    if (next === goal) return true;
    if (visited.has(next)) continue;
    visited.add(next);
    if (reaches(depends, next, goal, visited)) return true;
  }
  return false;
}
