import { dayNumber, fromDayNumber, type OsloDate } from '@forlop/calendar';
import type { Occurrence } from './clocks/occurrence.js';
import { rowOf } from './clocks/rows.js';
import { NEVER, dateOrNull, type Day } from './days.js';
import { addDuties, obligationOf, type OpenDuty } from './duties.js';
import { effectiveFacts, type CorrectionProblem, type Fact } from './fold/facts.js';
import { nextChange, nextStepsOf, voidFrom, voidSince } from './outlook.js';
import { moveOccurrences, regimesOf } from './regimes.js';
import type { Rules } from './rules.js';
import { run, type Run } from './run.js';
import type { CommandState, Evaluation, Finding } from './types/evaluation.js';
import type { LedgerEvent } from './types/event.js';
import { KERNEL_VERSION } from './version.js';

/** One pathway, seen on a day with what was known at a place in the ledger. */
export interface PathwayInput {
  readonly rules: Rules;
  /** Null when it is not known: the patient counts as adult. */
  readonly birthDate: OsloDate | null;
  readonly events: readonly LedgerEvent[];
  /** The Oslo date on which the question is asked: later facts do not count. */
  readonly asOf: OsloDate;
  /** Ledger position: events recorded after it do not count. */
  readonly knownAt: number;
}

/** Everything known, for callers that do not look back. */
export const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;

/** All runs of the pathway and the clocks that hold after every move. */
export interface Judged {
  readonly today: Day;
  readonly occurrences: readonly Occurrence[];
  readonly last: Run;
  /** What had happened, after corrections, in order of recording. */
  readonly facts: readonly Fact[];
  readonly problems: readonly CorrectionProblem[];
}

/** Runs the pathway under each set of rules that it has been on. */
export function judge(input: PathwayInput, withCommands = false): Judged {
  const today = dayNumber(input.asOf);
  const { facts, problems } = effectiveFacts(input.events, today, input.knownAt);
  const spans = regimesOf(facts, input.rules);
  let occurrences: readonly Occurrence[] = [];
  let last: Run | undefined;
  for (const [index, span] of spans.entries()) {
    const { regime, definition } = span;
    const current = run({
      regime,
      definition,
      calendar: input.rules.calendar(regime.calendar.id, regime.calendar.version),
      birthDate: input.birthDate,
      createdOn: spans[0]!.from,
      facts,
      asOf: today,
    }, withCommands && index === spans.length - 1);
    occurrences = last === undefined ? current.occurrences : moveOccurrences(occurrences, current, span);
    last = current;
  }
  return { today, occurrences, last: last!, facts, problems };
}

/**
 * What state the patient is in, which clocks run and when each is due, what must be done by whom, and when the next thing
 * changes by itself. Pure: the same input gives the same answer, byte for byte in `canonicalJson`.
 */
export function evaluate(input: PathwayInput): Evaluation {
  return evaluationOf(input, judge(input));
}

/** The evaluation of a pathway that has been judged. */
export function evaluationOf(input: PathwayInput, { today, occurrences, last, problems }: Judged): Evaluation {
  const { now, regime } = last;
  const { asOf } = input;
  const clocks = occurrences.map(rowOf);
  const duties = dutiesOf(occurrences);
  const nextSteps = nextStepsOf(occurrences, clocks, today, asOf);
  const inVoid = now.active && nextSteps.length === 0;
  const noNextStepFrom = inVoid ? voidSince(occurrences, now.activeSince, today) : now.active ? voidFrom(occurrences, today) : NEVER;
  const { variantNext } = now;
  return {
    kernel: KERNEL_VERSION,
    regime,
    asOf,
    knownAt: input.knownAt,
    step: now.step,
    stepSince: now.stepSince,
    active: now.active,
    endedOn: now.endedOn,
    variant: now.variant,
    variantNext: variantNext === null ? null : { variant: variantNext.variant, from: fromDayNumber(variantNext.from) },
    groups: now.groups,
    attributes: now.attributes,
    clocks,
    obligations: duties.map(obligationOf),
    nextSteps,
    alarms: inVoid ? [{ code: 'no-next-step', from: fromDayNumber(noNextStepFrom) }] : [],
    noNextStepFrom: dateOrNull(noNextStepFrom),
    findings: problems.length === 0 ? now.findings : [...problems.map(problemFinding), ...now.findings],
    requirements: now.requirements,
    plans: now.plans,
    countables: now.countables,
    nextChangeOn: dateOrNull(nextChange(occurrences, duties, today, variantNext?.from ?? NEVER, noNextStepFrom, last.nextMarkOn)),
  };
}

/** A pathway as it is counted among many: where it stands, and its clocks. */
export type CountedPathway = Pick<Evaluation, 'regime' | 'step' | 'variant' | 'clocks'>;

/** The part of {@link evaluate} that counting asks for, without what must be done about it: the same rows, sooner. */
export function countedPathway(input: PathwayInput): CountedPathway {
  const { occurrences, last } = judge(input);
  return { regime: last.regime, step: last.now.step, variant: last.now.variant, clocks: occurrences.map(rowOf) };
}

/** Which commands may be given now, and why the others may not. */
export function commandStates(input: PathwayInput): CommandState[] {
  return judge(input, true).last.commands;
}

function dutiesOf(occurrences: readonly Occurrence[]): OpenDuty[] {
  const duties: OpenDuty[] = [];
  for (const occurrence of occurrences) addDuties(duties, occurrence);
  return duties;
}

function problemFinding(problem: CorrectionProblem): Finding {
  return { code: problem.code, fact: problem.fact, occurredOn: problem.occurredOn, rule: null, detail: {} };
}
