export { CalendarError, type CalendarErrorCode } from './errors.js';
export {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  compareDates,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isOsloDate,
  isoWeek,
  maxDate,
  minDate,
  osloDate,
  tryDayNumber,
  tryOsloDate,
  weekday,
  type OsloDate,
} from './oslo-date.js';
export { ageOn, birthdayAt, birthdays } from './age.js';
export { dateInWords, weekdayName } from './norwegian-text.js';
export type {
  ClosedRule,
  DatedDay,
  EasterDay,
  FixedDay,
  HolidayRule,
  NonWorkingReason,
  Validity,
  WorkCalendar,
} from './work-calendar.js';
export { defineCalendar } from './define-calendar.js';
export { calendarById, listCalendars } from './shipped-calendars.js';
export {
  addWorkingDays,
  holidayName,
  isHoliday,
  isWorkingDay,
  nextWorkingDay,
  nonWorkingReasons,
  skippedDays,
  workingDaysBetween,
  type SkippedDay,
} from './working-days.js';
export { UNITS, addSpan, addSpanToDay, type Span, type Unit } from './span.js';
export { epochMsOf, osloDateOf, osloMidnight, osloTimeOf } from './oslo-instant.js';
