import { addDays, addSpan, maxDate, minDate, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import type { FoldState } from '../fold/state.js';
import type { ClockRow } from '../types/evaluation.js';
import type { ClockSpec, Span } from '../types/definition.js';
import { planFor, type Plan } from './bookings.js';
import type { ClockTrack, Occurrence } from './track.js';

/** The rows of all clocks: in the definition's order, then by start. */
export function clockRows(state: FoldState, version: string): ClockRow[] {
  return state.tracks.flatMap((track) => track.occurrences.map((o, index) => rowOf(state, track, o, index + 1, version)));
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
    bookedOn: plan.bookedOn,
    foreseenOn: plan.foreseenOn,
    delayCause: plan.delayCause,
    version,
    facts: {
      start: o.startFact,
      ...(o.dueFact === null ? {} : { due: o.dueFact }),
      ...(o.metFact === null ? {} : { met: o.metFact }),
      ...(o.endFact === null ? {} : { ended: o.endFact }),
      ...(plan.bookingFact === null ? {} : { booking: plan.bookingFact }),
      ...(plan.postponementFact === null ? {} : { postponement: plan.postponementFact }),
    },
  };
}

const backwards = (span: Span): Span => ({ value: -span.value, unit: span.unit });

/** Never before the clock itself starts. */
function warnOn(spec: ClockSpec, o: Occurrence, calendar: WorkCalendar): OsloDate | null {
  if (spec.warn === undefined) return null;
  if ('after' in spec.warn) return addSpan(calendar, o.startOn, spec.warn.after);
  return o.dueOn === null ? null : maxDate(addSpan(calendar, o.dueOn, backwards(spec.warn.before)), o.startOn);
}

/** Null when a time in time is booked up to the due date, or when the risk would only begin after it. */
function atRiskFrom(spec: ClockSpec, o: Occurrence, plan: Plan): OsloDate | null {
  if (o.dueOn === null) return null;
  const horizon = spec.atRisk === undefined ? null : maxDate(addDays(o.dueOn, -spec.atRisk.horizonDays), plan.unbookedFrom ?? o.startOn, o.startOn);
  const known = [horizon, plan.foreseenOn, plan.riskSaidOn].filter((d) => d !== null);
  if (known.length === 0) return null;
  const from = known.reduce((a, b) => minDate(a, b));
  return from > o.dueOn ? null : from;
}
