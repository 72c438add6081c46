import { civilFromDay, weekdayOfDay } from './civil.js';
import { dayNumber, type OsloDate } from './oslo-date.js';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const;
const MONTHS = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'] as const;

/** The weekday in bokmål; 1 = mandag … 7 = søndag. */
export function weekdayName(isoWeekday: number): string {
  const name = WEEKDAYS[isoWeekday - 1];
  if (name === undefined) {
    throw new RangeError(`No weekday ${isoWeekday}`);
  }
  return name;
}

/** The date as people read it: `onsdag 8. april 2026`. */
export function dateInWords(date: OsloDate): string {
  const day = dayNumber(date);
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  return `${weekdayName(weekdayOfDay(day))} ${dayOfMonth}. ${MONTHS[month - 1]} ${year}`;
}
