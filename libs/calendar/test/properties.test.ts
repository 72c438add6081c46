import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  UNITS,
  addDays,
  addMonths,
  addSpan,
  addSpanToDay,
  addWeeks,
  addWorkingDays,
  addYears,
  ageOn,
  birthdayAt,
  compareDates,
  dayNumber,
  daysBetween,
  epochMsOf,
  fromDayNumber,
  isHoliday,
  isOsloDate,
  isWorkingDay,
  listCalendars,
  nextWorkingDay,
  nonWorkingReasons,
  osloDate,
  osloDateOf,
  osloMidnight,
  skippedDays,
  weekday,
  workingDaysBetween,
  type OsloDate,
  type WorkCalendar,
} from '@forlop/calendar';

const between = (from: string, to: string): fc.Arbitrary<OsloDate> =>
  fc.integer({ min: dayNumber(osloDate(from)), max: dayNumber(osloDate(to)) }).map(fromDayNumber);

const anyDate = between('1900-01-01', '2200-12-31');
const innerDate = between('1950-01-01', '2150-12-31');
const timedDate = between('1966-01-02', '2200-12-30');
const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.constantFrom(...listCalendars());
const someDays = fc.integer({ min: -400, max: 400 });

describe('calendar days', () => {
  test('addDays and daysBetween are each other’s inverse', () => {
    fc.assert(
      fc.property(innerDate, innerDate, someDays, (a, b, n) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, addDays(a, n))).toBe(n);
      }),
    );
  });

  test('a span counted in day numbers leads to the same day as in dates, whatever the unit', () => {
    const value = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom('2000-02-29', '2026-01-31', '2026-12-24').map(osloDate), value, (calendar, date, n) => {
        const days = UNITS.map((unit) => fromDayNumber(addSpanToDay(calendar, dayNumber(date), { value: n, unit })));
        expect(days).toEqual([addWorkingDays(calendar, date, n), addDays(date, n), addWeeks(date, n), addMonths(date, n), addYears(date, n)]);
        expect(days).toEqual(UNITS.map((unit) => addSpan(calendar, date, { value: n, unit })));
      }),
    );
  });

  test('dates sort as their day numbers do', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => expect(compareDates(a, b)).toBe(Math.sign(dayNumber(a) - dayNumber(b)))));
  });

  test('isOsloDate never throws and accepts only what a day number can write', () => {
    const nearDates = fc.tuple(fc.integer({ min: 1850, max: 2250 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
    const texts = nearDates.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string(), fc.anything()), (input) => {
        expect(isOsloDate(input)).toBe(typeof input === 'string' && isRealDate(input));
      }),
      { numRuns: 2000 },
    );
  });

  test('adding months keeps the day of the month, or takes the month’s last', () => {
    fc.assert(
      fc.property(innerDate, fc.integer({ min: -500, max: 500 }), (date, n) => {
        const moved = addMonths(date, n);
        const isLastOfMonth = addDays(moved, 1).endsWith('-01');
        expect(moved.slice(8) === date.slice(8) || (isLastOfMonth && moved.slice(8) < date.slice(8))).toBe(true);
        expect(monthsOf(moved) - monthsOf(date)).toBe(n);
      }),
    );
  });

  test('age changes on the birthday and on no other day', () => {
    fc.assert(
      fc.property(innerDate, fc.integer({ min: 0, max: 49 }), (birth, age) => {
        const birthday = birthdayAt(birth, age);
        expect(ageOn(birth, birthday)).toBe(age);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(age - 1);
      }),
    );
  });
});

/** The oracle for real dates: the engine's own Date in UTC. */
function isRealDate(text: string): boolean {
  if (!/^(19\d\d|20\d\d|21\d\d|2200)-\d\d-\d\d$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function monthsOf(date: OsloDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

describe('working days', () => {
  test('agree with counting one day at a time', () => {
    fc.assert(
      fc.property(anyCalendar, innerDate, fc.integer({ min: -80, max: 80 }), (calendar, date, n) => {
        let counted = date;
        for (let left = Math.abs(n); left > 0; ) {
          counted = addDays(counted, Math.sign(n));
          left -= isWorkingDay(calendar, counted) ? 1 : 0;
        }
        expect(addWorkingDays(calendar, date, n)).toBe(counted);
      }),
    );
  });

  test('addWorkingDays and workingDaysBetween are each other’s inverse', () => {
    fc.assert(
      fc.property(anyCalendar, innerDate, someDays, (calendar, date, n) => {
        expect(workingDaysBetween(calendar, date, addWorkingDays(calendar, date, n))).toBe(n);
      }),
    );
  });

  test('a later start or a longer count never gives an earlier date', () => {
    fc.assert(
      fc.property(anyCalendar, innerDate, fc.nat(30), someDays, fc.nat(30), (calendar, date, later, n, more) => {
        const result = addWorkingDays(calendar, date, n);
        expect(addWorkingDays(calendar, addDays(date, later), n) >= result).toBe(true);
        expect(addWorkingDays(calendar, date, n + more) >= result).toBe(true);
      }),
    );
  });

  test('backwards undoes forwards from a working day', () => {
    fc.assert(
      fc.property(anyCalendar, innerDate, someDays, (calendar, date, n) => {
        const start = nextWorkingDay(calendar, date);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, n), -n)).toBe(start);
      }),
    );
  });

  test('days skipped and days counted are all the days, and each skipped one has a reason', () => {
    fc.assert(
      fc.property(anyCalendar, innerDate, someDays, (calendar, from, n) => {
        const to = addDays(from, n);
        const skipped = skippedDays(calendar, from, to);
        expect(skipped.length + Math.abs(workingDaysBetween(calendar, from, to))).toBe(Math.abs(n));
        for (const { date, reasons } of skipped) {
          expect(isWorkingDay(calendar, date)).toBe(false);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a day is a working day exactly when nothing speaks against it', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, date) => {
        const reasons = nonWorkingReasons(calendar, date);
        expect(isWorkingDay(calendar, date)).toBe(reasons.length === 0);
        expect(isHoliday(calendar, date)).toBe(reasons.some(({ kind }) => kind === 'holiday'));
        expect(reasons.some(({ kind }) => kind === 'weekday')).toBe(!calendar.workingWeekdays.includes(weekday(date)));
      }),
    );
  });
});

describe('Norwegian time', () => {
  test('midnight belongs to its date, one millisecond before it to the day before', () => {
    fc.assert(
      fc.property(timedDate, (date) => {
        expect(osloDateOf(osloMidnight(date))).toBe(date);
        expect(osloDateOf(osloMidnight(date) - 1)).toBe(addDays(date, -1));
      }),
    );
  });

  test('an instant read from text is the one that was written, in any offset', () => {
    const offsets = fc.constantFrom('Z', '+00:00', '+01:00', '+02:00', '-05:00', '+05:45', '-09:30', '+14:00');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2190, 0, 1) }), offsets, (ms, offset) => {
        const shift = offset === 'Z' ? 0 : (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * 60_000 * (offset[0] === '-' ? -1 : 1);
        const text = new Date(ms + shift).toISOString().replace('Z', offset);
        expect(epochMsOf(text)).toBe(ms);
        expect(osloDateOf(text)).toBe(osloDateOf(ms));
      }),
    );
  });
});
