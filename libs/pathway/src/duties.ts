import { addSpanToDay, fromDayNumber, type OsloDate } from '@forlop/calendar';
import { breaksOn, closesOn, type Occurrence } from './clocks/occurrence.js';
import { numberedKey, type CompiledDuty } from './compile/compiled.js';
import { NEVER, dateOrNull, type Day } from './days.js';
import type { FoldState } from './fold/state.js';
import type { Obligation } from './types/evaluation.js';
import type { DutySpec } from './types/definition.js';

/** What the system must see to about one clock occurrence, in days and not yet written out. */
export interface OpenDuty {
  readonly duty: CompiledDuty;
  readonly occurrence: Occurrence;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly escalateOn: Day;
}

/** Adds the duties of one clock occurrence: open, closed and still to come. */
export function addDuties(found: OpenDuty[], occurrence: Occurrence): void {
  const { clock, state } = occurrence.track;
  for (const duty of clock.duties) {
    if (!state.duties[duty.index] || !mayLeaveTheHouse(duty.spec, occurrence)) continue;
    const opensOn = openingDay(duty.spec, occurrence);
    if (opensOn === NEVER) continue;
    const closed = closingDay(duty, occurrence);
    if (closed <= opensOn) continue;
    const { escalate } = duty.spec;
    found.push({ duty, occurrence, opensOn, closesOn: closed, escalateOn: escalate === undefined ? NEVER : addSpanToDay(state.calendar, opensOn, escalate.after) });
  }
}

/** Only in-force legal clocks lead to Helfo (BREACH-3); the loader refuses a definition that says otherwise. */
function mayLeaveTheHouse(duty: DutySpec, { track: { clock: { spec } } }: Occurrence): boolean {
  return duty.kind !== 'notify-helfo' || (spec.kind === 'legal' && spec.status === 'in-force');
}

function openingDay({ opens }: DutySpec, o: Occurrence): Day {
  const day = anchorDay(opens.at, o);
  return day === NEVER || opens.after === undefined ? day : addSpanToDay(o.track.state.calendar, day, opens.after);
}

function anchorDay(at: DutySpec['opens']['at'], o: Occurrence): Day {
  switch (at) {
    case 'start':
      return o.startOn;
    case 'warn':
      return o.warnOn;
    case 'at-risk':
      return o.atRiskFrom;
    case 'due':
      return o.dueOn;
    case 'broken':
      return breaksOn(o);
    case 'foreseen-or-broken':
      return o.plan.patientCausedOn === NEVER ? Math.min(o.plan.foreseenOn, breaksOn(o)) : NEVER;
  }
}

function closingDay(duty: CompiledDuty, o: Occurrence): Day {
  return Math.min(closesOn(o), firstOnOrAfter(o.track.state.closings[duty.index], o.startOn));
}

function firstOnOrAfter(days: readonly Day[] | undefined, from: Day): Day {
  if (days !== undefined) for (const day of days) if (day >= from) return day;
  return NEVER;
}

/** A duty as others see it. */
export function obligationOf({ duty, occurrence: o, ...days }: OpenDuty): Obligation {
  const { spec } = duty;
  const { clock, state } = o.track;
  return {
    key: numberedKey(duty, o.number),
    duty: spec.id,
    kind: spec.kind,
    clock: clock.spec.id,
    clockKey: numberedKey(clock, o.number),
    occurrence: o.number,
    to: spec.to,
    opensOn: fromDayNumber(days.opensOn),
    closesOn: dateOrNull(days.closesOn),
    dueOn: dateOrNull(o.dueOn),
    askOn: askDays(spec, days.opensOn, days.closesOn, state),
    escalateOn: dateOrNull(days.escalateOn),
    escalateTo: spec.escalate?.to ?? null,
    needsConfirmation: spec.needsConfirmation === true,
    template: spec.template ?? null,
  };
}

/** The day it opens and the repeats after it, as long as it is open. */
function askDays({ repeat }: DutySpec, opensOn: Day, closesOn: Day, { calendar }: FoldState): OsloDate[] {
  const days = [fromDayNumber(opensOn)];
  if (repeat === undefined) return days;
  const { value, unit } = repeat.every;
  for (let n = 1; n <= repeat.most; n += 1) {
    const day = addSpanToDay(calendar, opensOn, { value: value * n, unit });
    if (day >= closesOn) break;
    days.push(fromDayNumber(day));
  }
  return days;
}
