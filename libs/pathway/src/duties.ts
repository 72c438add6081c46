import { addDays, addSpan, minDate, type OsloDate } from '@forlop/calendar';
import { earliest } from './clocks/rows.js';
import type { CompiledDuty } from './compile/compiled.js';
import type { FoldState } from './fold/state.js';
import type { ClockRow, Obligation } from './types/evaluation.js';
import type { DutySpec } from './types/definition.js';

/** A duty with its condition answered in the state of the day evaluated. */
export interface StandingDuty {
  readonly duty: CompiledDuty;
  readonly stands: boolean;
}

/** Answers every duty's condition now; must run before days to come are folded. */
export function standingDuties(state: FoldState): ReadonlyMap<string, readonly StandingDuty[]> {
  return new Map(state.definition.clocks.map((clock) => [
    clock.spec.id,
    clock.duties.map((duty) => ({ duty, stands: duty.when(state) })),
  ]));
}

/** What the system must see to about one clock occurrence: open, closed and still to come. */
export function obligationsOf(row: ClockRow, duties: readonly StandingDuty[], state: FoldState): Obligation[] {
  const obligations: Obligation[] = [];
  for (const { duty, stands } of duties) {
    if (!stands || !mayLeaveTheHouse(duty.spec, row)) continue;
    const opensOn = openingDay(duty.spec, row, state);
    if (opensOn === null) continue;
    const closesOn = closingDay(duty, row, state);
    if (closesOn === null || closesOn > opensOn) obligations.push(obligation(duty.spec, row, opensOn, closesOn, state));
  }
  return obligations;
}

/** Only in-force legal clocks lead to Helfo (BREACH-3); the loader refuses a definition that says otherwise. */
const mayLeaveTheHouse = (spec: DutySpec, row: ClockRow): boolean =>
  spec.kind !== 'notify-helfo' || (row.kind === 'legal' && row.ruleStatus === 'in-force');

function openingDay(spec: DutySpec, row: ClockRow, state: FoldState): OsloDate | null {
  const day = anchorDay(spec.opens.at, row);
  if (day === null || spec.opens.after === undefined) return day;
  return addSpan(state.calendar, day, spec.opens.after);
}

function anchorDay(at: DutySpec['opens']['at'], row: ClockRow): OsloDate | null {
  switch (at) {
    case 'start':
      return row.startOn;
    case 'warn':
      return row.warnOn;
    case 'at-risk':
      return row.atRiskFrom;
    case 'due':
      return row.dueOn;
    case 'broken':
      return breakDay(row);
    case 'foreseen-or-broken': {
      const broken = breakDay(row);
      if (row.passedByPatient || row.foreseenOn === null) return broken;
      return broken === null ? row.foreseenOn : minDate(row.foreseenOn, broken);
    }
  }
}

/** The first day on which the clock is (or will be) broken, if nothing more happens. */
export function breakDay(row: ClockRow): OsloDate | null {
  if (row.dueOn === null || row.passedByPatient || row.lapses) return null;
  const done = row.metOn ?? row.endedOn;
  return done !== null && done <= row.dueOn ? null : addDays(row.dueOn, 1);
}

/** The first day on which an unused right is gone. */
export function lapseDay(row: ClockRow): OsloDate | null {
  return row.lapses && row.dueOn !== null ? addDays(row.dueOn, 1) : null;
}

/** The first day on which nobody has to meet it any more; null while that is not certain. */
export function closeDay(row: ClockRow): OsloDate | null {
  return earliest(row.metOn ?? row.endedOn, lapseDay(row));
}

function closingDay(duty: CompiledDuty, row: ClockRow, state: FoldState): OsloDate | null {
  return earliest(closeDay(row), state.closings[duty.index]!.find((day) => day >= row.startOn) ?? null);
}

function obligation(spec: DutySpec, row: ClockRow, opensOn: OsloDate, closesOn: OsloDate | null, state: FoldState): Obligation {
  return {
    key: `${spec.id}#${row.occurrence}`,
    duty: spec.id,
    kind: spec.kind,
    clock: row.clock,
    clockKey: row.key,
    occurrence: row.occurrence,
    to: spec.to,
    opensOn,
    closesOn,
    dueOn: row.dueOn,
    askOn: askDays(spec, opensOn, closesOn, state),
    escalateOn: spec.escalate === undefined ? null : addSpan(state.calendar, opensOn, spec.escalate.after),
    escalateTo: spec.escalate?.to ?? null,
    needsConfirmation: spec.needsConfirmation === true,
    template: spec.template ?? null,
  };
}

/** The day it opens and the repeats after it, as long as it is open. */
function askDays(spec: DutySpec, opensOn: OsloDate, closesOn: OsloDate | null, state: FoldState): OsloDate[] {
  const days = [opensOn];
  for (let n = 1; n <= (spec.repeat?.most ?? 0); n += 1) {
    const { value, unit } = spec.repeat!.every;
    const day = addSpan(state.calendar, opensOn, { value: value * n, unit });
    if (closesOn !== null && day >= closesOn) break;
    days.push(day);
  }
  return days;
}
