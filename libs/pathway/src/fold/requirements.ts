import type { CompiledRequirement } from '../compile/compiled.js';
import type { RequirementState } from '../types/evaluation.js';
import type { Json } from '../types/text.js';
import type { Fact } from './facts.js';
import type { FoldState } from './state.js';

/** The codes that a fact's field holds, whether it holds one or a list. */
export function codesIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

const NONE: readonly (readonly string[])[] = [];

/** What the requirement lacks now: each entry lists the codes of which one would do. Empty when it is not asked for. */
export function missingOf(
  requirement: CompiledRequirement, state: FoldState, gathered: ReadonlySet<string> | undefined,
): readonly (readonly string[])[] {
  if (!requirement.when(state)) return NONE;
  return requirement.needs
    .filter((need) => need.asked(state) && !need.anyOf.some((code) => gathered?.has(code)))
    .map((need) => need.anyOf);
}

/** What a gated fact lacks, judged by its own codes or by all gathered so far. */
export function missingAtGate(requirement: CompiledRequirement, fact: Fact, state: FoldState): readonly (readonly string[])[] {
  if (requirement.spec.gates?.gathered === 'pathway') {
    return missingOf(requirement, state, state.gathered[requirement.index]);
  }
  const own = new Set<string>();
  for (const { event, field } of requirement.spec.gather) {
    if (event === fact.type) for (const code of codesIn(fact.data[field])) own.add(code);
  }
  return missingOf(requirement, state, own);
}

/** How every requirement that is asked for stands, in the definition's order. */
export function requirementStates(state: FoldState): RequirementState[] {
  return state.definition.requirements
    .filter((requirement) => requirement.when(state))
    .map((requirement) => {
      const gathered = state.gathered[requirement.index]!;
      return {
        id: requirement.spec.id,
        has: [...gathered].sort(),
        missing: missingOf(requirement, state, gathered),
        optionalMissing: requirement.optional.filter((o) => o.when(state) && !gathered.has(o.code)).map((o) => o.code),
      };
    });
}
