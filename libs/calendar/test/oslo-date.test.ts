import { describe, expect, test } from '@jest/globals';
import {
  CalendarError,
  addDays,
  addMonths,
  addWeeks,
  addYears,
  ageOn,
  birthdayAt,
  compareDates,
  dateInWords,
  dayNumber,
  daysBetween,
  epochMsOf,
  fromDayNumber,
  isoWeek,
  isOsloDate,
  maxDate,
  minDate,
  osloDate,
  osloDateOf,
  osloMidnight,
  osloTimeOf,
  tryDayNumber,
  tryOsloDate,
  weekday,
  weekdayName,
  type CalendarErrorCode,
  type OsloDate,
} from '@forlop/calendar';

/** The error that `run` throws; fails when it throws nothing or something else. */
function errorOf(run: () => unknown): CalendarError {
  try {
    run();
  } catch (error) {
    if (error instanceof CalendarError) {
      return error;
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('osloDate', () => {
  test.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])('accepts %s', (text) => {
    expect(osloDate(text)).toBe(text);
    expect(tryOsloDate(text)).toBe(text);
    expect(tryDayNumber(text)).toBe(dayNumber(osloDate(text)));
  });

  test.each<[unknown, CalendarErrorCode, string]>([
    ['', 'invalid-date', '«» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    ['20.03.2026', 'invalid-date', '«20.03.2026» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    ['2026-3-20', 'invalid-date', '«2026-3-20» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    ['2026-03-20T00:00Z', 'invalid-date', '«2026-03-20T00:00Z» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    [' 2026-03-20', 'invalid-date', '« 2026-03-20» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    ['2026-02-29', 'invalid-date', 'Datoen «2026-02-29» finnes ikke. Den måneden har dagene 1 til 28.'],
    ['2100-02-29', 'invalid-date', 'Datoen «2100-02-29» finnes ikke. Den måneden har dagene 1 til 28.'],
    ['2026-04-31', 'invalid-date', 'Datoen «2026-04-31» finnes ikke. Den måneden har dagene 1 til 30.'],
    ['2026-01-00', 'invalid-date', 'Datoen «2026-01-00» finnes ikke. Den måneden har dagene 1 til 31.'],
    ['2026-13-01', 'invalid-date', 'Datoen «2026-13-01» finnes ikke. Måneden må være 01 til 12.'],
    ['1899-12-31', 'date-out-of-range', 'Datoen «1899-12-31» er utenfor årene 1900 til 2200, som kalenderen dekker.'],
    ['2201-01-01', 'date-out-of-range', 'Datoen «2201-01-01» er utenfor årene 1900 til 2200, som kalenderen dekker.'],
    [undefined, 'invalid-date', '«undefined» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    [20260320, 'invalid-date', '«20260320» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.'],
    ['x'.repeat(500), 'invalid-date', `«${'x'.repeat(40)}…» er ikke en dato. Skriv datoen som ÅÅÅÅ-MM-DD, for eksempel 2026-03-20.`],
  ])('refuses %j', (input, code, sentence) => {
    const error = errorOf(() => osloDate(input as string));
    expect([error.code, error.message]).toEqual([code, sentence]);
    expect(isOsloDate(input)).toBe(false);
    expect(tryOsloDate(input as string)).toBeUndefined();
    if (typeof input === 'string') expect(tryDayNumber(input)).toBeUndefined();
  });

  test('a text that was branded without being checked is caught where it is used', () => {
    const unchecked = '2026-3-1' as OsloDate;
    expect(errorOf(() => addDays(unchecked, 1)).code).toBe('invalid-date');
    expect(errorOf(() => weekday(unchecked)).code).toBe('invalid-date');
  });
});

describe('calendar arithmetic', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2000-03-01', -1, '2000-02-29'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(osloDate(from), n)).toBe(to);
    expect(daysBetween(osloDate(from), osloDate(to))).toBe(n);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-01-15', 24, '2028-01-15'],
  ])('%s and %i months is %s', (from, n, to) => {
    expect(addMonths(osloDate(from), n)).toBe(to);
  });

  test('years keep the date, and 29 February becomes 28 February', () => {
    expect(addYears(osloDate('2026-03-20'), 5)).toBe('2031-03-20');
    expect(addYears(osloDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(osloDate('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(osloDate('2024-02-29'), -4)).toBe('2020-02-29');
  });

  test.each([
    ['2021-01-03', 7, { year: 2020, week: 53 }],
    ['2021-01-04', 1, { year: 2021, week: 1 }],
    ['2024-12-30', 1, { year: 2025, week: 1 }],
    ['2026-03-20', 5, { year: 2026, week: 12 }],
  ])('%s is weekday %i of week %j', (text, day, week) => {
    expect(weekday(osloDate(text))).toBe(day);
    expect(isoWeek(osloDate(text))).toEqual(week);
  });

  test('comparing and choosing', () => {
    const [a, b, c] = ['2026-03-19', '2026-03-20', '2027-01-01'].map(osloDate) as [OsloDate, OsloDate, OsloDate];
    expect([compareDates(a, b), compareDates(b, a), compareDates(b, b)]).toEqual([-1, 1, 0]);
    expect([minDate(b, c, a), maxDate(b, c, a), minDate(c), maxDate(a)]).toEqual([a, c, c, a]);
  });

  test('dates in words', () => {
    expect(dateInWords(osloDate('2026-04-08'))).toBe('onsdag 8. april 2026');
    expect(dateInWords(osloDate('2024-12-01'))).toBe('søndag 1. desember 2024');
    expect(() => weekdayName(8)).toThrow(RangeError);
  });

  test.each<[string, () => unknown, CalendarErrorCode]>([
    ['before the first date', () => addDays(osloDate('1900-01-01'), -1), 'date-out-of-range'],
    ['after the last date', () => addDays(osloDate('2200-12-31'), 1), 'date-out-of-range'],
    ['months beyond', () => addMonths(osloDate('2200-12-01'), 1), 'date-out-of-range'],
    ['years beyond', () => addYears(osloDate('1900-06-01'), -1), 'date-out-of-range'],
    ['half a day', () => addDays(osloDate('2026-01-01'), 0.5), 'invalid-number'],
    ['half a week', () => addWeeks(osloDate('2026-01-01'), 0.5), 'invalid-number'],
    ['no number of months', () => addMonths(osloDate('2026-01-01'), NaN), 'invalid-number'],
    ['endless years', () => addYears(osloDate('2026-01-01'), Infinity), 'invalid-number'],
    ['half a day number', () => fromDayNumber(0.5), 'invalid-number'],
    ['half a day number beyond', () => fromDayNumber(1e9 + 0.5), 'invalid-number'],
    ['day number NaN', () => fromDayNumber(NaN), 'invalid-number'],
    ['half an age', () => birthdayAt(osloDate('2000-01-01'), 17.5), 'invalid-number'],
  ])('throws: %s', (_, run, code) => {
    expect(errorOf(run).code).toBe(code);
  });

  test('the ends of the range are within it', () => {
    expect(fromDayNumber(dayNumber(osloDate('1900-01-01')))).toBe('1900-01-01');
    expect(fromDayNumber(dayNumber(osloDate('2200-12-31')))).toBe('2200-12-31');
  });
});

describe('age', () => {
  test.each([
    ['2008-04-15', '2026-04-14', 17],
    ['2008-04-15', '2026-04-15', 18],
    ['2008-04-15', '2026-04-16', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-04-15', '2026-04-15', 0],
    ['2026-04-15', '2026-04-14', -1],
    ['2008-12-31', '2027-01-01', 18],
  ])('born %s is on %s %i years old', (birth, on, age) => {
    expect(ageOn(osloDate(birth), osloDate(on))).toBe(age);
  });

  test.each([
    ['2008-04-15', 18, '2026-04-15'],
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 20, '2028-02-29'],
    ['2008-02-29', 0, '2008-02-29'],
  ])('born %s turns %i on %s', (birth, age, date) => {
    expect(birthdayAt(osloDate(birth), age)).toBe(date);
  });
});

describe('instants', () => {
  test.each([
    ['2026-03-31T21:59:59.999Z', '2026-03-31'],
    ['2026-03-31T22:00:00Z', '2026-04-01'],
    ['2026-03-31T22:30Z', '2026-04-01'],
    ['2026-04-01T00:30:00+02:00', '2026-04-01'],
    ['2026-01-15T23:00:00Z', '2026-01-16'],
    ['2026-01-15T22:59:59,5Z', '2026-01-15'],
    ['2026-01-15T17:30:00-05:30', '2026-01-16'],
    ['2016-12-31T22:59:60Z', '2016-12-31'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['1980-04-05T23:00:00Z', '1980-04-06'],
    ['1980-04-06T22:00:00Z', '1980-04-07'],
    ['1995-09-24T23:00:00Z', '1995-09-25'],
    ['1995-10-01T22:00:00Z', '1995-10-01'],
    ['1965-12-31T23:00:00Z', '1966-01-01'],
    ['2200-12-31T22:59:59.999Z', '2200-12-31'],
  ])('%s is in Norway %s', (instant, date) => {
    expect(osloDateOf(instant)).toBe(date);
  });

  test('parts of a millisecond are cut off', () => {
    expect(epochMsOf('1970-01-01T00:00:00.123999Z')).toBe(123);
    expect(epochMsOf('1970-01-01T00:00:00.1Z')).toBe(100);
    expect(osloDateOf(osloMidnight(osloDate('2026-01-01')) - 0.5)).toBe('2025-12-31');
  });

  test.each([
    '2026-03-31T22:30:00',
    '2026-03-31',
    '2026-03-31 22:30:00Z',
    '2026-02-30T10:00:00Z',
    '2026-03-31T24:00:00Z',
    '2026-03-31T22:60:00Z',
    '2026-03-31T22:30:61Z',
    '2026-03-31T22:30:00+2',
    '2026-03-31T22:30:00+14:01',
    '2026-03-31T22:30:00+02:60',
    'Z',
    '',
  ])('refuses %j', (text) => {
    const error = errorOf(() => osloDateOf(text));
    expect(error.code).toBe('invalid-instant');
    expect(error.message).toContain('Skriv dato, klokkeslett og tidssone');
  });

  test.each<[string, () => unknown, CalendarErrorCode]>([
    ['no number', () => osloDateOf(NaN), 'invalid-instant'],
    ['endless', () => osloDateOf(Infinity), 'invalid-instant'],
    ['before 1966', () => osloDateOf('1965-12-31T22:59:59.999Z'), 'instant-out-of-range'],
    ['after 2200', () => osloDateOf('2200-12-31T23:00:00Z'), 'instant-out-of-range'],
    ['midnight before 1966', () => osloMidnight(osloDate('1965-12-31')), 'instant-out-of-range'],
    ['24:00', () => osloTimeOf(osloDate('2026-01-01'), '24:00'), 'invalid-time'],
    ['8:00', () => osloTimeOf(osloDate('2026-01-01'), '8:00'), 'invalid-time'],
    ['08:60', () => osloTimeOf(osloDate('2026-01-01'), '08:60'), 'invalid-time'],
  ])('throws: %s', (_, run, code) => {
    expect(errorOf(run).code).toBe(code);
  });

  test.each([
    ['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['2026-07-01', '08:00', '2026-07-01T06:00:00Z'],
    ['2026-12-01', '08:00', '2026-12-01T07:00:00Z'],
  ])('%s %s in Norway is %s', (date, time, instant) => {
    expect(osloTimeOf(osloDate(date), time)).toBe(Date.parse(instant));
  });
});
