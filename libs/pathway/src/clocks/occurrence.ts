import { NEVER, type Day } from '../days.js';
import type { BookingRole, CompiledClock } from '../compile/compiled.js';
import type { Fact } from '../fold/facts.js';
import type { FoldState } from '../fold/state.js';
import type { Span } from '../types/definition.js';

/** One occurrence of a clock, in days; `NEVER` where there is no such day. */
export interface Occurrence {
  readonly track: ClockTrack;
  /** 1, 2, 3 … in order of start. */
  number: number;
  readonly startOn: Day;
  readonly startFact: string;
  readonly key: string | null;
  readonly owner: string;
  /** The length that was counted; null where a fact gave the date or there is no limit. */
  readonly span: Span | null;
  /** Bookings of the track before this one were made under an earlier occurrence. */
  readonly bookingsFrom: number;
  dueOn: Day;
  dueFact: string | null;
  metOn: Day;
  metFact: string | null;
  endedOn: Day;
  endedAs: string | null;
  endFact: string | null;
  communicatedOn: Day;
  // What follows from the days above and the bookings, set when the last fact has been folded (see `settle`).
  warnOn: Day;
  atRiskFrom: Day;
  plan: Plan;
}

/** What the offers, postponements and no-shows add up to for one occurrence and its final due date. */
export interface Plan {
  readonly bookedOn: Day;
  /** First day from which no time on or before the due date is booked. */
  readonly unbookedFrom: Day;
  readonly patientCausedOn: Day;
  readonly foreseenOn: Day;
  readonly riskSaidOn: Day;
  readonly delayCause: string | null;
  readonly bookingFact: string | null;
  readonly postponementFact: string | null;
  readonly offeredInTime: boolean;
}

/** Nothing was offered, and nothing said. */
export const NO_PLAN: Plan = {
  bookedOn: NEVER, unbookedFrom: -NEVER, patientCausedOn: NEVER, foreseenOn: NEVER, riskSaidOn: NEVER,
  delayCause: null, bookingFact: null, postponementFact: null, offeredInTime: false,
};

/** A time offered, postponed, missed …, kept until the due date it is judged by is final. */
export interface BookingEvent {
  readonly role: BookingRole;
  readonly on: Day;
  readonly fact: string;
  /** The offered or newly planned day. */
  readonly day: Day;
  readonly cause: string | null;
}

/** All occurrences of one clock so far. Made when something first happens to the clock. */
export interface ClockTrack {
  readonly clock: CompiledClock;
  readonly state: FoldState;
  /** In order of start. */
  occurrences: Occurrence[];
  /** How many of them are neither met nor ended. */
  open: number;
  bookings: BookingEvent[];
  /** How many bookings there were when an occurrence last closed. */
  bookingsAtClose: number;
  /** The epoch in which the last occurrence started; -1 before the first. */
  epoch: number;
  /** The first fact of an epoch that would have met the clock while none was open. */
  early: { readonly fact: Fact; readonly epoch: number } | null;
}

// Most clocks have one occurrence and no bookings: what is empty is shared, and a list begins with its first.
const NO_OCCURRENCES: Occurrence[] = [];
const NO_BOOKINGS: BookingEvent[] = [];

/** The clock's track, made if need be. */
export const trackOf = (clock: CompiledClock, state: FoldState): ClockTrack =>
  (state.tracks[clock.index] ??= { clock, state, occurrences: NO_OCCURRENCES, open: 0, bookings: NO_BOOKINGS, bookingsAtClose: 0, epoch: -1, early: null });

/** Adds an occurrence that starts now, open. */
export function addOccurrence(track: ClockTrack, occurrence: Occurrence): void {
  if (track.occurrences.length === 0) track.occurrences = [occurrence];
  else track.occurrences.push(occurrence);
  track.open += 1;
}

export function addBooking(track: ClockTrack, booking: BookingEvent): void {
  if (track.bookings.length === 0) track.bookings = [booking];
  else track.bookings.push(booking);
}

/** Neither met nor ended. */
export const isOpen = (o: Occurrence): boolean => o.metOn === NEVER && o.endedOn === NEVER;

/** The day on which it was met or ended. */
export const doneOn = ({ metOn, endedOn }: Occurrence): Day => (metOn === NEVER ? endedOn : metOn);

/** The first day on which an unused right is gone. */
export const lapsesOn = ({ track, dueOn }: Occurrence): Day => (track.clock.lapses && dueOn !== NEVER ? dueOn + 1 : NEVER);

/** The first day on which nobody has to meet it any more. */
export const closesOn = (o: Occurrence): Day => Math.min(doneOn(o), lapsesOn(o));

/** The first day on which it is (or will be) broken, if nothing more happens. */
export function breaksOn(o: Occurrence): Day {
  if (o.dueOn === NEVER || o.plan.patientCausedOn !== NEVER || o.track.clock.lapses) return NEVER;
  return doneOn(o) <= o.dueOn ? NEVER : o.dueOn + 1;
}
