import { describe, expect, test } from '@jest/globals';
import { addSpan, addWorkingDays, calendarById, osloDate, osloDateOf, osloMidnight, type Unit } from '@forlop/calendar';

/** DOMAIN §12: the cases that concern dates alone, and CAL-1, CAL-2. */
describe('CAL-1: virkedager', () => {
  test.each([
    ['norge', '2026-03-20', 1, '2026-03-23'],
    ['norge', '2026-03-20', 10, '2026-04-08'],
    ['norge-lordag', '2026-03-20', 10, '2026-04-01'],
    ['norge', '2026-04-29', 10, '2026-05-15'],
    ['norge', '2026-12-17', 10, '2027-01-04'],
    ['norge-julestengt', '2026-12-17', 10, '2027-01-06'],
    ['norge', '2026-03-31', 10, '2026-04-17'],
    ['norge', '2026-04-01', 10, '2026-04-20'],
    ['norge', '2026-12-23', 1, '2026-12-24'],
    ['norge-julestengt', '2026-12-23', 1, '2026-12-28'],
    ['norge', '2026-12-30', 1, '2026-12-31'],
    ['norge', '2026-04-04', 0, '2026-04-04'],
    ['norge', '2026-04-08', -10, '2026-03-20'],
    ['norge', '2026-04-07', -1, '2026-04-01'],
    ['norge', '2024-02-28', 1, '2024-02-29'],
  ])('%s: %s and %i virkedager is %s', (id, from, n, expected) => {
    expect(addWorkingDays(calendarById(id), osloDate(from), n)).toBe(expected);
  });

  test('the date of receipt is the Norwegian one, also near midnight', () => {
    const received = osloDateOf('2026-03-31T22:30Z');
    expect(received).toBe('2026-04-01');
    expect(addWorkingDays(calendarById('norge'), received, 10)).toBe('2026-04-20');
  });
});

describe('CAL-2: other units are calendar time', () => {
  test.each<[string, number, Unit, string]>([
    ['2026-02-01', 8, 'uke', '2026-03-29'],
    ['2026-04-14', 8, 'uke', '2026-06-09'],
    ['2026-04-15', 12, 'uke', '2026-07-08'],
    ['2026-04-20', 4, 'uke', '2026-05-18'],
    ['2026-04-03', 4, 'uke', '2026-05-01'],
    ['2026-01-05', 12, 'uke', '2026-03-30'],
    ['2026-01-31', 1, 'maned', '2026-02-28'],
    ['2024-02-29', 1, 'ar', '2025-02-28'],
    ['2026-12-25', 7, 'dag', '2027-01-01'],
    ['2026-03-20', 10, 'virkedag', '2026-04-08'],
  ])('%s and %i %s is %s', (from, value, unit, expected) => {
    expect(addSpan(calendarById('norge'), osloDate(from), { value, unit })).toBe(expected);
  });

  test('8 weeks that end in the night of summer time are broken from midnight in Norway', () => {
    expect(osloMidnight(osloDate('2026-03-30'))).toBe(Date.parse('2026-03-29T22:00:00Z'));
  });
});
