import { civilFromDay, dayFromCivil, lastSundayOf } from './civil.js';
import { CalendarError, quoted } from './errors.js';
import { LAST_YEAR, dayNumber, fromDayNumber, tryOsloDate, type OsloDate } from './oslo-date.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From here on the offsets below are exact: 1966–1979 had no summer time (IANA tz database, Europe/Oslo). */
const FIRST_EXACT_YEAR = 1966;
const FIRST_SUMMER_TIME = 1980;
/** Until then summer time ended in September. */
const FIRST_OCTOBER_END = 1996;

const FIRST_INSTANT = dayFromCivil(FIRST_EXACT_YEAR, 1, 1) * DAY - HOUR;
const END_OF_INSTANTS = dayFromCivil(LAST_YEAR + 1, 1, 1) * DAY - HOUR;

/** The instants at which summer time starts and ends in a year, epoch milliseconds. */
interface SummerTime {
  readonly start: number;
  readonly end: number;
}

/**
 * Summer time turns at 01:00 UTC: the last Sunday of March to the last Sunday of October (directive 2000/84/EC), to
 * the last Sunday of September until 1995, and from 6 April in 1980 (IANA tz database, Europe/Oslo).
 */
function workOutSummerTime(year: number): SummerTime {
  const start = year === FIRST_SUMMER_TIME ? dayFromCivil(year, 4, 6) : lastSundayOf(year, 3);
  const end = lastSundayOf(year, year < FIRST_OCTOBER_END ? 9 : 10);
  return { start: start * DAY + HOUR, end: end * DAY + HOUR };
}

const summerTimes = new Map<number, SummerTime>();

/** Summer time in a year; undefined before 1980. */
function summerTimeOf(year: number): SummerTime | undefined {
  if (year < FIRST_SUMMER_TIME) {
    return undefined;
  }
  let summer = summerTimes.get(year);
  if (summer === undefined) {
    summer = workOutSummerTime(year);
    summerTimes.set(year, summer);
  }
  return summer;
}

function outOfRange(): CalendarError {
  return new CalendarError('instant-out-of-range', `Tidspunktet er utenfor årene ${FIRST_EXACT_YEAR} til ${LAST_YEAR}, der norsk tid er kjent.`);
}

const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** The offset from UTC written as `Z` or `±HH:MM`, in milliseconds; undefined beyond 14 hours, which no place has. */
function offsetOf(text: string): number | undefined {
  if (text === 'Z') {
    return 0;
  }
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) {
    return undefined;
  }
  return (hours * HOUR + minutes * MINUTE) * (text.startsWith('-') ? -1 : 1);
}

function invalidInstant(text: string): CalendarError {
  return new CalendarError(
    'invalid-instant',
    `${quoted(text)} er ikke et tidspunkt. Skriv dato, klokkeslett og tidssone, for eksempel 2026-03-31T22:30:00Z eller 2026-04-01T00:30:00+02:00.`,
  );
}

/**
 * Epoch milliseconds of an ISO 8601 instant with `Z` or an offset; parts of a millisecond are cut off, and a leap
 * second (:60) counts as :59. Throws `invalid-instant`, also without an offset: guessing a time zone moves dates.
 */
export function epochMsOf(text: string): number {
  const match = ISO_INSTANT.exec(text);
  if (!match) {
    throw invalidInstant(text);
  }
  const date = tryOsloDate(match[1] as string);
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const offset = offsetOf(match[6] as string);
  if (date === undefined || offset === undefined || hour > 23 || minute > 59 || second > 60) {
    throw invalidInstant(text);
  }
  const ms = Number((match[5] ?? '').slice(0, 3).padEnd(3, '0'));
  return dayNumber(date) * DAY + hour * HOUR + minute * MINUTE + Math.min(second, 59) * 1000 + ms - offset;
}

/**
 * The date in Norway at an instant (ISO text with `Z` or offset, or epoch milliseconds).
 * Throws `invalid-instant` or `instant-out-of-range` (1966–2200).
 */
export function osloDateOf(instant: string | number): OsloDate {
  const ms = typeof instant === 'string' ? epochMsOf(instant) : instant;
  if (!Number.isFinite(ms)) {
    throw invalidInstant(String(instant));
  }
  if (ms < FIRST_INSTANT || ms >= END_OF_INSTANTS) {
    throw outOfRange();
  }
  const summer = summerTimeOf(civilFromDay(Math.floor(ms / DAY)).year);
  const isSummer = summer !== undefined && ms >= summer.start && ms < summer.end;
  return fromDayNumber(Math.floor((ms + (isSummer ? 2 * HOUR : HOUR)) / DAY));
}

/** The instant of a wall-clock time, given as milliseconds since 1970-01-01T00:00 on the clock in Norway. */
function instantOfWall(wall: number, year: number): number {
  if (year < FIRST_EXACT_YEAR) {
    throw outOfRange();
  }
  const summer = summerTimeOf(year);
  // In the gap in spring the winter offset is used, which moves the time forward; of two equal times the first is taken.
  const isSummer = summer !== undefined && wall >= summer.start + 2 * HOUR && wall < summer.end + 2 * HOUR;
  return wall - (isSummer ? 2 * HOUR : HOUR);
}

/** Epoch milliseconds of 00:00 in Norway on the date. Throws `instant-out-of-range` before 1966. */
export function osloMidnight(date: OsloDate): number {
  const day = dayNumber(date);
  return instantOfWall(day * DAY, civilFromDay(day).year);
}

/**
 * Epoch milliseconds of a time `HH:MM` in Norway on the date. A time that is skipped in spring moves an hour forward
 * (02:30 becomes 03:30); one that occurs twice in autumn is the first. Throws `invalid-time` or `instant-out-of-range`.
 */
export function osloTimeOf(date: OsloDate, time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) {
    throw new CalendarError('invalid-time', `${quoted(time)} er ikke et klokkeslett. Skriv TT:MM, for eksempel 08:00.`);
  }
  const day = dayNumber(date);
  return instantOfWall(day * DAY + Number(match[1]) * HOUR + Number(match[2]) * MINUTE, civilFromDay(day).year);
}
