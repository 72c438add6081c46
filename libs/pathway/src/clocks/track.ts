import { addSpanToDay, fromDayNumber, tryDayNumber } from '@forlop/calendar';
import { matchesAny, type ClockAction } from '../compile/compiled.js';
import { NEVER, type Day } from '../days.js';
import type { Fact } from '../fold/facts.js';
import { find } from '../fold/findings.js';
import type { FoldState } from '../fold/state.js';
import { newTrack, NO_PLAN, type ClockTrack, type Occurrence } from './occurrence.js';

/** Lets one fact meet, end, book, tell or start the occurrences of one clock, in that order and each at most once. */
export function actOnClocks(state: FoldState, action: ClockAction, fact: Fact): void {
  const track = (state.tracks[action.clock.index] ??= newTrack(action.clock, state));
  if (matchesAny(action.met, fact, state)) meet(track, fact);
  for (const { match, as } of action.ended) {
    if (!match(fact, state)) continue;
    closeOpen(track, fact, as);
    break;
  }
  for (const { match, role, dateField, causeField } of action.bookings) {
    if (!match(fact, state)) continue;
    track.bookings.push({
      role,
      on: fact.on,
      fact: fact.id,
      day: dateField === null ? NEVER : dayIn(fact, dateField),
      cause: causeField === null ? null : textIn(fact, causeField),
    });
  }
  if (matchesAny(action.communicated, fact, state)) {
    for (const o of track.open) if (o.communicatedOn === NEVER) o.communicatedOn = fact.on;
  }
  for (const { match, dateFields } of action.starts) {
    if (!match(fact, state)) continue;
    if (action.clock.onlyWhen(state)) start(track, fact, startDay(fact, dateFields));
    break;
  }
}

/** Ends what is open: everything at death, otherwise what does not outlive the pathway's closing. */
export function closeClocks(state: FoldState, fact: Fact, everything: boolean): void {
  for (const track of state.tracks) {
    if (track === undefined || (!everything && track.clock.spec.outlivesClosing === true)) continue;
    for (const o of track.open) close(o, fact, everything ? 'everything-ended' : 'pathway-closed');
    forgetOpen(track, 0);
  }
}

function meet(track: ClockTrack, fact: Fact): void {
  if (track.open.length === 0) return noteEarly(track, fact);
  const met = closeOpen(track, fact, null);
  const { clock, state } = track;
  if (met && clock.spec.mode === 'recurring' && clock.onlyWhen(state)) start(track, fact, fact.on);
}

/**
 * Meets (`as` null) or ends the open occurrences that a fact speaks of: with a key the one it names, without its key the
 * oldest, in a clock without keys all. True when there was one.
 */
function closeOpen(track: ClockTrack, fact: Fact, as: string | null): boolean {
  const { open, clock } = track;
  const asked = clock.key === null ? null : textIn(fact, clock.key);
  let left = 0;
  for (let i = 0; i < open.length; i += 1) {
    const o = open[i]!;
    const meant = clock.key === null || (asked === null ? i === 0 : o.key === asked);
    if (meant) close(o, fact, as);
    else open[left++] = o;
  }
  return forgetOpen(track, left);
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

/** Keeps the first `left` of the open ones; true when that closed any. */
function forgetOpen(track: ClockTrack, left: number): boolean {
  if (left === track.open.length) return false;
  track.open.length = left;
  track.bookingsAtClose = track.bookings.length;
  return true;
}

function start(track: ClockTrack, fact: Fact, on: Day): void {
  const { state, clock } = track;
  const { mode, outlivesClosing, id } = clock.spec;
  if (state.closed && outlivesClosing !== true) return;
  const open = track.open[0];
  if (open !== undefined) {
    if (mode === 'supersede') return supersede(track, open, fact);
    if (mode === 'recurring' || mode === 'again') return;
  }
  if (clock.oneFrist && track.epoch === state.epoch && !mayStartAgain(track)) {
    if (mode === 'supersede') find(state, 'new-date-after-clock', fact, id, {});
    return;
  }
  findMetBeforeStart(track, fact, on);
  track.epoch = state.epoch;
  const occurrence = newOccurrence(track, fact, on);
  track.occurrences.push(occurrence);
  track.open.push(occurrence);
}

/** A clock that starts once may start again after it ended without being met (a frist taken away and given anew). */
function mayStartAgain({ clock, occurrences }: ClockTrack): boolean {
  const last = occurrences.at(-1);
  return clock.spec.mode === 'supersede' && last !== undefined && last.endedOn !== NEVER;
}

function newOccurrence(track: ClockTrack, fact: Fact, on: Day): Occurrence {
  const { clock, state } = track;
  const length = clock.lengths.find((l) => l.when(state));
  const givenDay = clock.dueField === null ? NEVER : dayIn(fact, clock.dueField);
  return {
    track,
    number: track.occurrences.length + 1,
    startOn: on,
    startFact: fact.id,
    key: clock.key === null ? null : textIn(fact, clock.key),
    owner: ownerNow(track),
    span: length === undefined ? null : length.span,
    bookingsFrom: track.open.length === 0 ? track.bookingsAtClose : track.bookings.length,
    dueOn: length === undefined ? givenDay : addSpanToDay(state.calendar, on, length.span),
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

function ownerNow({ clock, state }: ClockTrack): string {
  for (const { when, owner } of clock.owners) if (when(state)) return owner;
  return clock.spec.owner;
}

/** A new date counts only while the old one has not passed: a breach is not undone by a new frist (MOVE-1). */
function supersede({ clock, state }: ClockTrack, open: Occurrence, fact: Fact): void {
  const day = clock.dueField === null ? NEVER : dayIn(fact, clock.dueField);
  if (day === NEVER) return;
  if (fact.on > open.dueOn) {
    return find(state, 'new-date-after-breach', fact, clock.spec.id, { old: fromDayNumber(open.dueOn), new: fromDayNumber(day) });
  }
  open.dueOn = day;
  open.dueFact = fact.id;
  open.communicatedOn = NEVER;
}

/** Remembers what would have met the clock had it run, unless it had been met already in this episode. */
function noteEarly(track: ClockTrack, fact: Fact): void {
  const { clock, state, epoch } = track;
  if (!clock.expectsStartFirst) return;
  const last = track.occurrences.at(-1);
  if (last !== undefined && last.metOn !== NEVER && epoch === state.epoch) return;
  if (track.early?.epoch !== state.epoch) track.early = { fact, epoch: state.epoch };
}

/** Care that began before the referral was received, and the like: kept, and somebody must look. */
function findMetBeforeStart(track: ClockTrack, fact: Fact, on: Day): void {
  const { early, state, clock } = track;
  track.early = null;
  if (early === null || early.epoch !== state.epoch || early.fact.on >= on) return;
  find(state, 'met-before-start', early.fact, clock.spec.id, { startedBy: fact.id, startOn: fromDayNumber(on) });
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
