import { fromDayNumber, type OsloDate } from '@forlop/calendar';

/**
 * A day as a number, days from 1970-01-01. The kernel compares and counts days millions of times, so dates are read once
 * where they come in and written once where they go out; between those two edges there are only days.
 */
export type Day = number;

/** The day that never comes: later than every other, so that what is missing is never reached. */
export const NEVER: Day = 2 ** 30 - 1;

/** The date of a day, or null for the day that never comes. Throws `date-out-of-range` beyond the calendar's years. */
export const dateOrNull = (day: Day): OsloDate | null => (day === NEVER ? null : fromDayNumber(day));
