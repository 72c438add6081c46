import { weekdayOfDay } from './civil.js';
import { CalendarError, requireWholeNumber } from './errors.js';
import { weekdayName } from './norwegian-text.js';
import { FIRST_DAY, dayNumber, fromDayNumber, type OsloDate } from './oslo-date.js';
import { tableOf, type DayTable } from './day-table.js';
import type { NonWorkingReason, WorkCalendar } from './work-calendar.js';

/** Number of working days before a day (that day not included). */
function workingBefore(table: DayTable, day: number): number {
  return table.workingBefore[day - FIRST_DAY] as number; // in range: a date is, and the table is one longer
}

function isWorking(table: DayTable, day: number): boolean {
  return workingBefore(table, day + 1) > workingBefore(table, day);
}

/** The working day with that index, counted from the first one covered. */
function workingDayAt(calendar: WorkCalendar, table: DayTable, index: number): number {
  const day = table.workingDays[index];
  if (day === undefined) {
    throw new CalendarError('date-out-of-range', `Datoen er utenfor årene som kalenderen ${calendar.id} ${calendar.version} dekker.`);
  }
  return day;
}

/** True when the date is a virkedag in the calendar (CAL-1). */
export function isWorkingDay(calendar: WorkCalendar, date: OsloDate): boolean {
  return isWorking(tableOf(calendar), dayNumber(date));
}

/** True on a public holiday, whatever its weekday. An ordinary Sunday and a calendar's own closed days are not. */
export function isHoliday(calendar: WorkCalendar, date: OsloDate): boolean {
  return tableOf(calendar).holidayNames.has(dayNumber(date));
}

/** The public holiday's name in bokmål; two that meet are joined with «og». */
export function holidayName(calendar: WorkCalendar, date: OsloDate): string | undefined {
  return tableOf(calendar).holidayNames.get(dayNumber(date))?.join(' og ');
}

/** Why the date is not a virkedag; empty when it is one. */
export function nonWorkingReasons(calendar: WorkCalendar, date: OsloDate): NonWorkingReason[] {
  const table = tableOf(calendar);
  const day = dayNumber(date);
  const weekday = weekdayOfDay(day);
  return [
    ...(calendar.workingWeekdays.includes(weekday) ? [] : [{ kind: 'weekday' as const, name: weekdayName(weekday) }]),
    ...(table.holidayNames.get(day) ?? []).map((name) => ({ kind: 'holiday' as const, name })),
    ...(table.closedNames.get(day) ?? []).map((name) => ({ kind: 'closed' as const, name })),
  ];
}

/**
 * The `n`th working day after the date; day 1 is the next working day (CAL-1). A negative `n` is the `n`th working
 * day before it; 0 is the date itself, working day or not. Throws `invalid-number` or `date-out-of-range`.
 */
export function addWorkingDays(calendar: WorkCalendar, date: OsloDate, n: number): OsloDate {
  return fromDayNumber(addWorkingDaysToDay(calendar, dayNumber(date), n));
}

/** As {@link addWorkingDays}, in day numbers. */
export function addWorkingDaysToDay(calendar: WorkCalendar, day: number, n: number): number {
  requireWholeNumber(n, 'Antall virkedager');
  const table = tableOf(calendar);
  if (n === 0) {
    return day;
  }
  return workingDayAt(calendar, table, n > 0 ? workingBefore(table, day + 1) + n - 1 : workingBefore(table, day) + n);
}

/**
 * Working days after `from` up to and including `to`; when `to` is earlier, minus the working days from and including
 * `to` up to `from`. So `workingDaysBetween(c, d, addWorkingDays(c, d, n))` is `n`.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: OsloDate, to: OsloDate): number {
  const table = tableOf(calendar);
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return end >= start
    ? workingBefore(table, end + 1) - workingBefore(table, start + 1)
    : workingBefore(table, end) - workingBefore(table, start);
}

/** The date itself when it is a working day, else the first one after it. Throws `date-out-of-range`. */
export function nextWorkingDay(calendar: WorkCalendar, date: OsloDate): OsloDate {
  const table = tableOf(calendar);
  return fromDayNumber(workingDayAt(calendar, table, workingBefore(table, dayNumber(date))));
}

/** A day that a count of virkedager passed over, and why. */
export interface SkippedDay {
  readonly date: OsloDate;
  readonly reasons: readonly NonWorkingReason[];
}

/** The days that {@link workingDaysBetween} does not count between the two dates, ascending. */
export function skippedDays(calendar: WorkCalendar, from: OsloDate, to: OsloDate): SkippedDay[] {
  const table = tableOf(calendar);
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const [first, last] = end >= start ? [start + 1, end] : [end, start - 1];
  const skipped: SkippedDay[] = [];
  for (let day = first; day <= last; day++) {
    if (!isWorking(table, day)) {
      const date = fromDayNumber(day);
      skipped.push({ date, reasons: nonWorkingReasons(calendar, date) });
    }
  }
  return skipped;
}
