import { addSpan, isOsloDate, type OsloDate } from '@forlop/calendar';
import type { BookingRole, ClockAction, CompiledClock } from '../compile/compiled.js';
import { find } from '../fold/fold.js';
import type { Fact } from '../fold/facts.js';
import type { FoldState } from '../fold/state.js';
import type { Span } from '../types/definition.js';

/** One occurrence of a clock while the facts are folded. */
export interface Occurrence {
  readonly startOn: OsloDate;
  readonly startFact: string;
  readonly key: string | null;
  readonly owner: string;
  /** The length that was counted; null where a fact gave the date or there is no limit. */
  readonly span: Span | null;
  /** Bookings of the track before this one were made under an earlier occurrence. */
  readonly bookingsFrom: number;
  dueOn: OsloDate | null;
  dueFact: string | null;
  metOn: OsloDate | null;
  metFact: string | null;
  endedOn: OsloDate | null;
  endedAs: string | null;
  endFact: string | null;
  communicatedOn: OsloDate | null;
}

/** A time offered, postponed, missed …, kept until the due date it is judged by is final. */
export interface BookingEvent {
  readonly role: BookingRole;
  readonly on: OsloDate;
  readonly fact: string;
  /** The offered or newly planned day. */
  readonly day: OsloDate | null;
  readonly cause: string | null;
}

/** All occurrences of one clock so far. */
export interface ClockTrack {
  readonly clock: CompiledClock;
  readonly occurrences: Occurrence[];
  /** Those that are neither met nor ended, in order of start. */
  open: Occurrence[];
  readonly bookings: BookingEvent[];
  /** How many bookings there were when an occurrence last closed. */
  bookingsAtClose: number;
  /** The epoch in which the last occurrence started; -1 before the first. */
  epoch: number;
  /** The first fact of an epoch that would have met the clock while none was open. */
  early: { readonly fact: Fact; readonly epoch: number } | null;
}

export const newTrack = (clock: CompiledClock): ClockTrack => ({ clock, occurrences: [], open: [], bookings: [], bookingsAtClose: 0, epoch: -1, early: null });

/** Lets one fact meet, end, book, tell or start the occurrences of one clock, in that order and each at most once. */
export function actOnClocks(state: FoldState, action: ClockAction, fact: Fact): void {
  const track = state.tracks[action.clock.index]!;
  if (action.met.some((match) => match(fact, state))) meet(state, track, fact);
  const ending = action.ended.find(({ match }) => match(fact, state));
  if (ending !== undefined) endAll(track, candidates(track, fact), fact, ending.as);
  for (const booking of action.bookings) {
    if (booking.match(fact, state)) {
      track.bookings.push({
        role: booking.role,
        on: fact.occurredOn,
        fact: fact.id,
        day: booking.dateField === undefined ? null : dateIn(fact, booking.dateField),
        cause: booking.causeField === undefined ? null : textIn(fact, booking.causeField),
      });
    }
  }
  for (const match of action.communicated) {
    if (match(fact, state)) for (const o of track.open) o.communicatedOn ??= fact.occurredOn;
  }
  const beginning = action.starts.find(({ match }) => match(fact, state));
  if (beginning !== undefined && action.clock.onlyWhen(state)) start(state, track, fact, startDate(fact, beginning.dateFields));
}

/** Ends what is open: everything at death, otherwise what does not outlive the pathway's closing. */
export function closeClocks(state: FoldState, fact: Fact, everything: boolean): void {
  for (const track of state.tracks) {
    if (!everything && track.clock.spec.outlivesClosing === true) continue;
    endAll(track, track.open, fact, everything ? 'everything-ended' : 'pathway-closed');
  }
}

/** The open occurrences that a fact speaks of: with a key the one it names, without its key the oldest. */
function candidates(track: ClockTrack, fact: Fact): Occurrence[] {
  const { key, mode } = track.clock.spec;
  if (mode !== 'each' || key === undefined) return track.open;
  const asked = textIn(fact, key);
  return asked === null ? track.open.slice(0, 1) : track.open.filter((o) => o.key === asked);
}

function close(track: ClockTrack, closed: readonly Occurrence[]): void {
  if (closed.length === 0) return;
  track.bookingsAtClose = track.bookings.length;
  track.open = closed.length === track.open.length ? [] : track.open.filter((o) => !closed.includes(o));
}

function meet(state: FoldState, track: ClockTrack, fact: Fact): void {
  if (track.open.length === 0) return noteEarly(state, track, fact);
  const met = candidates(track, fact);
  for (const o of met) {
    o.metOn = fact.occurredOn;
    o.metFact = fact.id;
  }
  close(track, met);
  if (track.clock.spec.mode === 'recurring' && met.length > 0 && track.clock.onlyWhen(state)) start(state, track, fact, fact.occurredOn);
}

function endAll(track: ClockTrack, ended: readonly Occurrence[], fact: Fact, as: string): void {
  for (const o of ended) {
    o.endedOn = fact.occurredOn;
    o.endedAs = as;
    o.endFact = fact.id;
  }
  close(track, ended);
}

function start(state: FoldState, track: ClockTrack, fact: Fact, on: OsloDate): void {
  const { mode, outlivesClosing } = track.clock.spec;
  if (outlivesClosing !== true && state.definition.terminalSteps.has(state.step)) return;
  const open = track.open[0];
  if (mode === 'supersede' && open !== undefined) return supersede(state, track.clock, open, fact);
  if ((mode === 'recurring' || mode === 'again') && open !== undefined) return;
  if ((mode === 'once' || mode === 'supersede') && track.epoch === state.epoch && !mayStartAgain(track)) {
    if (mode === 'supersede') find(state, 'new-date-after-clock', fact, track.clock.spec.id, {});
    return;
  }
  findMetBeforeStart(state, track, fact, on);
  track.epoch = state.epoch;
  const occurrence = newOccurrence(state, track, fact, on);
  track.occurrences.push(occurrence);
  track.open.push(occurrence);
}

/** A clock that starts once may start again after it ended without being met (a frist taken away and given anew). */
function mayStartAgain(track: ClockTrack): boolean {
  const last = track.occurrences.at(-1);
  return track.clock.spec.mode === 'supersede' && last !== undefined && last.endedOn !== null;
}

function newOccurrence(state: FoldState, track: ClockTrack, fact: Fact, on: OsloDate): Occurrence {
  const { clock } = track;
  const dueField = clock.dueField === null ? null : dateIn(fact, clock.dueField);
  const length = clock.lengths.find((l) => l.when(state));
  return {
    startOn: on,
    startFact: fact.id,
    key: clock.spec.key === undefined ? null : textIn(fact, clock.spec.key),
    owner: clock.owners.find((o) => o.when(state))?.owner ?? clock.spec.owner,
    span: length?.span ?? null,
    bookingsFrom: track.open.length === 0 ? track.bookingsAtClose : track.bookings.length,
    dueOn: length === undefined ? dueField : addSpan(state.calendar, on, length.span),
    dueFact: null,
    metOn: null,
    metFact: null,
    endedOn: null,
    endedAs: null,
    endFact: null,
    communicatedOn: null,
  };
}

/** A new date counts only while the old one has not passed: a breach is not undone by a new frist (MOVE-1). */
function supersede(state: FoldState, clock: CompiledClock, open: Occurrence, fact: Fact): void {
  const day = clock.dueField === null ? null : dateIn(fact, clock.dueField);
  if (day === null) return;
  if (open.dueOn !== null && fact.occurredOn > open.dueOn) {
    return find(state, 'new-date-after-breach', fact, clock.spec.id, { old: open.dueOn, new: day });
  }
  open.dueOn = day;
  open.dueFact = fact.id;
  open.communicatedOn = null;
}

/** Remembers what would have met the clock had it run, unless it had been met already in this episode. */
function noteEarly(state: FoldState, track: ClockTrack, fact: Fact): void {
  const last = track.occurrences.at(-1);
  if (last !== undefined && last.metOn !== null && track.epoch === state.epoch) return;
  if (track.early?.epoch !== state.epoch) track.early = { fact, epoch: state.epoch };
}

/** Care that began before the referral was received, and the like: kept, and somebody must look. */
function findMetBeforeStart(state: FoldState, track: ClockTrack, fact: Fact, on: OsloDate): void {
  const { early, clock } = track;
  track.early = null;
  if (early === null || early.epoch !== state.epoch || early.fact.occurredOn >= on || !clock.expectsStartFirst) return;
  find(state, 'met-before-start', early.fact, clock.spec.id, { startedBy: fact.id, startOn: on });
}

function startDate(fact: Fact, fields: readonly string[]): OsloDate {
  for (const field of fields) {
    const day = dateIn(fact, field);
    if (day !== null) return day;
  }
  return fact.occurredOn;
}

function dateIn(fact: Fact, field: string): OsloDate | null {
  const value = fact.data[field];
  return typeof value === 'string' && isOsloDate(value) ? value : null;
}

function textIn(fact: Fact, field: string): string | null {
  const value = fact.data[field];
  return typeof value === 'string' ? value : null;
}
