import { addDays, maxDate, type OsloDate } from '@forlop/calendar';
import { clockStatus, isOpenOn } from './clocks/status.js';
import { breakDay, closeDay, obligationsOf } from './duties.js';
import { effectiveFacts, type CorrectionProblem, type Fact } from './fold/facts.js';
import { moveRows, regimesOf, type OwnedRow } from './regimes.js';
import type { Rules } from './rules.js';
import { run, type Now, type Run } from './run.js';
import type { Alarm, ClockRow, CommandState, Evaluation, Finding, NextStep, Obligation } from './types/evaluation.js';
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

/** All runs of the pathway and the rows that hold after every move. */
export interface Judged {
  readonly rows: readonly OwnedRow[];
  readonly last: Run;
  /** What had happened, after corrections, in order of recording. */
  readonly facts: readonly Fact[];
  readonly problems: readonly CorrectionProblem[];
}

/** Runs the pathway under each set of rules that it has been on. */
export function judge(input: PathwayInput, withCommands = false): Judged {
  const { facts, problems } = effectiveFacts(input.events, input.asOf, input.knownAt);
  const spans = regimesOf(facts, input.rules);
  let rows: OwnedRow[] = [];
  let last: Run | undefined;
  for (const [index, span] of spans.entries()) {
    const { regime } = span;
    const current = run({
      regime,
      definition: span.definition,
      calendar: input.rules.calendar(regime.calendar.id, regime.calendar.version),
      birthDate: input.birthDate,
      createdOn: spans[0]!.from,
      facts,
      asOf: input.asOf,
    }, withCommands && index === spans.length - 1);
    rows = last === undefined ? current.rows.map((row) => ({ row, run: current })) : moveRows(rows, current, span);
    last = current;
  }
  return { rows, last: last!, facts, problems };
}

/**
 * What state the patient is in, which clocks run and when each is due, what must be done by whom, and when the next thing
 * changes by itself. Pure: the same input gives the same answer, byte for byte in `canonicalJson`.
 */
export function evaluate(input: PathwayInput): Evaluation {
  const { rows, last, problems } = judge(input);
  const { now, regime } = last;
  const { asOf } = input;
  const clocks = rows.map(({ row }) => row);
  const obligations = rows.flatMap(({ row, run: owner }) => obligationsOf(row, owner.duties.get(row.clock) ?? [], owner.state));
  const nextSteps = nextStepsOf(clocks, asOf);
  const alarms = alarmsOf(now, clocks, nextSteps, asOf);
  const noNextStepFrom = now.active ? voidFrom(clocks, asOf, alarms) : null;
  const { activeSince: _, commands: __, ...shown } = now;
  return {
    kernel: KERNEL_VERSION,
    regime,
    asOf,
    knownAt: input.knownAt,
    ...shown,
    clocks,
    obligations,
    nextSteps,
    alarms,
    noNextStepFrom,
    findings: [...problems.map(problemFinding), ...now.findings],
    nextChangeOn: nextChange(clocks, obligations, asOf, [now.variantNext?.from ?? null, noNextStepFrom, last.daysToCome[0] ?? null]),
  };
}

/** Which commands may be given now, and why the others may not. */
export function commandStates(input: PathwayInput): CommandState[] {
  return judge(input, true).last.now.commands();
}

function problemFinding(problem: CorrectionProblem): Finding {
  return { code: problem.code, fact: problem.fact, occurredOn: problem.occurredOn, rule: null, detail: {} };
}

/** Open clocks with a date, the first due first: also when the pathway is closed and an answer is still owed. */
function nextStepsOf(clocks: readonly ClockRow[], asOf: OsloDate): NextStep[] {
  const steps: NextStep[] = [];
  for (const row of clocks) {
    if (row.dueOn === null || !isOpenOn(row, asOf)) continue;
    steps.push({ rule: row.clock, clockKey: row.key, owner: row.owner, dueOn: row.dueOn, status: clockStatus(row, asOf) });
  }
  return steps.sort((a, b) => (a.dueOn === b.dueOn ? (a.clockKey < b.clockKey ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** The void: an active patient whom nobody owes anything by any date (DOMAIN §4.7), since the last clock with a date closed. */
function alarmsOf(now: Now, clocks: readonly ClockRow[], nextSteps: readonly NextStep[], asOf: OsloDate): Alarm[] {
  if (!now.active || nextSteps.length > 0) return [];
  let from = now.activeSince;
  for (const row of clocks) {
    const closed = closeDay(row);
    if (row.dueOn !== null && row.startOn <= asOf && closed !== null && closed > from) from = closed;
  }
  return [{ code: 'no-next-step', from }];
}

/** The first day, past when the alarm is on already, on which no clock with a date is open if nothing happens; null when one stays open. */
function voidFrom(clocks: readonly ClockRow[], asOf: OsloDate, alarms: readonly Alarm[]): OsloDate | null {
  if (alarms[0] !== undefined) return alarms[0].from;
  for (let covered = asOf; ; ) {
    let furthest = covered;
    for (const row of clocks) {
      if (row.dueOn === null || row.startOn > covered) continue;
      const closed = closeDay(row);
      if (closed === null) return null;
      furthest = maxDate(furthest, closed);
    }
    if (furthest === covered) return covered;
    covered = furthest;
  }
}

function nextChange(
  clocks: readonly ClockRow[], obligations: readonly Obligation[], asOf: OsloDate, more: readonly (OsloDate | null)[],
): OsloDate | null {
  let next: OsloDate | null = null;
  const consider = (day: OsloDate | null): void => {
    if (day !== null && day > asOf && (next === null || day < next)) next = day;
  };
  for (const row of clocks) {
    const closed = row.metOn ?? row.endedOn;
    if (closed !== null && closed <= asOf) continue;
    for (const day of [row.startOn, row.warnOn, row.atRiskFrom, closed, breakDay(row)]) consider(day);
    if ((row.passedByPatient || row.lapses) && row.dueOn !== null) consider(addDays(row.dueOn, 1));
  }
  for (const o of obligations) {
    if (o.closesOn !== null && o.closesOn <= asOf) continue;
    for (const day of [o.opensOn, o.closesOn, o.escalateOn]) consider(day);
  }
  for (const day of more) consider(day);
  return next;
}
