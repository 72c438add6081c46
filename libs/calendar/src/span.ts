import { CalendarError, quoted } from './errors.js';
import { addDays, addMonths, addWeeks, addYears, type OsloDate } from './oslo-date.js';
import type { WorkCalendar } from './work-calendar.js';
import { addWorkingDays } from './working-days.js';

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
  switch (span.unit) {
    case 'virkedag':
      return addWorkingDays(calendar, date, span.value);
    case 'dag':
      return addDays(date, span.value);
    case 'uke':
      return addWeeks(date, span.value);
    case 'maned':
      return addMonths(date, span.value);
    case 'ar':
      return addYears(date, span.value);
    default:
      throw new CalendarError('unknown-unit', `Enheten ${quoted((span as Span).unit)} er ukjent. Bruk ${UNITS.join(', ')}.`);
  }
}
