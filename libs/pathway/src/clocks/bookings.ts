import { addDays, maxDate, type OsloDate } from '@forlop/calendar';
import type { BookingEvent, ClockTrack, Occurrence } from './track.js';

/** What the offers, postponements and no-shows add up to for one occurrence and its final due date. */
export interface Plan {
  readonly bookedOn: OsloDate | null;
  /** First day from which no time on or before the due date is booked; null without a due date. */
  readonly unbookedFrom: OsloDate | null;
  readonly patientCausedOn: OsloDate | null;
  readonly foreseenOn: OsloDate | null;
  readonly riskSaidOn: OsloDate | null;
  readonly delayCause: string | null;
  readonly bookingFact: string | null;
  readonly postponementFact: string | null;
  readonly offeredInTime: boolean;
}

type Draft = { -readonly [K in keyof Plan]: Plan[K] };

/**
 * Replays an occurrence's bookings against its due date. An offer in time makes the delay the patient's if they then do
 * not come or ask to wait (MOVE-2), as long as the hospital does not take it back; an offer that itself lies after the
 * date shows that the hospital will not keep it (BREACH-1); a delay that the hospital causes, or a new offer in time,
 * wipes out what the patient caused before.
 */
export function planFor(track: ClockTrack, o: Occurrence): Plan {
  const draft: Draft = {
    bookedOn: null, unbookedFrom: o.startOn, patientCausedOn: null, foreseenOn: null, riskSaidOn: null,
    delayCause: null, bookingFact: null, postponementFact: null, offeredInTime: false,
  };
  if (track.bookings.length === 0) return draft;
  const closedOn = o.metOn ?? o.endedOn;
  const oneFrist = track.clock.spec.mode === 'once' || track.clock.spec.mode === 'supersede';
  for (let i = oneFrist ? o.bookingsFrom : 0; i < track.bookings.length; i += 1) {
    const event = track.bookings[i]!;
    if (closedOn !== null && event.on > closedOn) break;
    // In a clock that comes again, an old occurrence's bookings are not the new one's.
    if (oneFrist || (event.day ?? event.on) >= o.startOn) apply(draft, event, o, track);
  }
  return draft;
}

function apply(draft: Draft, event: BookingEvent, o: Occurrence, track: ClockTrack): void {
  const due = o.dueOn;
  const passed = due !== null && event.on > due;
  const inTime = (day: OsloDate | null): day is OsloDate => day !== null && (due === null || day <= due);
  const on = maxDate(event.on, o.startOn);
  switch (event.role) {
    case 'offered':
      draft.bookingFact = event.fact;
      if (event.day === null) return;
      if (inTime(event.day)) return bookInTime(draft, event.day);
      draft.bookedOn = event.day;
      draft.unbookedFrom = unbooked(draft, on);
      if (draft.patientCausedOn !== null) return;
      draft.offeredInTime = false;
      draft.foreseenOn ??= on;
      return;
    case 'postponed':
      draft.postponementFact = event.fact;
      draft.delayCause = event.cause;
      if (inTime(event.day)) return bookInTime(draft, event.day);
      return postpone(draft, event, on, passed, track);
    case 'missed':
      return patientDelays(draft, event, on, passed);
    case 'cancelled':
      if (draft.bookedOn === null) return;
      draft.bookedOn = null;
      draft.unbookedFrom = unbooked(draft, on);
      return takeBack(draft, passed);
    case 'foreseen':
      draft.foreseenOn ??= on;
      return;
    case 'risk-said':
      draft.riskSaidOn ??= on;
      return;
    case 'risk-withdrawn':
      draft.riskSaidOn = null;
  }
}

/** The day from which nothing is booked in time: today, unless that was so already. */
function unbooked(draft: Draft, on: OsloDate): OsloDate {
  return draft.unbookedFrom !== null && draft.unbookedFrom < on ? draft.unbookedFrom : on;
}

function bookInTime(draft: Draft, day: OsloDate): void {
  draft.bookedOn = day;
  draft.unbookedFrom = addDays(day, 1);
  draft.offeredInTime = true;
  draft.patientCausedOn = null;
  draft.foreseenOn = null;
}

function postpone(draft: Draft, event: BookingEvent, on: OsloDate, passed: boolean, track: ClockTrack): void {
  const byPatient = event.cause !== null && track.clock.patientCauses.has(event.cause);
  if (byPatient && draft.offeredInTime) {
    patientDelays(draft, event, on, passed);
    draft.bookedOn = event.day;
    return;
  }
  draft.bookedOn = event.day;
  draft.unbookedFrom = unbooked(draft, on);
  takeBack(draft, passed);
  if (event.day !== null) draft.foreseenOn ??= on;
}

/** The hospital takes its offer back: from then on the delay is its own, unless the date has passed already. */
function takeBack(draft: Draft, passed: boolean): void {
  draft.offeredInTime = false;
  if (!passed) draft.patientCausedOn = null;
}

function patientDelays(draft: Draft, event: BookingEvent, on: OsloDate, passed: boolean): void {
  draft.bookedOn = null;
  draft.unbookedFrom = unbooked(draft, on);
  if (draft.offeredInTime && !passed) draft.patientCausedOn ??= event.on;
}
