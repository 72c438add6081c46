import { addDays, addSpan, maxDate, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import type { FoldState } from '../fold/state.js';
import type { ClockRow } from '../types/evaluation.js';
import type { ClockSpec, Span } from '../types/definition.js';
import { planFor, type Plan } from './bookings.js';
import type { ClockTrack, Occurrence } from './track.js';

/** The rows of all clocks: in the definition's order, then by start. */
export function clockRows(state: FoldState, version: string): ClockRow[] {
  const rows: ClockRow[] = [];
  for (const track of state.tracks) {
    for (let i = 0; i < track.occurrences.length; i += 1) rows.push(rowOf(state, track, track.occurrences[i]!, i + 1, version));
  }
  return rows;
}

function rowOf(state: FoldState, track: ClockTrack, o: Occurrence, occurrence: number, version: string): ClockRow {
  const { spec } = track.clock;
  const plan = planFor(track, o);
  return {
    clock: spec.id,
    occurrence,
    key: `${spec.id}#${occurrence}`,
    kind: spec.kind,
    ruleStatus: spec.status,
    owner: o.owner,
    startOn: o.startOn,
    warnOn: warnOn(spec, o, state.calendar),
    atRiskFrom: atRiskFrom(spec, o, plan),
    dueOn: o.dueOn,
    metOn: o.metOn,
    endedOn: o.endedOn,
    endedAs: o.endedAs,
    passedByPatient: plan.patientCausedOn !== null,
    lapses: spec.lapses === true,
    bookedOn: plan.bookedOn,
    foreseenOn: plan.foreseenOn,
    delayCause: plan.delayCause,
    version,
    facts: factsOf(o, plan),
  };
}

function factsOf(o: Occurrence, plan: Plan): ClockRow['facts'] {
  const facts: { -readonly [part in keyof ClockRow['facts']]: ClockRow['facts'][part] } = { start: o.startFact };
  if (o.dueFact !== null) facts.due = o.dueFact;
  if (o.metFact !== null) facts.met = o.metFact;
  if (o.endFact !== null) facts.ended = o.endFact;
  if (plan.bookingFact !== null) facts.booking = plan.bookingFact;
  if (plan.postponementFact !== null) facts.postponement = plan.postponementFact;
  return facts;
}

const backwards = (span: Span): Span => ({ value: -span.value, unit: span.unit });

/** Never before the clock itself starts. */
function warnOn(spec: ClockSpec, o: Occurrence, calendar: WorkCalendar): OsloDate | null {
  if (spec.warn === undefined) return null;
  if ('after' in spec.warn) return addSpan(calendar, o.startOn, spec.warn.after);
  return o.dueOn === null ? null : maxDate(addSpan(calendar, o.dueOn, backwards(spec.warn.before)), o.startOn);
}

/** The earlier of two days of which either may be missing. */
export function earliest(a: OsloDate | null, b: OsloDate | null): OsloDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Null when a time in time is booked up to the due date, or when the risk would only begin after it. */
function atRiskFrom(spec: ClockSpec, o: Occurrence, plan: Plan): OsloDate | null {
  if (o.dueOn === null) return null;
  const horizon = spec.atRisk === undefined ? null : maxDate(addDays(o.dueOn, -spec.atRisk.horizonDays), plan.unbookedFrom ?? o.startOn, o.startOn);
  const from = earliest(earliest(horizon, plan.foreseenOn), plan.riskSaidOn);
  return from === null || from > o.dueOn ? null : from;
}
