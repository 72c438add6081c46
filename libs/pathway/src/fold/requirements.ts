import { holds, type CompiledRequirement, type Gathering } from '../compile/compiled.js';
import type { RequirementState } from '../types/evaluation.js';
import type { Json } from '../types/text.js';
import type { Fact } from './facts.js';
import type { FoldState } from './state.js';

type Codes = readonly string[];

const NONE: readonly Codes[] = [];
const NO_CODES: Codes = [];

/** Adds the codes that a fact's field holds, whether it holds one or a list, to those gathered. */
export function gatherCodes(state: FoldState, { gathered, field }: Gathering, { data }: Fact): void {
  const value = data[field];
  if (value !== undefined) addCodes((state.gathered[gathered] ??= []), value);
}

function addCodes(codes: string[], value: Json): void {
  if (typeof value === 'string') insert(codes, value);
  else if (Array.isArray(value)) for (const code of value as readonly Json[]) if (typeof code === 'string') insert(codes, code);
}

/** Keeps the codes sorted, each once. */
function insert(codes: string[], code: string): void {
  let at = codes.length;
  while (at > 0 && codes[at - 1]! > code) at -= 1;
  if (at > 0 && codes[at - 1] === code) return;
  codes.push(code);
  for (let i = codes.length - 1; i > at; i -= 1) codes[i] = codes[i - 1]!;
  codes[at] = code;
}

/** Whether the requirement is asked for and lacks something now. */
export const isMissing = (requirement: CompiledRequirement, state: FoldState): boolean =>
  holds(requirement.when, state) && lacking(requirement, state, gatheredFor(requirement, state)).length > 0;

const gatheredFor = ({ gathered }: CompiledRequirement, state: FoldState): Codes => state.gathered[gathered] ?? NO_CODES;

/** What the requirement lacks: each entry lists the codes of which one would do. */
function lacking({ needs, allMissing }: CompiledRequirement, state: FoldState, gathered: Codes): readonly Codes[] {
  if (gathered.length === 0 && allMissing !== null) return allMissing;
  let missing: Codes[] | undefined;
  for (const { anyOf, when, unless } of needs) {
    if (hasAny(gathered, anyOf) || !holds(when, state) || holds(unless, state)) continue;
    if (missing === undefined) missing = [anyOf];
    else missing.push(anyOf);
  }
  return missing ?? NONE;
}

function hasAny(gathered: Codes, codes: Codes): boolean {
  for (let i = 0; i < codes.length; i += 1) if (gathered.includes(codes[i]!)) return true;
  return false;
}

/** What a gated fact lacks, judged by its own codes or by all gathered so far. Empty when nothing is asked of it. */
export function missingAtGate(requirement: CompiledRequirement, fact: Fact, state: FoldState): readonly Codes[] {
  if (!holds(requirement.when, state)) return NONE;
  return lacking(requirement, state, requirement.gathersPathway ? gatheredFor(requirement, state) : ownCodes(requirement, fact));
}

function ownCodes({ spec }: CompiledRequirement, fact: Fact): Codes {
  const own: string[] = [];
  for (const { event, field } of spec.gather) {
    const value = fact.data[field];
    if (event === fact.type && value !== undefined) addCodes(own, value);
  }
  return own;
}

/** How every requirement that is asked for stands, in the definition's order; those judged at their gate only have no standing. */
export function requirementStates(state: FoldState): RequirementState[] {
  const states: RequirementState[] = [];
  for (const requirement of state.definition.standingRequirements) {
    if (!holds(requirement.when, state)) continue;
    const has = gatheredFor(requirement, state);
    states.push({ id: requirement.id, has, missing: lacking(requirement, state, has), optionalMissing: optionalLacking(requirement, state, has) });
  }
  return states;
}

function optionalLacking({ optional, allOptionalMissing }: CompiledRequirement, state: FoldState, gathered: Codes): Codes {
  if (allOptionalMissing !== null && (gathered.length === 0 || optional.length === 0)) return allOptionalMissing;
  return optional.filter((o) => !gathered.includes(o.code) && holds(o.when, state)).map((o) => o.code);
}
