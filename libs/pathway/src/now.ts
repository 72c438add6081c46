import { fromDayNumber, type OsloDate } from '@forlop/calendar';
import { holds, type Conditional } from './compile/compiled.js';
import { NEVER, dateOrNull, type Day } from './days.js';
import { requirementStates } from './fold/requirements.js';
import type { FoldState } from './fold/state.js';
import type { Scalar } from './types/definition.js';
import type { Finding, RequirementState } from './types/evaluation.js';

/** What holds on the day evaluated (or the day everything ended), taken before the days to come are folded. */
export interface Now {
  readonly step: string;
  readonly stepSince: OsloDate;
  readonly activeSince: Day;
  readonly active: boolean;
  readonly endedOn: OsloDate | null;
  readonly variant: string | null;
  readonly variantNext: { readonly variant: string | null; readonly from: Day } | null;
  readonly groups: readonly string[];
  readonly attributes: Readonly<Record<string, Scalar>>;
  readonly requirements: readonly RequirementState[];
  readonly findings: readonly Finding[];
  readonly plans: readonly string[];
  readonly countables: Readonly<Record<string, number>>;
}

/** Takes down what holds; `state.today` must be the day asked about. */
export function stateNow(state: FoldState): Now {
  const { definition, everythingEndedOn, closed, stepSince } = state;
  const variant = variantOf(state);
  return {
    step: state.step,
    stepSince: fromDayNumber(stepSince),
    activeSince: state.activeSince,
    active: state.begun && !closed && everythingEndedOn === NEVER,
    endedOn: dateOrNull(everythingEndedOn !== NEVER ? everythingEndedOn : closed ? stepSince : NEVER),
    variant,
    variantNext: nextVariant(state, variant),
    groups: holding(definition.groups, state),
    attributes: named(definition.attributes, state.attributes),
    requirements: requirementStates(state),
    findings: [...state.findings],
    plans: holding(definition.plansFor, state),
    countables: named(definition.countables, state.countables),
  };
}

function holding(all: readonly Conditional[], state: FoldState): string[] {
  const ids: string[] = [];
  for (const { id, when } of all) if (holds(when, state)) ids.push(id);
  return ids;
}

function named<V>(names: readonly string[], values: readonly (V | undefined)[]): Record<string, V> {
  const record: Record<string, V> = {};
  for (let i = 0; i < names.length; i += 1) {
    const value = values[i];
    if (value !== undefined) record[names[i]!] = value;
  }
  return record;
}

/** The first variant that holds. */
function variantOf(state: FoldState): string | null {
  for (const { id, when } of state.definition.variants) if (holds(when, state)) return id;
  return null;
}

/** The first birthday to come that puts the patient in another variant, all else unchanged. */
function nextVariant(state: FoldState, current: string | null): Now['variantNext'] {
  const { birthdays, definition, today } = state;
  if (birthdays === null || state.everythingEndedOn !== NEVER) return null;
  for (const age of definition.turningAges) {
    const from = birthdays[age]!;
    if (from <= today) continue;
    state.today = from;
    const variant = variantOf(state);
    state.today = today;
    if (variant !== current) return { variant, from };
  }
  return null;
}
