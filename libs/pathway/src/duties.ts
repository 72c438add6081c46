import { addSpanToDay, fromDayNumber, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import { breaksOn, closesOn, type Occurrence } from './clocks/occurrence.js';
import { numberedKey, type CompiledDuty } from './compile/compiled.js';
import { NEVER, dateOrNull, type Day } from './days.js';
import type { Obligation } from './types/evaluation.js';

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
    if (state.dutiesOff[duty.index] === true) continue;
    const opensOn = openingDay(duty, occurrence);
    if (opensOn === NEVER) continue;
    const closesOn = closingDay(duty, occurrence);
    if (closesOn <= opensOn) continue;
    const { escalateAfter } = duty;
    found.push({ duty, occurrence, opensOn, closesOn, escalateOn: escalateAfter === null ? NEVER : addSpanToDay(state.calendar, opensOn, escalateAfter) });
  }
}

function openingDay({ opensAt, opensAfter }: CompiledDuty, o: Occurrence): Day {
  const day = anchorDay(opensAt, o);
  return day === NEVER || opensAfter === null ? day : addSpanToDay(o.track.state.calendar, day, opensAfter);
}

function anchorDay(at: CompiledDuty['opensAt'], o: Occurrence): Day {
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
export function obligationOf({ duty, occurrence: o, opensOn, closesOn, escalateOn }: OpenDuty): Obligation {
  const { clock, state } = o.track;
  return {
    key: numberedKey(duty, o.number),
    duty: duty.id,
    kind: duty.kind,
    clock: clock.id,
    clockKey: numberedKey(clock, o.number),
    occurrence: o.number,
    to: duty.to,
    opensOn: fromDayNumber(opensOn),
    closesOn: dateOrNull(closesOn),
    dueOn: dateOrNull(o.dueOn),
    askOn: askDays(duty, opensOn, closesOn, state.calendar),
    escalateOn: dateOrNull(escalateOn),
    escalateTo: duty.escalateTo,
    needsConfirmation: duty.needsConfirmation,
    template: duty.template,
  };
}

/** The day it opens and the repeats after it, as long as it is open. */
function askDays({ repeats }: CompiledDuty, opensOn: Day, closesOn: Day, calendar: WorkCalendar): OsloDate[] {
  const days = [fromDayNumber(opensOn)];
  for (let i = 0; i < repeats.length; i += 1) {
    const day = addSpanToDay(calendar, opensOn, repeats[i]!);
    if (day >= closesOn) break;
    days.push(fromDayNumber(day));
  }
  return days;
}
