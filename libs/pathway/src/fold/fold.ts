import { birthdays, fromDayNumber, tryDayNumber, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import { actOnClock, closeClocks } from '../clocks/track.js';
import { anyHolds, holds, type CompiledDefinition, type CompiledTransition, type EventPlan, type EventType } from '../compile/compiled.js';
import { planOf } from '../compile/plans.js';
import { NEVER, type Day } from '../days.js';
import type { Scalar } from '../types/definition.js';
import { isEngineEvent } from '../types/event.js';
import { dateOf, type Fact } from './facts.js';
import type { PlacedFact } from './order.js';
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
    birthdays: birthDate === null ? null : birthdays(birthDate, definition.ages),
    today: createdOn,
    step: definition.source.initialStep,
    stepSince: createdOn,
    closed: definition.terminalSteps.has(definition.source.initialStep),
    begun: false,
    activeSince: createdOn,
    epoch: 0,
    everythingEndedOn: NEVER,
    attributes: new Array(definition.attributes.length),
    attributeDays: new Array(definition.attributes.length),
    seen: new Array(definition.seenTypes),
    gathered: new Array(definition.gatheredLists),
    tracks: new Array(definition.clocks.length),
    closings: new Array(definition.duties.length),
    countables: new Array(definition.countables.length),
    findings: [],
    dutiesOff: [],
  };
}

/**
 * Folds one fact into the state: attributes and what has happened, then the step, then the clocks, then what the fact
 * ends. A fact that does not fit is kept as a finding; it is never an error.
 */
export function foldFact(state: FoldState, { fact, type }: PlacedFact): void {
  state.today = fact.on;
  if (type === null) {
    if (!isEngineEvent(fact.type)) find(state, 'unknown-event', fact, null, { type: fact.type });
    return;
  }
  if (state.everythingEndedOn !== NEVER) {
    if (!type.isAgeMark) find(state, 'after-the-end', fact, null, { endedOn: fromDayNumber(state.everythingEndedOn) });
    return;
  }
  if (!state.begun) {
    if (type.isAgeMark) return remember(state, type, fact);
    begin(state, fact);
  }
  const plan = planOf(type, fact.data);
  for (const gathering of plan.gathers) gatherCodes(state, gathering, fact);
  if (plan.gates.length > 0 && !passesGates(state, plan, fact)) return;
  setAttributes(state, plan, fact);
  remember(state, type, fact);
  const wasClosed = state.closed;
  if (plan.transitions.length > 0) takeTransition(state, plan, fact);
  for (const action of plan.clocks) actOnClock(state, action, fact);
  for (const { duty, when } of plan.closes) if (holds(when, state)) (state.closings[duty.index] ??= []).push(fact.on);
  for (const { index, when } of plan.countables) if (holds(when, state)) state.countables[index] = (state.countables[index] ?? 0) + 1;
  if (anyHolds(plan.endsEverything, state)) endEverything(state, fact);
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
  for (const requirement of plan.gates) {
    const missing = missingAtGate(requirement, fact, state);
    if (missing.length === 0) continue;
    find(state, requirement.blocks ? 'requirement-blocks' : 'requirement-not-met', fact, requirement.id, { missing: missing.map((m) => m.join('|')) });
    if (requirement.blocks) counts = false;
  }
  return counts;
}

function setAttributes(state: FoldState, plan: EventPlan, fact: Fact): void {
  for (const { attribute, from, field, value: fixed, keepFirst, isDay, when } of plan.setters) {
    if (keepFirst && state.attributes[attribute] !== undefined) continue;
    if (!holds(when, state)) continue;
    const value = from === 'date' ? dateOf(fact) : from === 'field' ? fact.data[field] : fixed;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    state.attributes[attribute] = value;
    if (isDay) state.attributeDays[attribute] = typeof value === 'string' ? tryDayNumber(value) : undefined;
  }
}

/** Keeps the fact where conditions ask what has happened. */
function remember(state: FoldState, { seenAs }: EventType, fact: Fact): void {
  if (seenAs === null) return;
  const seen = state.seen[seenAs];
  if (seen === undefined) state.seen[seenAs] = [fact];
  else seen.push(fact);
}

function takeTransition(state: FoldState, plan: EventPlan, fact: Fact): void {
  let matched = false;
  let milestone: CompiledTransition | null = null;
  for (const transition of plan.transitions) {
    if (!holds(transition.when, state)) continue;
    if (transition.from === null || transition.from.includes(state.step)) return enter(state, transition, fact.on);
    matched = true;
    if (transition.milestone) milestone ??= transition;
  }
  if (!matched) return;
  find(state, 'unexpected-in-step', fact, null, { step: state.step, event: fact.type });
  if (milestone !== null) enter(state, milestone, fact.on);
}

function enter(state: FoldState, { to: step, newEpisode }: CompiledTransition, on: Day): void {
  if (newEpisode) state.epoch += 1;
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
