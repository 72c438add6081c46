import { birthdayAt, dayNumber, fromDayNumber, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import { actOnClocks, closeClocks } from '../clocks/track.js';
import { matchesAny, type CompiledDefinition, type EventPlan } from '../compile/compiled.js';
import { NEVER, type Day } from '../days.js';
import type { Scalar, TransitionSpec } from '../types/definition.js';
import { isEngineEvent } from '../types/event.js';
import { dateOf, type Fact } from './facts.js';
import { find } from './findings.js';
import { gatherCodes, missingAtGate } from './requirements.js';
import type { FoldState } from './state.js';

export interface FoldInput {
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly birthDate: OsloDate | null;
  readonly createdOn: Day;
}

/** The state before anything has happened. */
export function initialState({ definition, calendar, parameters, birthDate, createdOn }: FoldInput): FoldState {
  return {
    definition,
    calendar,
    parameters,
    birthdays: birthDate === null ? null : definition.ages.map((age) => dayNumber(birthdayAt(birthDate, age))),
    today: createdOn,
    step: definition.source.initialStep,
    stepSince: createdOn,
    closed: definition.terminalSteps.has(definition.source.initialStep),
    begun: false,
    activeSince: createdOn,
    epoch: 0,
    everythingEndedOn: NEVER,
    attributes: new Array(definition.attributes.length),
    seen: new Array(definition.seenTypes),
    gathered: new Array(definition.requirements.length),
    tracks: new Array(definition.clocks.length),
    closings: new Array(definition.duties.length),
    countables: new Array(definition.countables.length),
    findings: [],
    duties: [],
  };
}

/**
 * Folds one fact into the state: attributes and what has happened, then the step, then the clocks, then what the fact
 * ends. A fact that does not fit is kept as a finding; it is never an error.
 */
export function foldFact(state: FoldState, fact: Fact): void {
  state.today = fact.on;
  const plan = state.definition.plans.get(fact.type);
  if (plan === undefined) {
    if (!isEngineEvent(fact.type)) find(state, 'unknown-event', fact, null, { type: fact.type });
    return;
  }
  if (state.everythingEndedOn !== NEVER) {
    if (!plan.isAgeMark) find(state, 'after-the-end', fact, null, { endedOn: fromDayNumber(state.everythingEndedOn) });
    return;
  }
  if (!state.begun) {
    if (plan.isAgeMark) return remember(state, plan, fact);
    begin(state, fact);
  }
  for (const { requirement, field } of plan.gathers) gatherCodes(state, requirement.index, fact.data[field]);
  if (plan.gates.length > 0 && !passesGates(state, plan, fact)) return;
  setAttributes(state, plan, fact);
  remember(state, plan, fact);
  const wasClosed = state.closed;
  if (plan.transitions.length > 0) takeTransition(state, plan, fact);
  for (const action of plan.clocks) actOnClocks(state, action, fact);
  for (const { duty, match } of plan.closes) if (match(fact, state)) (state.closings[duty.index] ??= []).push(fact.on);
  for (const { index, match } of plan.countables) if (match(fact, state)) state.countables[index] = (state.countables[index] ?? 0) + 1;
  if (matchesAny(plan.endsEverything, fact, state)) endEverything(state, fact);
  else if (state.closed && !wasClosed) closeClocks(state, fact, false);
}

/** Age marks alone do not begin a pathway. */
function begin(state: FoldState, fact: Fact): void {
  state.begun = true;
  state.activeSince = fact.on;
  state.stepSince = fact.on;
}

function passesGates(state: FoldState, plan: EventPlan, fact: Fact): boolean {
  let counts = true;
  for (const { requirement, concerns } of plan.gates) {
    if (!concerns(fact, state)) continue;
    const missing = missingAtGate(requirement, fact, state);
    if (missing.length === 0) continue;
    const blocks = requirement.spec.gates?.gate === 'blocks';
    find(state, blocks ? 'requirement-blocks' : 'requirement-not-met', fact, requirement.spec.id, { missing: missing.map((m) => m.join('|')) });
    if (blocks) counts = false;
  }
  return counts;
}

function setAttributes(state: FoldState, plan: EventPlan, fact: Fact): void {
  for (const { index, setter, match } of plan.setters) {
    if (setter.keepFirst === true && state.attributes[index] !== undefined) continue;
    if (!match(fact, state)) continue;
    const value = setter.date === true ? dateOf(fact) : setter.field === undefined ? setter.value : fact.data[setter.field];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') state.attributes[index] = value;
  }
}

/** Keeps the fact where conditions ask what has happened. */
function remember(state: FoldState, plan: EventPlan, fact: Fact): void {
  if (plan.seenAs !== null) (state.seen[plan.seenAs] ??= []).push(fact);
}

function takeTransition(state: FoldState, plan: EventPlan, fact: Fact): void {
  let matched = false;
  let milestone: TransitionSpec | null = null;
  for (const { spec, match } of plan.transitions) {
    if (!match(fact, state)) continue;
    if (spec.from === '*' || spec.from.includes(state.step)) return enter(state, spec, fact.on);
    matched = true;
    if (spec.milestone === true) milestone ??= spec;
  }
  if (!matched) return;
  find(state, 'unexpected-in-step', fact, null, { step: state.step, event: fact.type });
  if (milestone !== null) enter(state, milestone, fact.on);
}

function enter(state: FoldState, { to: step, newEpisode }: TransitionSpec, on: Day): void {
  if (newEpisode === true) state.epoch += 1;
  if (step === state.step) return;
  const closes = state.definition.terminalSteps.has(step);
  if (state.closed && !closes) {
    state.epoch += 1;
    state.activeSince = on;
  }
  state.step = step;
  state.stepSince = on;
  state.closed = closes;
}

function endEverything(state: FoldState, fact: Fact): void {
  state.everythingEndedOn = fact.on;
  closeClocks(state, fact, true);
}
