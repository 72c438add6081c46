import { addSpanToDay } from '@forlop/calendar';
import { NEVER, type Day } from '../days.js';
import { NO_PLAN, doneOn, type BookingEvent, type Occurrence, type Plan } from './occurrence.js';

/** Works out warning, risk and plan of an occurrence whose own days are final. */
export function settle(o: Occurrence): void {
  if (o.track.bookings.length > 0) o.plan = planFor(o);
  o.warnOn = warnOn(o);
  o.atRiskFrom = atRiskFrom(o);
}

/** Never before the clock itself starts. */
function warnOn({ track: { clock, state }, startOn, dueOn }: Occurrence): Day {
  if (clock.warnFromStart !== null) return addSpanToDay(state.calendar, startOn, clock.warnFromStart);
  if (clock.warnFromDue === null || dueOn === NEVER) return NEVER;
  return Math.max(addSpanToDay(state.calendar, dueOn, clock.warnFromDue), startOn);
}

/** Never when a time in time is booked up to the due date, or when the risk would only begin after it. */
function atRiskFrom({ track, startOn, dueOn, plan }: Occurrence): Day {
  if (dueOn === NEVER) return NEVER;
  const { atRiskDays } = track.clock;
  const horizon = atRiskDays === null ? NEVER : Math.max(dueOn - atRiskDays, plan.unbookedFrom, startOn);
  const from = Math.min(horizon, plan.foreseenOn, plan.riskSaidOn);
  return from > dueOn ? NEVER : from;
}

type Draft = { -readonly [K in keyof Plan]: Plan[K] };

/**
 * Replays an occurrence's bookings against its due date. An offer in time makes the delay the patient's if they then do
 * not come or ask to wait (MOVE-2), as long as the hospital does not take it back; an offer that itself lies after the
 * date shows that the hospital will not keep it (BREACH-1); a delay that the hospital causes, or a new offer in time,
 * wipes out what the patient caused before.
 */
function planFor(o: Occurrence): Plan {
  const { clock, bookings } = o.track;
  const draft: Draft = { ...NO_PLAN, unbookedFrom: o.startOn };
  for (let i = clock.oneFrist ? o.bookingsFrom : 0; i < bookings.length; i += 1) {
    const event = bookings[i]!;
    if (event.on > doneOn(o)) break;
    // In a clock that comes again, an old occurrence's bookings are not the new one's.
    if (clock.oneFrist || (event.day === NEVER ? event.on : event.day) >= o.startOn) apply(draft, event, o);
  }
  return draft;
}

function apply(draft: Draft, event: BookingEvent, o: Occurrence): void {
  const inTime = event.day !== NEVER && event.day <= o.dueOn;
  const on = Math.max(event.on, o.startOn);
  switch (event.role) {
    case 'offered':
      draft.bookingFact = event.fact;
      if (inTime) bookInTime(draft, event.day);
      else if (event.day !== NEVER) offerLate(draft, event.day, on);
      return;
    case 'postponed':
      draft.postponementFact = event.fact;
      draft.delayCause = event.cause;
      if (inTime) bookInTime(draft, event.day);
      else postpone(draft, event, on, o);
      return;
    case 'missed':
      unbook(draft, on);
      return patientDelays(draft, event, o);
    case 'cancelled':
      if (draft.bookedOn === NEVER) return;
      unbook(draft, on);
      return takeBack(draft, event, o);
    case 'foreseen':
      return foresee(draft, on);
    case 'risk-said':
      if (draft.riskSaidOn === NEVER) draft.riskSaidOn = on;
      return;
    case 'risk-withdrawn':
      draft.riskSaidOn = NEVER;
  }
}

function bookInTime(draft: Draft, day: Day): void {
  draft.bookedOn = day;
  draft.unbookedFrom = day + 1;
  draft.offeredInTime = true;
  draft.patientCausedOn = NEVER;
  draft.foreseenOn = NEVER;
}

/** From today nothing is booked in time, unless that was so already. */
function unbook(draft: Draft, on: Day): void {
  draft.bookedOn = NEVER;
  draft.unbookedFrom = Math.min(draft.unbookedFrom, on);
}

function offerLate(draft: Draft, day: Day, on: Day): void {
  unbook(draft, on);
  draft.bookedOn = day;
  if (draft.patientCausedOn !== NEVER) return;
  draft.offeredInTime = false;
  foresee(draft, on);
}

function postpone(draft: Draft, event: BookingEvent, on: Day, o: Occurrence): void {
  unbook(draft, on);
  draft.bookedOn = event.day;
  const byPatient = event.cause !== null && o.track.clock.patientCauses.includes(event.cause);
  if (byPatient && draft.offeredInTime) return patientDelays(draft, event, o);
  takeBack(draft, event, o);
  if (event.day !== NEVER) foresee(draft, on);
}

const foresee = (draft: Draft, on: Day): void => {
  if (draft.foreseenOn === NEVER) draft.foreseenOn = on;
};

/** The patient does not come or asks to wait: their delay, if there was an offer in time and the date has not passed. */
function patientDelays(draft: Draft, event: BookingEvent, o: Occurrence): void {
  if (draft.offeredInTime && event.on <= o.dueOn && draft.patientCausedOn === NEVER) draft.patientCausedOn = event.on;
}

/** The hospital takes its offer back: from then on the delay is its own, unless the date has passed already. */
function takeBack(draft: Draft, event: BookingEvent, o: Occurrence): void {
  draft.offeredInTime = false;
  if (event.on <= o.dueOn) draft.patientCausedOn = NEVER;
}
