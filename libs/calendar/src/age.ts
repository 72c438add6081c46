import { civilFromDay, dayFromCivil, isLeapYear, type Civil } from './civil.js';
import { requireWholeNumber } from './errors.js';
import { dayNumber, fromDayNumber, type OsloDate } from './oslo-date.js';

/**
 * The day number of the birthday in a year. Someone born on 29 February has the birthday on 1 March in a common
 * year: no Norwegian statute names the day, and on 28 February a full year since the birth has not yet passed.
 * This is our reading, and the only place that holds it.
 */
function birthdayIn(birth: Civil, year: number): number {
  return birth.month === 2 && birth.day === 29 && !isLeapYear(year)
    ? dayFromCivil(year, 3, 1)
    : dayFromCivil(year, birth.month, birth.day);
}

/** The date on which a person turns `age` (from 00:00 that day). Throws `invalid-number` or `date-out-of-range`. */
export function birthdayAt(birthDate: OsloDate, age: number): OsloDate {
  requireWholeNumber(age, 'Alderen');
  const birth = civilFromDay(dayNumber(birthDate));
  return fromDayNumber(birthdayIn(birth, birth.year + age));
}

/** As {@link birthdayAt} for several ages, in day numbers, which can lie outside the years covered: whoever writes such a day as a date is told. */
export function birthdays(birthDate: OsloDate, ages: readonly number[]): number[] {
  const birth = civilFromDay(dayNumber(birthDate));
  return ages.map((age) => {
    requireWholeNumber(age, 'Alderen');
    return birthdayIn(birth, birth.year + age);
  });
}

/**
 * Age in full years on a date; the birthday itself counts. Negative before the birth, so that a fact with
 * a mistaken date can be evaluated and shown as a finding.
 */
export function ageOn(birthDate: OsloDate, date: OsloDate): number {
  const birth = civilFromDay(dayNumber(birthDate));
  const day = dayNumber(date);
  const { year } = civilFromDay(day);
  const years = year - birth.year;
  return day < birthdayIn(birth, year) ? years - 1 : years;
}
