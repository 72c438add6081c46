import type { OsloDate, WorkCalendar } from '@forlop/calendar';
import type { CompiledDefinition, EventPlan } from '../compile/compiled.js';
import { actOnClocks, closeClocks, newTrack } from '../clocks/track.js';
import type { Finding } from '../types/evaluation.js';
import type { Scalar, TransitionSpec } from '../types/definition.js';
import { isEngineEvent } from '../types/event.js';
import type { Fact } from './facts.js';
import { codesIn, missingAtGate } from './requirements.js';
import type { FoldState } from './state.js';

export interface FoldInput {
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly birthDate: OsloDate | null;
  readonly createdOn: OsloDate;
}

/** The state before anything has happened. */
export function initialState(input: FoldInput): FoldState {
  const { definition } = input;
  return {
    definition,
    calendar: input.calendar,
    parameters: input.parameters,
    birthDate: input.birthDate,
    today: input.createdOn,
    step: definition.source.initialStep,
    stepSince: input.createdOn,
    begunOn: null,
    activeSince: input.createdOn,
    epoch: 0,
    everythingEndedOn: null,
    attributes: new Map(),
    seen: new Map(),
    gathered: definition.requirements.map(() => new Set()),
    tracks: definition.clocks.map((clock) => newTrack(clock)),
    closings: definition.duties.map(() => []),
    findings: [],
    countables: new Map(),
  };
}

/**
 * Folds one fact into the state: attributes and what has happened, then the step, then the clocks, then what the fact
 * ends. A fact that does not fit is kept as a finding; it is never an error.
 */
export function foldFact(state: FoldState, fact: Fact): void {
  state.today = fact.occurredOn;
  const plan = state.definition.plans.get(fact.type);
  if (plan === undefined) {
    if (!isEngineEvent(fact.type)) find(state, 'unknown-event', fact, null, { type: fact.type });
    return;
  }
  if (state.everythingEndedOn !== null) {
    if (!fact.type.startsWith('@')) find(state, 'after-the-end', fact, null, { endedOn: state.everythingEndedOn });
    return;
  }
  begin(state, fact);
  if (state.begunOn === null) return remember(state, fact);
  gather(state, plan, fact);
  if (!passesGates(state, plan, fact)) return;
  setAttributes(state, plan, fact);
  remember(state, fact);
  const wasTerminal = state.definition.terminalSteps.has(state.step);
  takeTransition(state, plan, fact);
  for (const action of plan.clocks) actOnClocks(state, action, fact);
  for (const { duty, match } of plan.closes) {
    if (match(fact, state)) state.closings[duty.index]!.push(fact.occurredOn);
  }
  for (const { spec, match } of plan.countables) {
    if (match(fact, state)) state.countables.set(spec.id, (state.countables.get(spec.id) ?? 0) + 1);
  }
  endClocks(state, plan, fact, wasTerminal);
}

/** Puts a finding on the work list. */
export function find(state: FoldState, code: string, fact: Fact, rule: string | null, detail: Finding['detail']): void {
  state.findings.push({ code, fact: fact.id, occurredOn: fact.occurredOn, rule, detail });
}

/** Age marks alone do not begin a pathway. */
function begin(state: FoldState, fact: Fact): void {
  if (state.begunOn !== null || fact.type.startsWith('@')) return;
  state.begunOn = fact.occurredOn;
  state.activeSince = fact.occurredOn;
  state.stepSince = fact.occurredOn;
}

function gather(state: FoldState, plan: EventPlan, fact: Fact): void {
  for (const { requirement, field } of plan.gathers) {
    for (const code of codesIn(fact.data[field])) state.gathered[requirement.index]!.add(code);
  }
}

function passesGates(state: FoldState, plan: EventPlan, fact: Fact): boolean {
  let counts = true;
  for (const { requirement, concerns } of plan.gates) {
    if (!concerns(fact)) continue;
    const missing = missingAtGate(requirement, fact, state);
    if (missing.length === 0) continue;
    const blocks = requirement.spec.gates?.gate === 'blocks';
    find(state, blocks ? 'requirement-blocks' : 'requirement-not-met', fact, requirement.spec.id, { missing: missing.map((m) => m.join('|')) });
    if (blocks) counts = false;
  }
  return counts;
}

function setAttributes(state: FoldState, plan: EventPlan, fact: Fact): void {
  for (const { attribute, setter, match } of plan.setters) {
    if (setter.keepFirst === true && state.attributes.has(attribute)) continue;
    if (!match(fact, state)) continue;
    const value = setter.date === true ? fact.occurredOn : setter.field === undefined ? setter.value : fact.data[setter.field];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') state.attributes.set(attribute, value);
  }
}

function remember(state: FoldState, fact: Fact): void {
  const same = state.seen.get(fact.type);
  if (same === undefined) state.seen.set(fact.type, [fact]);
  else same.push(fact);
}

function takeTransition(state: FoldState, plan: EventPlan, fact: Fact): void {
  let matched = false;
  let milestone: TransitionSpec | null = null;
  for (const { spec, match } of plan.transitions) {
    if (!match(fact, state)) continue;
    if (spec.from === '*' || spec.from.includes(state.step)) return enter(state, spec, fact.occurredOn);
    matched = true;
    if (spec.milestone === true) milestone ??= spec;
  }
  if (!matched) return;
  find(state, 'unexpected-in-step', fact, null, { step: state.step, event: fact.type });
  if (milestone !== null) enter(state, milestone, fact.occurredOn);
}

function enter(state: FoldState, { to: step, newEpisode }: TransitionSpec, on: OsloDate): void {
  if (newEpisode === true) state.epoch += 1;
  if (step === state.step) return;
  const { terminalSteps } = state.definition;
  if (terminalSteps.has(state.step) && !terminalSteps.has(step)) {
    state.epoch += 1;
    state.activeSince = on;
  }
  state.step = step;
  state.stepSince = on;
}

function endClocks(state: FoldState, plan: EventPlan, fact: Fact, wasTerminal: boolean): void {
  if (plan.endsEverything.some((match) => match(fact, state))) {
    state.everythingEndedOn = fact.occurredOn;
    closeClocks(state, fact, true);
  } else if (!wasTerminal && state.definition.terminalSteps.has(state.step)) {
    closeClocks(state, fact, false);
  }
}
