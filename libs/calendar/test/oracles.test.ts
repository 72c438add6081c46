import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill/implementation';
import {
  addDays,
  calendarById,
  dayNumber,
  daysBetween,
  holidayName,
  isHoliday,
  isWorkingDay,
  isoWeek,
  osloDate,
  osloDateOf,
  osloMidnight,
  osloTimeOf,
  weekday,
  type OsloDate,
} from '@forlop/calendar';

/** Independent implementations that must agree with ours, day by day. */
const HOUR = 3_600_000;

function* eachDay(from: string, to: string): Generator<OsloDate> {
  const last = osloDate(to);
  for (let date = osloDate(from); date <= last; date = addDays(date, 1)) {
    yield date;
  }
}

/** Wall-clock time in Norway as the oracle has it, epoch milliseconds. */
function oracleInstant(date: OsloDate, time: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Europe/Oslo', { disambiguation: 'compatible' }).epochMilliseconds;
}

function oracleDate(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString();
}

describe('date-holidays: Norwegian public holidays', () => {
  const oracle = new Holidays('NO', { types: ['public'] });

  test.each(Array.from({ length: 21 }, (_, i) => 2020 + i))('every day of %i', (year) => {
    const expected = new Set(oracle.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    const norge = calendarById('norge');
    const disagreements = [...eachDay(`${year}-01-01`, `${year}-12-31`)].filter((date) => isHoliday(norge, date) !== expected.has(date));
    expect(disagreements).toEqual([]);
    expect(expected.size).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ['norge', [6, 7]],
    ['norge-lordag', [7]],
  ])('%s is closed on weekdays %j and holidays, nothing else', (id, closedWeekdays) => {
    const calendar = calendarById(id);
    const wrong = [...eachDay('2020-01-01', '2040-12-31')].filter(
      (date) => isWorkingDay(calendar, date) !== (!closedWeekdays.includes(weekday(date)) && holidayName(calendar, date) === undefined),
    );
    expect(wrong).toEqual([]);
  });
});

describe('temporal-polyfill: the calendar', () => {
  test('every date from 1900 to 2200 exists, in order, with its weekday and ISO week', () => {
    let plain = Temporal.PlainDate.from('1900-01-01');
    const wrong: string[] = [];
    for (const date of eachDay('1900-01-01', '2200-12-30')) {
      const week = isoWeek(date);
      if (date !== plain.toString() || weekday(date) !== plain.dayOfWeek || week.week !== plain.weekOfYear || week.year !== plain.yearOfWeek) {
        wrong.push(date);
      }
      plain = plain.add({ days: 1 });
    }
    expect(wrong).toEqual([]);
    expect(daysBetween(osloDate('1900-01-01'), osloDate('2200-12-31'))).toBe(Temporal.PlainDate.from('1900-01-01').until('2200-12-31').days);
    expect(dayNumber(osloDate('1970-01-01'))).toBe(0);
  });
});

describe('temporal-polyfill: Norwegian time', () => {
  test('midnight, the moment before it and noon of every day from 1980 to 2100', () => {
    const wrong: string[] = [];
    for (const date of eachDay('1980-01-01', '2100-12-31')) {
      const midnight = osloMidnight(date);
      if (
        midnight !== oracleInstant(date, '00:00') ||
        osloTimeOf(date, '12:00') !== oracleInstant(date, '12:00') ||
        osloDateOf(midnight) !== date ||
        osloDateOf(midnight - 1) !== addDays(date, -1)
      ) {
        wrong.push(date);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('1966 to 1979 had no summer time', () => {
    const wrong = [...eachDay('1966-01-01', '1979-12-31')].filter((date) => osloMidnight(date) !== oracleInstant(date, '00:00'));
    expect(wrong).toEqual([]);
  });

  const nights = [...eachDay('1980-01-01', '2100-12-31')].filter((date) => osloMidnight(addDays(date, 1)) - osloMidnight(date) !== 24 * HOUR);

  test('each year has one night of 23 hours and one of 25', () => {
    expect(nights).toHaveLength(2 * (2100 - 1980 + 1));
  });

  test('every quarter of every such night, skipped and doubled times included', () => {
    const wrong: string[] = [];
    for (const night of nights) {
      for (let quarter = 0; quarter < 5 * 4; quarter++) {
        const time = `0${Math.floor(quarter / 4)}:${['00', '15', '30', '45'][quarter % 4]}`;
        if (osloTimeOf(night, time) !== oracleInstant(night, time)) {
          wrong.push(`${night}T${time}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the date in Norway through every hour around every such night', () => {
    const wrong: string[] = [];
    for (const night of nights) {
      for (let hour = -3; hour <= 28; hour++) {
        const ms = osloMidnight(night) + hour * HOUR;
        if (osloDateOf(ms) !== oracleDate(ms) || osloDateOf(ms - 1) !== oracleDate(ms - 1)) {
          wrong.push(new Date(ms).toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
