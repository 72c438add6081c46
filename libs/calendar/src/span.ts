import { CalendarError, quoted, requireWholeNumber } from './errors.js';
import { addMonthsToDay, dayNumber, fromDayNumber, type OsloDate } from './oslo-date.js';
import type { WorkCalendar } from './work-calendar.js';
import { addWorkingDaysToDay } from './working-days.js';

/** Units that a rule can count in: working day, calendar day, week (7 calendar days), calendar month, year. */
export const UNITS = ['virkedag', 'dag', 'uke', 'maned', 'ar'] as const;
export type Unit = (typeof UNITS)[number];

/** A length such as 10 virkedager or 12 uker; `value` is a whole number. */
export interface Span {
  readonly value: number;
  readonly unit: Unit;
}

/**
 * The date a span after `date`. Only virkedager look at the calendar: weeks, days, months and years are calendar time,
 * and landing on a holiday does not move them (CAL-2). Throws `invalid-number`, `unknown-unit` or `date-out-of-range`.
 */
export function addSpan(calendar: WorkCalendar, date: OsloDate, span: Span): OsloDate {
  return fromDayNumber(addSpanToDay(calendar, dayNumber(date), span));
}

/**
 * As {@link addSpan}, in day numbers. Days and weeks can lead out of the years covered: whoever writes such a day as a
 * date is told.
 */
export function addSpanToDay(calendar: WorkCalendar, day: number, span: Span): number {
  const { value, unit } = span;
  requireWholeNumber(value, 'Lengden');
  switch (unit) {
    case 'virkedag':
      return addWorkingDaysToDay(calendar, day, value);
    case 'dag':
      return day + value;
    case 'uke':
      return day + value * 7;
    case 'maned':
      return addMonthsToDay(day, value);
    case 'ar':
      return addMonthsToDay(day, value * 12);
    default:
      throw new CalendarError('unknown-unit', `Enheten ${quoted(unit)} er ukjent. Bruk ${UNITS.join(', ')}.`);
  }
}
