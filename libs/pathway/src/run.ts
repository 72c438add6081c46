import { birthdayAt, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import { clockRows } from './clocks/rows.js';
import type { CompiledDefinition } from './compile/compiled.js';
import { commandStatesIn } from './commands.js';
import { standingDuties, type StandingDuty } from './duties.js';
import { inFoldOrder, type Fact } from './fold/facts.js';
import { foldFact, initialState } from './fold/fold.js';
import { requirementStates } from './fold/requirements.js';
import type { FoldState } from './fold/state.js';
import type { ClockRow, CommandState, Evaluation, Finding, RequirementState } from './types/evaluation.js';
import type { Regime } from './types/event.js';

export interface RunInput {
  readonly regime: Regime;
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly birthDate: OsloDate | null;
  /** The day the pathway was created: it has been in its first step since then until something happens. */
  readonly createdOn: OsloDate;
  readonly facts: readonly Fact[];
  readonly asOf: OsloDate;
}

/** The pathway judged by one set of rules, from its first fact to the days that are already certain. */
export interface Run {
  readonly regime: Regime;
  readonly definition: CompiledDefinition;
  readonly state: FoldState;
  readonly now: Now;
  readonly duties: ReadonlyMap<string, readonly StandingDuty[]>;
  readonly rows: readonly ClockRow[];
  /** Birthdays and the like after `asOf`, the next one first. */
  readonly daysToCome: readonly OsloDate[];
}

/** What holds on the day evaluated (or the day everything ended), taken before the days to come are folded. */
export interface Now {
  readonly step: string;
  readonly stepSince: OsloDate;
  readonly activeSince: OsloDate;
  readonly active: boolean;
  readonly endedOn: OsloDate | null;
  readonly variant: string | null;
  readonly variantNext: Evaluation['variantNext'];
  readonly groups: readonly string[];
  readonly attributes: Evaluation['attributes'];
  readonly requirements: readonly RequirementState[];
  readonly findings: readonly Finding[];
  readonly plans: readonly string[];
  readonly countables: Evaluation['countables'];
  commands(): CommandState[];
}

/**
 * Folds the facts up to `asOf`, notes what holds then, and goes on through the patient's birthdays, so that what time
 * alone will bring has its dates already.
 */
export function run(input: RunInput, withCommands = false): Run {
  const { definition, asOf } = input;
  const marks = ageFacts(input);
  const state = initialState({ definition, calendar: input.calendar, birthDate: input.birthDate, createdOn: input.createdOn, parameters: input.regime.parameters });
  const past = marks.filter((m) => m.occurredOn <= asOf);
  for (const fact of inFoldOrder(past.length === 0 ? input.facts : [...past, ...input.facts], definition)) foldFact(state, fact);
  // Nobody grows older after death.
  state.today = state.everythingEndedOn ?? asOf;
  const commands = withCommands ? commandStatesIn(state) : [];
  const now: Now = { ...stateNow(state, asOf), commands: () => commands };
  const duties = standingDuties(state);
  const toCome = past.length === marks.length || state.everythingEndedOn !== null ? [] : inFoldOrder(marks.filter((m) => m.occurredOn > asOf), definition);
  for (const mark of toCome) foldFact(state, mark);
  return {
    regime: input.regime,
    definition,
    state,
    now,
    duties,
    rows: clockRows(state, definition.source.version),
    daysToCome: toCome.map((m) => m.occurredOn),
  };
}

const NO_FACTS: readonly Fact[] = [];

function ageFacts({ definition, birthDate }: RunInput): readonly Fact[] {
  if (birthDate === null || definition.ageMarks.length === 0) return NO_FACTS;
  return definition.ageMarks.map((mark) => ({ id: mark.type, type: mark.type, occurredOn: mark.dateFor(birthDate), data: {} }));
}

function stateNow(state: FoldState, asOf: OsloDate): Omit<Now, 'commands'> {
  const { definition, begunOn, everythingEndedOn } = state;
  const terminal = definition.terminalSteps.has(state.step);
  const groups = definition.groups.filter((g) => g.holds(state)).map((g) => g.spec.id);
  const variant = variantOf(groups, definition);
  return {
    step: state.step,
    stepSince: state.stepSince,
    activeSince: state.activeSince,
    active: begunOn !== null && !terminal && everythingEndedOn === null,
    endedOn: everythingEndedOn ?? (terminal ? state.stepSince : null),
    variant,
    variantNext: nextVariant(state, variant, asOf),
    groups,
    attributes: Object.fromEntries([...state.attributes].sort(([a], [b]) => (a < b ? -1 : 1))),
    requirements: requirementStates(state),
    findings: [...state.findings],
    plans: definition.plansFor.filter((p) => p.holds(state)).map((p) => p.spec.id),
    countables: Object.fromEntries(state.countables),
  };
}

function variantOf(groups: readonly string[], definition: CompiledDefinition): string | null {
  return definition.source.groups.find((g) => g.variant === true && groups.includes(g.id))?.id ?? null;
}

/** The first birthday after `asOf` that puts the patient in another variant, all else unchanged. */
function nextVariant(state: FoldState, current: string | null, asOf: OsloDate): Evaluation['variantNext'] {
  if (state.birthDate === null || state.everythingEndedOn !== null) return null;
  for (const age of state.definition.turningAges) {
    const from = birthdayAt(state.birthDate, age);
    if (from <= asOf) continue;
    state.today = from;
    const variant = state.definition.groups.find((g) => g.spec.variant === true && g.holds(state))?.spec.id ?? null;
    // Nobody grows older after death.
  state.today = state.everythingEndedOn ?? asOf;
    if (variant !== current) return { variant, from };
  }
  return null;
}
