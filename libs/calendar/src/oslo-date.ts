import { civilFromDay, dayFromCivil, daysInMonth, weekdayOfDay } from './civil.js';
import { CalendarError, quoted, requireWholeNumber } from './errors.js';

/** A real calendar date in Norway, `YYYY-MM-DD`, 1900-01-01 to 2200-12-31. It has no time and no time zone. */
export type OsloDate = string & { readonly __brand: 'OsloDate' };

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;
export const FIRST_DAY = dayFromCivil(FIRST_YEAR, 1, 1);
export const LAST_DAY = dayFromCivil(LAST_YEAR, 12, 31);

/** Day number of each month's first day, from January of the first year to the month after the last. */
const MONTH_STARTS = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 }, (_, i) =>
  dayFromCivil(FIRST_YEAR + Math.floor(i / 12), (i % 12) + 1, 1),
);

const HYPHEN = 45;
const ZERO = 48;

/** The number written with digits at [start, end), or −1 when something there is not a digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    value = value * 10 + digit;
  }
  return value;
}

/** The day number of a valid date text, else undefined. */
function parseDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
    return undefined;
  }
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
    return undefined;
  }
  const index = (year - FIRST_YEAR) * 12 + month - 1;
  const result = (MONTH_STARTS[index] as number) + day - 1;
  return result < (MONTH_STARTS[index + 1] as number) ? result : undefined;
}

/** Says what is wrong with a text that {@link parseDay} refused. */
function invalidDate(text: unknown): CalendarError {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!parts) {
    return new CalendarError('invalid-date', `${quoted(text)} er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.`);
  }
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return outOfRange(`Datoen ${quoted(text)}`);
  }
  return new CalendarError(
    'invalid-date',
    month >= 1 && month <= 12
      ? `Datoen ${quoted(text)} finnes ikke. Den måneden har dagene 1 til ${daysInMonth(year, month)}.`
      : `Datoen ${quoted(text)} finnes ikke. Måneden må være 01 til 12.`,
  );
}

function outOfRange(what: string): CalendarError {
  return new CalendarError('date-out-of-range', `${what} er utenfor årene ${FIRST_YEAR} til ${LAST_YEAR}, som kalenderen dekker.`);
}

/** Turns text into a date. Throws `invalid-date` or `date-out-of-range`. */
export function osloDate(text: string): OsloDate {
  if (!isOsloDate(text)) {
    throw invalidDate(text);
  }
  return text;
}

/** True for a real date written `YYYY-MM-DD` in the years covered. */
export function isOsloDate(text: unknown): text is OsloDate {
  return typeof text === 'string' && parseDay(text) !== undefined;
}

/** The date, or undefined when the text is not one. */
export function tryOsloDate(text: string): OsloDate | undefined {
  return isOsloDate(text) ? text : undefined;
}

/** Days from 1970-01-01 (which is 0), or undefined when the text is not a date. */
export function tryDayNumber(text: string): number | undefined {
  return parseDay(text);
}

/** Days from 1970-01-01 (which is 0). Throws as {@link osloDate} on a text that was branded without being checked. */
export function dayNumber(date: OsloDate): number {
  const day = parseDay(date);
  if (day === undefined) {
    throw invalidDate(date);
  }
  return day;
}

/**
 * Dates already written, by day number: the same few thousand dates are asked for again and again. All places are there
 * from the start, since a list that begins at a high index is kept as a hash table and read many times slower.
 */
const written: (OsloDate | undefined)[] = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, () => undefined);

function writeDay(day: number): OsloDate {
  const civil = civilFromDay(day);
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  return `${civil.year}-${two(civil.month)}-${two(civil.day)}` as OsloDate;
}

/** The date of a day number (inverse of {@link dayNumber}). Throws `invalid-number` or `date-out-of-range`. */
export function fromDayNumber(day: number): OsloDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    requireWholeNumber(day, 'Dagnummeret');
    throw outOfRange('Datoen');
  }
  const known = written[day - FIRST_DAY];
  if (known !== undefined) {
    return known;
  }
  requireWholeNumber(day, 'Dagnummeret');
  return (written[day - FIRST_DAY] = writeDay(day));
}

/** The date `n` calendar days later (earlier when negative). Throws `invalid-number` or `date-out-of-range`. */
export function addDays(date: OsloDate, n: number): OsloDate {
  requireWholeNumber(n, 'Antall dager');
  return fromDayNumber(dayNumber(date) + n);
}

/** The date `n` × 7 calendar days later; holidays do not move it (CAL-2). Throws as {@link addDays}. */
export function addWeeks(date: OsloDate, n: number): OsloDate {
  requireWholeNumber(n, 'Antall uker');
  return addDays(date, n * 7);
}

/** The same day `n` months later, or that month's last day when it has no such day. Throws as {@link addDays}. */
export function addMonths(date: OsloDate, n: number): OsloDate {
  return fromDayNumber(addMonthsToDay(dayNumber(date), n));
}

/** As {@link addMonths}, in day numbers. */
export function addMonthsToDay(day: number, n: number): number {
  requireWholeNumber(n, 'Antall måneder');
  const from = civilFromDay(day);
  const month = (from.year - FIRST_YEAR) * 12 + (from.month - 1) + n;
  if (month < 0 || month >= MONTH_STARTS.length - 1) {
    throw outOfRange('Datoen');
  }
  return Math.min((MONTH_STARTS[month] as number) + from.day, MONTH_STARTS[month + 1] as number) - 1;
}

/** The same day `n` years later; 29 February becomes 28 February in a common year. Throws as {@link addDays}. */
export function addYears(date: OsloDate, n: number): OsloDate {
  requireWholeNumber(n, 'Antall år');
  return addMonths(date, n * 12);
}

/** Calendar days from `from` to `to` (`to` − `from`); negative when `to` is earlier. */
export function daysBetween(from: OsloDate, to: OsloDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** −1, 0 or 1, for sorting from early to late. */
export function compareDates(a: OsloDate, b: OsloDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earliest of the dates. */
export function minDate(first: OsloDate, ...rest: readonly OsloDate[]): OsloDate {
  return rest.reduce((least, date) => (date < least ? date : least), first);
}

/** The latest of the dates. */
export function maxDate(first: OsloDate, ...rest: readonly OsloDate[]): OsloDate {
  return rest.reduce((most, date) => (date > most ? date : most), first);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(date: OsloDate): number {
  return weekdayOfDay(dayNumber(date));
}

/** ISO 8601 week: the year that the week belongs to (not always the date's own) and its number, 1–53. */
export function isoWeek(date: OsloDate): { year: number; week: number } {
  const day = dayNumber(date);
  const thursday = day - weekdayOfDay(day) + 4;
  const { year } = civilFromDay(thursday);
  return { year, week: Math.floor((thursday - dayFromCivil(year, 1, 1)) / 7) + 1 };
}
