import { addSpanToDay, fromDayNumber, tryDayNumber } from '@forlop/calendar';
import { anyHolds, holds, type ClockAction } from '../compile/compiled.js';
import { NEVER, type Day } from '../days.js';
import type { Fact } from '../fold/facts.js';
import { find } from '../fold/findings.js';
import type { FoldState } from '../fold/state.js';
import type { Span } from '../types/definition.js';
import { addBooking, addOccurrence, isOpen, lapsesOn, NO_PLAN, trackOf, type ClockTrack, type Occurrence } from './occurrence.js';

/** Lets one fact meet, end, book, tell or start the occurrences of one clock, in that order and each at most once. */
export function actOnClock(state: FoldState, action: ClockAction, fact: Fact): void {
  const track = state.tracks[action.index];
  if (action.onlyOpen && (track === undefined || track.open === 0)) return;
  if (action.met.length > 0 && anyHolds(action.met, state)) meet(state, action, fact);
  if (track !== undefined && track.open > 0) {
    if (action.ended.length > 0) endOpen(track, action, fact);
    if (action.communicated.length > 0 && anyHolds(action.communicated, state)) tellOpen(track, fact);
  }
  if (action.bookings.length > 0) book(state, action, fact);
  if (action.starts.length > 0) startByFirst(state, action, fact);
}

/** Ends what is open: everything at death, otherwise what does not outlive the pathway's closing. */
export function closeClocks(state: FoldState, fact: Fact, everything: boolean): void {
  for (const track of state.tracks) {
    if (track === undefined || track.open === 0 || (!everything && track.clock.outlivesClosing)) continue;
    for (const o of track.occurrences) if (isOpen(o)) close(o, fact, everything ? 'everything-ended' : 'pathway-closed');
    track.open = 0;
    track.bookingsAtClose = track.bookings.length;
  }
}

function meet(state: FoldState, { clock }: ClockAction, fact: Fact): void {
  const track = state.tracks[clock.index];
  if (track === undefined || track.open === 0) {
    if (clock.expectsStartFirst) noteEarly(trackOf(clock, state), fact);
    return;
  }
  const met = closeOpen(track, fact, null);
  if (met && clock.mode === 'recurring' && holds(clock.onlyWhen, state)) startIn(track, fact, fact.on);
}

function endOpen(track: ClockTrack, { ended }: ClockAction, fact: Fact): void {
  for (const { when, as } of ended) if (holds(when, track.state)) return void closeOpen(track, fact, as);
}

function tellOpen(track: ClockTrack, fact: Fact): void {
  for (const o of track.occurrences) if (isOpen(o) && o.communicatedOn === NEVER) o.communicatedOn = fact.on;
}

function book(state: FoldState, { clock, bookings }: ClockAction, fact: Fact): void {
  for (const { when, role, dateField, causeField } of bookings) {
    if (!holds(when, state)) continue;
    addBooking(trackOf(clock, state), {
      role,
      on: fact.on,
      fact: fact.id,
      day: dateField === null ? NEVER : dayIn(fact, dateField),
      cause: causeField === null ? null : textIn(fact, causeField),
    });
  }
}

/**
 * Meets (`as` null) or ends the open occurrences that a fact speaks of: with a key the one it names, without its key the
 * oldest, in a clock without keys all. True when there was one.
 */
function closeOpen(track: ClockTrack, fact: Fact, as: string | null): boolean {
  const { clock, open } = track;
  const asked = clock.key === null ? null : textIn(fact, clock.key);
  for (const o of track.occurrences) {
    if (!isOpen(o) || (asked !== null && o.key !== asked)) continue;
    close(o, fact, as);
    track.open -= 1;
    if (clock.key !== null && asked === null) break;
  }
  if (track.open === open) return false;
  track.bookingsAtClose = track.bookings.length;
  return true;
}

function close(o: Occurrence, fact: Fact, as: string | null): void {
  if (as === null) {
    o.metOn = fact.on;
    o.metFact = fact.id;
  } else {
    o.endedOn = fact.on;
    o.endedAs = as;
    o.endFact = fact.id;
  }
}

/** The first of the definition's starts that holds is the one that counts. */
function startByFirst(state: FoldState, { clock, starts }: ClockAction, fact: Fact): void {
  if (state.closed && !clock.outlivesClosing) return;
  const { mode } = clock;
  if ((mode === 'again' || mode === 'recurring') && runs(state.tracks[clock.index], fact)) return;
  for (const { when, dateFields } of starts) {
    if (!holds(when, state)) continue;
    if (holds(clock.onlyWhen, state)) startIn(trackOf(clock, state), fact, startDay(fact, dateFields));
    return;
  }
}

/** Something of the clock runs that day. A right that has lapsed unused does not: told anew, the patient has it anew (KLAGE-4U). */
function runs(track: ClockTrack | undefined, fact: Fact): boolean {
  return track !== undefined && track.open > 0 && track.occurrences.some((o) => isOpen(o) && lapsesOn(o) > fact.on);
}

/** What has lapsed hears no more: what meets the right now is about the new one. */
function closeAll(track: ClockTrack, fact: Fact, as: string): void {
  for (const o of track.occurrences) if (isOpen(o)) close(o, fact, as);
  track.open = 0;
  track.bookingsAtClose = track.bookings.length;
}

function startIn(track: ClockTrack, fact: Fact, on: Day): void {
  const { state, clock } = track;
  if (state.closed && !clock.outlivesClosing) return;
  if (track.open > 0) {
    if (clock.mode === 'supersede') return supersede(track, track.occurrences.find(isOpen)!, fact);
    if (clock.mode === 'recurring' || clock.mode === 'again') {
      if (runs(track, fact)) return;
      closeAll(track, fact, 'lapsed');
    }
  }
  if (clock.oneFrist && track.epoch === state.epoch && !mayStartAgain(track)) {
    if (clock.mode === 'supersede') find(state, 'new-date-after-clock', fact, clock.id, {});
    return;
  }
  findMetBeforeStart(track, fact, on);
  track.epoch = state.epoch;
  addOccurrence(track, newOccurrence(track, fact, on));
}

/** A clock that starts once may start again after it ended without being met (a frist taken away and given anew). */
function mayStartAgain({ clock, occurrences }: ClockTrack): boolean {
  const last = occurrences.at(-1);
  return clock.mode === 'supersede' && last !== undefined && last.endedOn !== NEVER;
}

function newOccurrence(track: ClockTrack, fact: Fact, on: Day): Occurrence {
  const { clock, state } = track;
  const span = lengthNow(track);
  const givenDay = clock.dueField === null ? NEVER : dayIn(fact, clock.dueField);
  return {
    track,
    number: track.occurrences.length + 1,
    startOn: on,
    startFact: fact.id,
    key: clock.key === null ? null : textIn(fact, clock.key),
    owner: ownerNow(track),
    span,
    bookingsFrom: track.open === 0 ? track.bookingsAtClose : track.bookings.length,
    dueOn: span === null ? givenDay : addSpanToDay(state.calendar, on, span),
    dueFact: null,
    metOn: NEVER,
    metFact: null,
    endedOn: NEVER,
    endedAs: null,
    endFact: null,
    communicatedOn: NEVER,
    warnOn: NEVER,
    atRiskFrom: NEVER,
    plan: NO_PLAN,
  };
}

function lengthNow({ clock, state }: ClockTrack): Span | null {
  for (const { when, span } of clock.lengths) if (holds(when, state)) return span;
  return null;
}

function ownerNow({ clock, state }: ClockTrack): string {
  for (const { when, owner } of clock.owners) if (holds(when, state)) return owner;
  return clock.owner;
}

/** A new date counts only while the old one has not passed: a breach is not undone by a new frist (MOVE-1). */
function supersede({ clock, state }: ClockTrack, open: Occurrence, fact: Fact): void {
  const day = clock.dueField === null ? NEVER : dayIn(fact, clock.dueField);
  if (day === NEVER) return;
  if (fact.on > open.dueOn) {
    return find(state, 'new-date-after-breach', fact, clock.id, { old: fromDayNumber(open.dueOn), new: fromDayNumber(day) });
  }
  open.dueOn = day;
  open.dueFact = fact.id;
  open.communicatedOn = NEVER;
}

/** Remembers what would have met the clock had it run, unless it had been met already in this episode. */
function noteEarly(track: ClockTrack, fact: Fact): void {
  const { state, epoch } = track;
  const last = track.occurrences.at(-1);
  if (last !== undefined && last.metOn !== NEVER && epoch === state.epoch) return;
  if (track.early?.epoch !== state.epoch) track.early = { fact, epoch: state.epoch };
}

/** Care that began before the referral was received, and the like: kept, and somebody must look. */
function findMetBeforeStart(track: ClockTrack, fact: Fact, on: Day): void {
  const { early, state, clock } = track;
  track.early = null;
  if (early === null || early.epoch !== state.epoch || early.fact.on >= on) return;
  find(state, 'met-before-start', early.fact, clock.id, { startedBy: fact.id, startOn: fromDayNumber(on) });
}

function startDay(fact: Fact, fields: readonly string[]): Day {
  for (const field of fields) {
    const day = dayIn(fact, field);
    if (day !== NEVER) return day;
  }
  return fact.on;
}

function dayIn(fact: Fact, field: string): Day {
  const value = fact.data[field];
  return typeof value === 'string' ? (tryDayNumber(value) ?? NEVER) : NEVER;
}

function textIn(fact: Fact, field: string): string | null {
  const value = fact.data[field];
  return typeof value === 'string' ? value : null;
}
