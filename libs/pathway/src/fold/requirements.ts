import type { CompiledRequirement } from '../compile/compiled.js';
import type { RequirementState } from '../types/evaluation.js';
import type { Json } from '../types/text.js';
import type { Fact } from './facts.js';
import type { FoldState } from './state.js';

type Codes = readonly string[];

const NONE: readonly Codes[] = [];
const NO_CODES: Codes = [];

/** Adds the codes that a fact's field holds, whether it holds one or a list, to those gathered for a requirement. */
export function gatherCodes(state: FoldState, requirement: number, value: Json | undefined): void {
  addCodes((state.gathered[requirement] ??= []), value);
}

function addCodes(codes: string[], value: Json | undefined): void {
  for (const code of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (typeof code === 'string' && !codes.includes(code)) codes.push(code);
  }
}

/** What the requirement lacks now: each entry lists the codes of which one would do. Empty when it is not asked for. */
export function missingOf(requirement: CompiledRequirement, state: FoldState, gathered: Codes = state.gathered[requirement.index] ?? NO_CODES): readonly Codes[] {
  return requirement.when(state) ? lacking(requirement, state, gathered) : NONE;
}

function lacking({ needs }: CompiledRequirement, state: FoldState, gathered: Codes): readonly Codes[] {
  let missing: Codes[] | undefined;
  for (const { anyOf, when, unless } of needs) {
    if (!anyOf.some((code) => gathered.includes(code)) && when(state) && !unless(state)) (missing ??= []).push(anyOf);
  }
  return missing ?? NONE;
}

/** What a gated fact lacks, judged by its own codes or by all gathered so far. */
export function missingAtGate(requirement: CompiledRequirement, fact: Fact, state: FoldState): readonly Codes[] {
  if (requirement.spec.gates?.gathered === 'pathway') return missingOf(requirement, state);
  const own: string[] = [];
  for (const { event, field } of requirement.spec.gather) if (event === fact.type) addCodes(own, fact.data[field]);
  return missingOf(requirement, state, own);
}

/** How every requirement that is asked for stands, in the definition's order. */
export function requirementStates(state: FoldState): RequirementState[] {
  const states: RequirementState[] = [];
  for (const requirement of state.definition.requirements) {
    if (!requirement.when(state)) continue;
    const gathered = state.gathered[requirement.index] ?? NO_CODES;
    states.push({
      id: requirement.spec.id,
      has: gathered.length < 2 ? gathered : [...gathered].sort(),
      missing: lacking(requirement, state, gathered),
      optionalMissing: requirement.optional.filter((o) => !gathered.includes(o.code) && o.when(state)).map((o) => o.code),
    });
  }
  return states;
}
