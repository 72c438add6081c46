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
 * not come or ask to wait (MOVE-2); an offer that itself lies after the date shows that the hospital will not keep it
 * (BREACH-1); a delay that the hospital causes, or a new offer in time, wipes out what the patient caused before.
 */
export function planFor(track: ClockTrack, o: Occurrence): Plan {
  const draft: Draft = {
    bookedOn: null, unbookedFrom: o.startOn, patientCausedOn: null, foreseenOn: null, riskSaidOn: null,
    delayCause: null, bookingFact: null, postponementFact: null, offeredInTime: false,
  };
  if (track.bookings.length === 0) return draft;
  const closedOn = o.metOn ?? o.endedOn;
  for (const event of track.bookings) {
    if (closedOn !== null && event.on > closedOn) continue;
    if (concerns(track, o, event)) apply(draft, event, o, track);
  }
  return draft;
}

/** In a recurring clock an old occurrence's bookings are not the new one's. */
function concerns(track: ClockTrack, o: Occurrence, event: BookingEvent): boolean {
  const { mode } = track.clock.spec;
  if (mode === 'once' || mode === 'supersede') return true;
  return (event.day ?? event.on) >= o.startOn;
}

function apply(draft: Draft, event: BookingEvent, o: Occurrence, track: ClockTrack): void {
  const due = o.dueOn;
  const passed = due !== null && event.on > due;
  const inTime = (day: OsloDate | null): day is OsloDate => day !== null && (due === null || day <= due);
  const on = maxDate(event.on, o.startOn);
  switch (event.role) {
    case 'offered':
      draft.bookingFact = event.fact;
      if (inTime(event.day)) return bookInTime(draft, event.day);
      draft.bookedOn = event.day;
      draft.unbookedFrom = unbooked(draft, on);
      if (draft.patientCausedOn === null) draft.foreseenOn ??= on;
      return;
    case 'postponed':
      draft.postponementFact = event.fact;
      draft.delayCause = event.cause;
      if (inTime(event.day)) return bookInTime(draft, event.day);
      return postpone(draft, event, on, passed, track);
    case 'missed':
      return patientDelays(draft, event, on, passed);
    case 'cancelled':
      draft.bookedOn = null;
      draft.unbookedFrom = unbooked(draft, on);
      if (!passed) draft.patientCausedOn = null;
      return;
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
  if (!passed) draft.patientCausedOn = null;
  if (event.day !== null) draft.foreseenOn ??= on;
}

function patientDelays(draft: Draft, event: BookingEvent, on: OsloDate, passed: boolean): void {
  draft.bookedOn = null;
  draft.unbookedFrom = unbooked(draft, on);
  if (draft.offeredInTime && !passed) draft.patientCausedOn ??= event.on;
}
