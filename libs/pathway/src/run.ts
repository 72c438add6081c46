import type { OsloDate, WorkCalendar } from '@forlop/calendar';
import type { Occurrence } from './clocks/occurrence.js';
import { settle } from './clocks/settle.js';
import { holds, type CompiledDefinition } from './compile/compiled.js';
import { commandStatesIn } from './commands.js';
import { NEVER, type Day } from './days.js';
import type { Fact } from './fold/facts.js';
import { foldFact, initialState } from './fold/fold.js';
import { comparePlaced, placedInOrder, type PlacedFact } from './fold/order.js';
import type { FoldState } from './fold/state.js';
import { stateNow, type Now } from './now.js';
import type { CommandState } from './types/evaluation.js';
import type { Regime } from './types/event.js';

export interface RunInput {
  readonly regime: Regime;
  readonly definition: CompiledDefinition;
  readonly calendar: WorkCalendar;
  readonly birthDate: OsloDate | null;
  /** The day the pathway was created: it has been in its first step since then until something happens. */
  readonly createdOn: Day;
  readonly facts: readonly Fact[];
  readonly asOf: Day;
}

/** The pathway judged by one set of rules, from its first fact to the days that are already certain. */
export interface Run {
  readonly regime: Regime;
  readonly state: FoldState;
  readonly now: Now;
  /** What may be done now; only when it was asked for. */
  readonly commands: CommandState[];
  /** In the order of the definition's clocks, then of their start. */
  readonly occurrences: readonly Occurrence[];
  /** The next birthday or the like after `asOf` that the definition acts on. */
  readonly nextMarkOn: Day;
}

/**
 * Folds the facts up to `asOf`, notes what holds then, and goes on through the patient's birthdays, so that what time
 * alone will bring has its dates already.
 */
export function run(input: RunInput, withCommands = false): Run {
  const { definition, asOf } = input;
  const state = initialState({ definition, calendar: input.calendar, birthDate: input.birthDate, createdOn: input.createdOn, parameters: input.regime.parameters });
  const marks = ageFacts(input);
  const past = marks.filter(({ fact }) => fact.on <= asOf);
  foldAll(state, placedInOrder(input.facts, definition), past);
  // Nobody grows older after death.
  state.today = Math.min(asOf, state.everythingEndedOn);
  const now = stateNow(state);
  const commands = withCommands ? commandStatesIn(state) : [];
  for (const { index, when } of definition.conditionalDuties) state.dutiesOff[index] = !holds(when, state);
  const toCome = state.everythingEndedOn === NEVER ? marks.slice(past.length) : NO_MARKS;
  for (const mark of toCome) foldFact(state, mark);
  return { regime: input.regime, state, now, commands, occurrences: occurrencesIn(state), nextMarkOn: toCome[0]?.fact.on ?? NEVER };
}

/** Folds the facts and, each in its place among them, the age marks. */
function foldAll(state: FoldState, facts: readonly PlacedFact[], marks: readonly PlacedFact[]): void {
  let mark = 0;
  for (const fact of facts) {
    while (mark < marks.length && comparePlaced(marks[mark]!, fact) < 0) foldFact(state, marks[mark++]!);
    foldFact(state, fact);
  }
  while (mark < marks.length) foldFact(state, marks[mark++]!);
}

const NO_MARKS: readonly PlacedFact[] = [];

/** The patient's birthdays and the like, in fold order. */
function ageFacts({ definition, birthDate }: RunInput): readonly PlacedFact[] {
  if (birthDate === null || definition.ageMarks.length === 0) return NO_MARKS;
  return placedInOrder(definition.ageMarks.map((mark): Fact => ({ id: mark.type, type: mark.type, on: mark.dayFor(birthDate), data: {} })), definition);
}

function occurrencesIn(state: FoldState): Occurrence[] {
  const all: Occurrence[] = [];
  for (const track of state.tracks) {
    if (track === undefined) continue;
    for (const occurrence of track.occurrences) {
      settle(occurrence);
      all.push(occurrence);
    }
  }
  return all;
}
