import { fromDayNumber } from '@forlop/calendar';
import { numberedKey } from '../compile/compiled.js';
import { NEVER, dateOrNull } from '../days.js';
import type { ClockRow } from '../types/evaluation.js';
import { NO_PLAN, type Occurrence } from './occurrence.js';

/** An occurrence as others see it: dates instead of days. */
export function rowOf(o: Occurrence): ClockRow {
  const { plan } = o;
  const { clock, state } = o.track;
  return {
    clock: clock.id,
    occurrence: o.number,
    key: numberedKey(clock, o.number),
    kind: clock.kind,
    ruleStatus: clock.ruleStatus,
    owner: o.owner,
    startOn: fromDayNumber(o.startOn),
    warnOn: dateOrNull(o.warnOn),
    atRiskFrom: dateOrNull(o.atRiskFrom),
    dueOn: dateOrNull(o.dueOn),
    metOn: dateOrNull(o.metOn),
    endedOn: dateOrNull(o.endedOn),
    endedAs: o.endedAs,
    passedByPatient: plan.patientCausedOn !== NEVER,
    lapses: clock.lapses,
    bookedOn: dateOrNull(plan.bookedOn),
    foreseenOn: dateOrNull(plan.foreseenOn),
    delayCause: plan.delayCause,
    version: state.definition.source.version,
    facts: factsOf(o),
  };
}

function factsOf(o: Occurrence): ClockRow['facts'] {
  if (o.dueFact === null && o.plan === NO_PLAN && o.endFact === null) {
    return o.metFact === null ? { start: o.startFact } : { start: o.startFact, met: o.metFact };
  }
  const facts: { -readonly [part in keyof ClockRow['facts']]: ClockRow['facts'][part] } = { start: o.startFact };
  if (o.dueFact !== null) facts.due = o.dueFact;
  if (o.metFact !== null) facts.met = o.metFact;
  if (o.endFact !== null) facts.ended = o.endFact;
  if (o.plan.bookingFact !== null) facts.booking = o.plan.bookingFact;
  if (o.plan.postponementFact !== null) facts.postponement = o.plan.postponementFact;
  return facts;
}
