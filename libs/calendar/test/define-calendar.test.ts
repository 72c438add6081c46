import { describe, expect, test } from '@jest/globals';
import {
  CalendarError,
  addSpan,
  addWorkingDays,
  calendarById,
  defineCalendar,
  holidayName,
  isHoliday,
  isWorkingDay,
  listCalendars,
  nextWorkingDay,
  nonWorkingReasons,
  osloDate,
  skippedDays,
  type Unit,
  type WorkCalendar,
} from '@forlop/calendar';
import { compareVersions } from '../src/shipped-calendars.js';

const base = {
  id: 'prove',
  version: '2026.1',
  title: 'Prøvekalender',
  source: 'laget for en test',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [{ name: 'langfredag', easterOffset: -2 }],
};

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

describe('the calendars shipped', () => {
  test.each([
    ['2026-01-01', '1. nyttårsdag'],
    ['2026-04-02', 'skjærtorsdag'],
    ['2026-04-03', 'langfredag'],
    ['2026-04-05', '1. påskedag'],
    ['2026-04-06', '2. påskedag'],
    ['2026-05-01', '1. mai'],
    ['2026-05-14', 'Kristi himmelfartsdag'],
    ['2026-05-17', '17. mai'],
    ['2026-05-24', '1. pinsedag'],
    ['2026-05-25', '2. pinsedag'],
    ['2026-12-25', '1. juledag'],
    ['2026-12-26', '2. juledag'],
    ['2008-05-01', '1. mai og Kristi himmelfartsdag'],
    ['2027-05-17', '17. mai og 2. pinsedag'],
    ['1947-05-01', '1. mai'],
    ['1947-05-17', '17. mai'],
  ])('%s is %s', (date, name) => {
    expect(holidayName(calendarById('norge'), osloDate(date))).toBe(name);
    expect(isHoliday(calendarById('norge'), osloDate(date))).toBe(true);
  });

  test.each(['2026-04-04', '2026-12-24', '2026-12-31', '2026-05-23', '2026-05-10', '1946-05-01', '1946-05-17'])('%s is no public holiday', (date) => {
    for (const calendar of listCalendars()) {
      expect(isHoliday(calendar, osloDate(date))).toBe(false);
      expect(holidayName(calendar, osloDate(date))).toBeUndefined();
    }
  });

  test('Christmas Eve is a working day in norge, closed but no holiday in norge-julestengt', () => {
    const date = osloDate('2026-12-24');
    expect(isWorkingDay(calendarById('norge'), date)).toBe(true);
    expect(nonWorkingReasons(calendarById('norge-julestengt'), date)).toEqual([{ kind: 'closed', name: 'julaften' }]);
  });

  test('Easter Eve is a working day only where Saturdays are', () => {
    const date = osloDate('2026-04-04');
    expect(isWorkingDay(calendarById('norge-lordag'), date)).toBe(true);
    expect(nonWorkingReasons(calendarById('norge'), date)).toEqual([{ kind: 'weekday', name: 'lørdag' }]);
  });

  test('skipped days come in order with all their reasons, forwards and backwards', () => {
    const norge = calendarById('norge');
    const expected = [
      { date: '2026-05-16', reasons: [{ kind: 'weekday', name: 'lørdag' }] },
      { date: '2026-05-17', reasons: [{ kind: 'weekday', name: 'søndag' }, { kind: 'holiday', name: '17. mai' }] },
    ];
    expect(skippedDays(norge, osloDate('2026-05-15'), osloDate('2026-05-18'))).toEqual(expected);
    expect(skippedDays(norge, osloDate('2026-05-18'), osloDate('2026-05-15'))).toEqual(expected);
    expect(skippedDays(norge, osloDate('2026-05-17'), osloDate('2026-05-17'))).toEqual([]);
  });

  test('nextWorkingDay keeps a working day and leaves a closed one', () => {
    const norge = calendarById('norge');
    expect(nextWorkingDay(norge, osloDate('2026-04-01'))).toBe('2026-04-01');
    expect(nextWorkingDay(norge, osloDate('2026-04-02'))).toBe('2026-04-07');
  });

  test('look-up by id and version', () => {
    expect(listCalendars().map(({ id, version }) => `${id} ${version}`)).toEqual(['norge 2026.1', 'norge-lordag 2026.1', 'norge-julestengt 2026.1']);
    expect(calendarById('norge', '2026.1')).toBe(calendarById('norge'));
    expect(errorOf(() => calendarById('sverige')).message).toBe('Kalenderen «sverige» finnes ikke. Kalendere: norge, norge-lordag, norge-julestengt.');
    expect(errorOf(() => calendarById('norge', '2025.1')).message).toBe('Kalenderen norge finnes ikke i versjon «2025.1». Versjoner: 2026.1.');
    expect(errorOf(() => calendarById('sverige')).code).toBe('unknown-calendar');
  });
});

test('versions are ordered as numbers, not as text', () => {
  expect(['2027.1', '2026.10', '2026.9', '2026.1'].sort(compareVersions)).toEqual(['2026.1', '2026.9', '2026.10', '2027.1']);
});

describe('defineCalendar', () => {
  test('a hospital can close a single day, open Saturdays and let a holiday begin in a given year', () => {
    const calendar = defineCalendar({
      ...base,
      workingWeekdays: [1, 2, 3, 4, 5, 6],
      holidays: [
        ...base.holidays,
        { name: 'ny dag', month: 6, day: 1, validFrom: '2027-01-01', validTo: '2028-12-31' },
        { name: 'skuddårsdag', month: 2, day: 29 },
      ],
      extraClosed: [
        { name: 'flyttedag', date: '2026-09-01' },
        { name: 'julaften', month: 12, day: 24, validFrom: '2027-01-01' },
      ],
    });
    const working = (date: string) => isWorkingDay(calendar, osloDate(date));
    expect(['2026-06-01', '2027-06-01', '2028-06-01', '2029-06-01'].map(working)).toEqual([true, false, false, true]);
    expect(['2024-02-29', '2026-02-28'].map(working)).toEqual([false, true]);
    expect(['2025-09-01', '2026-09-01', '2027-09-01'].map(working)).toEqual([true, false, true]);
    expect(['2026-12-24', '2027-12-24', '2026-09-05'].map(working)).toEqual([true, false, true]);
  });

  test('one day may have rules that follow each other', () => {
    const calendar = defineCalendar({
      ...base,
      holidays: [
        { name: 'før', month: 6, day: 1, validTo: '2026-12-31' },
        { name: 'etter', month: 6, day: 1, validFrom: '2027-01-01' },
      ],
    });
    expect(['2026-06-01', '2027-06-01'].map((date) => holidayName(calendar, osloDate(date)))).toEqual(['før', 'etter']);
  });

  test('the result is a frozen copy that survives JSON', () => {
    const data = structuredClone(base);
    const calendar = defineCalendar(data);
    data.workingWeekdays.push(6);
    expect(calendar.workingWeekdays).toEqual([1, 2, 3, 4, 5]);
    expect(Object.isFrozen(calendar) && Object.isFrozen(calendar.holidays) && Object.isFrozen(calendar.holidays[0])).toBe(true);
    expect(defineCalendar(JSON.parse(JSON.stringify(calendarById('norge-julestengt'))))).toEqual(calendarById('norge-julestengt'));
  });

  test('a calendar that was never checked is refused where it is used', () => {
    const unchecked = { ...base, holidays: [] } as WorkCalendar;
    expect(errorOf(() => isWorkingDay(unchecked, osloDate('2026-01-01'))).code).toBe('calendar-not-defined');
  });

  const holiday = (rule: object) => ({ ...base, holidays: [...base.holidays, rule] });
  const closed = (...rules: object[]) => ({ ...base, extraClosed: rules });

  test.each<[string, unknown, string]>([
    ['no object', null, '$'],
    ['a list', [], '$'],
    ['an unknown field', { ...base, holliday: [] }, 'holliday'],
    ['a bad id', { ...base, id: 'Norge 1' }, 'id'],
    ['a bad version', { ...base, version: '1.0' }, 'version'],
    ['no title', { ...base, title: ' ' }, 'title'],
    ['no source', { ...base, source: undefined }, 'source'],
    ['no weekdays', { ...base, workingWeekdays: [] }, 'workingWeekdays'],
    ['weekdays no list', { ...base, workingWeekdays: 5 }, 'workingWeekdays'],
    ['weekday 0', { ...base, workingWeekdays: [1, 0] }, 'workingWeekdays[1]'],
    ['weekday 8', { ...base, workingWeekdays: [8] }, 'workingWeekdays[0]'],
    ['weekday as text', { ...base, workingWeekdays: ['1'] }, 'workingWeekdays[0]'],
    ['weekday twice', { ...base, workingWeekdays: [1, 2, 1] }, 'workingWeekdays[2]'],
    ['no holidays', { ...base, holidays: undefined }, 'holidays'],
    ['a holiday that is no object', holiday([]), 'holidays[1]'],
    ['a holiday without name', holiday({ month: 1, day: 1 }), 'holidays[1].name'],
    ['a holiday without day', holiday({ name: 'x', month: 1 }), 'holidays[1].day'],
    ['month 13', holiday({ name: 'x', month: 13, day: 1 }), 'holidays[1].month'],
    ['30 February', holiday({ name: 'x', month: 2, day: 30 }), 'holidays[1].day'],
    ['31 April', holiday({ name: 'x', month: 4, day: 31 }), 'holidays[1].day'],
    ['half an Easter offset', holiday({ name: 'x', easterOffset: 0.5 }), 'holidays[1].easterOffset'],
    ['an Easter offset into another year', holiday({ name: 'x', easterOffset: 300 }), 'holidays[1].easterOffset'],
    ['both kinds of day', holiday({ name: 'x', easterOffset: 1, month: 1, day: 1 }), 'holidays[1].month'],
    ['a misspelt field', holiday({ name: 'x', month: 1, day: 1, validfrom: '2026-01-01' }), 'holidays[1].validfrom'],
    ['a bad date', holiday({ name: 'x', month: 1, day: 1, validFrom: '2026-02-30' }), 'holidays[1].validFrom'],
    ['validity backwards', holiday({ name: 'x', month: 1, day: 1, validFrom: '2026-01-02', validTo: '2026-01-01' }), 'holidays[1].validTo'],
    ['the same Easter day twice', holiday({ name: 'x', easterOffset: -2 }), 'holidays[1]'],
    ['overlap on one shared day', { ...base, holidays: [{ name: 'a', month: 6, day: 1, validTo: '2026-06-01' }, { name: 'b', month: 6, day: 1, validFrom: '2026-06-01' }] }, 'holidays[1]'],
    ['a closed day that is a fixed holiday', { ...holiday({ name: 'a', month: 6, day: 1 }), extraClosed: [{ name: 'b', month: 6, day: 1 }] }, 'extraClosed[0]'],
    ['a closed date that is a fixed holiday', { ...holiday({ name: 'a', month: 6, day: 1 }), extraClosed: [{ name: 'b', date: '2026-06-01' }] }, 'extraClosed[0]'],
    ['a closed date that is a movable holiday', closed({ name: 'x', date: '2027-01-04' }, { name: 'b', date: '2026-04-03' }), 'extraClosed[1]'],
    ['a closed date twice', closed({ name: 'a', date: '2026-09-01' }, { name: 'b', date: '2026-09-01' }), 'extraClosed[1]'],
    ['a closed date with validity', closed({ name: 'a', date: '2026-09-01', validFrom: '2026-01-01' }), 'extraClosed[0].validFrom'],
    ['a closed date that is none', closed({ name: 'a', date: '2026-09-31' }), 'extraClosed[0].date'],
    ['a closed Easter day', closed({ name: 'a', easterOffset: -1 }), 'extraClosed[0].easterOffset'],
    ['extraClosed no list', { ...base, extraClosed: 'nei' }, 'extraClosed'],
  ])('refuses %s', (_, data, path) => {
    const error = errorOf(() => defineCalendar(data));
    expect([error.code, error.path]).toEqual(['invalid-calendar', path]);
    expect(error.message).toContain(`Kalenderen er ugyldig ved ${path}: `);
  });
});

describe('errors in counting', () => {
  const norge = calendarById('norge');

  test.each([
    ['half a day', () => addWorkingDays(norge, osloDate('2026-01-05'), 1.5), 'invalid-number', 'Antall virkedager må være et helt tall, men er «1.5».'],
    ['beyond the last', () => addWorkingDays(norge, osloDate('2200-12-31'), 1), 'date-out-of-range', 'Datoen er utenfor årene som kalenderen norge 2026.1 dekker.'],
    ['before the first', () => addWorkingDays(norge, osloDate('1900-01-01'), -1), 'date-out-of-range', 'Datoen er utenfor årene som kalenderen norge 2026.1 dekker.'],
    ['far beyond', () => addWorkingDays(norge, osloDate('2026-01-05'), 1e12), 'date-out-of-range', 'Datoen er utenfor årene som kalenderen norge 2026.1 dekker.'],
    ['an unknown unit', () => addSpan(norge, osloDate('2026-01-05'), { value: 1, unit: 'kvartal' as Unit }), 'unknown-unit', 'Enheten «kvartal» er ukjent. Bruk virkedag, dag, uke, maned, ar.'],
  ])('%s', (_, run, code, sentence) => {
    const error = errorOf(run);
    expect([error.code, error.message]).toEqual([code, sentence]);
  });
});
