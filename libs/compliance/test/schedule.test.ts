import { expect, test } from '@jest/globals';
import { calendarById, osloDate, osloTimeOf } from '@forlop/calendar';
import { nextOccurrence, occurrenceOn, occurrencesBetween, periodAsOf, type Timing } from '../src/index.js';

const norge = calendarById('norge');
const monthly: Timing = { cadence: 'monthly', weekday: null, period: 'last-month' };
const quarterly: Timing = { cadence: 'quarterly', weekday: null, period: 'last-quarter' };
const yearly: Timing = { cadence: 'yearly', weekday: null, period: 'last-year' };
const weekly = (weekday: number): Timing => ({ cadence: 'weekly', weekday, period: 'last-week' });
const at = (date: string, time = '00:00'): number => osloTimeOf(osloDate(date), time);

test.each<[string, Timing, string, string, string, string, string]>([
  ['an ordinary month', monthly, '2026-11-23', '2026-12-01', '2026-12-01T06:00:00.000Z', '2026-11-01', '2026-11-30'],
  ['New Year on a Friday', monthly, '2026-12-02', '2027-01-04', '2027-01-04T06:00:00.000Z', '2026-12-01', '2026-12-31'],
  ['1 May on a Friday', monthly, '2026-04-02', '2026-05-04', '2026-05-04T05:00:00.000Z', '2026-04-01', '2026-04-30'],
  ['1 April on Maundy Thursday: after Easter', monthly, '2021-03-02', '2021-04-06', '2021-04-06T05:00:00.000Z', '2021-03-01', '2021-03-31'],
  ['the Monday after clocks go forward', weekly(1), '2026-03-24', '2026-03-30', '2026-03-30T05:00:00.000Z', '2026-03-23', '2026-03-29'],
  ['the Monday after clocks go back', weekly(1), '2026-10-20', '2026-10-26', '2026-10-26T06:00:00.000Z', '2026-10-19', '2026-10-25'],
  ['Easter Monday: Tuesday', weekly(1), '2026-04-01', '2026-04-07', '2026-04-07T05:00:00.000Z', '2026-03-30', '2026-04-05'],
  ['Good Friday: the Tuesday of the week after, still of the week before', weekly(5), '2026-03-28', '2026-04-07', '2026-04-07T05:00:00.000Z', '2026-03-23', '2026-03-29'],
  ['a quarter', quarterly, '2026-11-23', '2027-01-04', '2027-01-04T06:00:00.000Z', '2026-10-01', '2026-12-31'],
  ['a year', yearly, '2026-01-03', '2027-01-04', '2027-01-04T06:00:00.000Z', '2026-01-01', '2026-12-31'],
  ['the year so far, in January: the whole of the last', { ...monthly, period: 'year-to-date' }, '2026-12-02', '2027-01-04', '2027-01-04T06:00:00.000Z', '2026-01-01', '2026-12-31'],
  ['the year so far, in March', { ...monthly, period: 'year-to-date' }, '2026-02-03', '2026-03-02', '2026-03-02T06:00:00.000Z', '2026-01-01', '2026-02-28'],
])('%s', (_what, timing, after, on, instant, from, to) => {
  const found = nextOccurrence(timing, at(after), norge);
  expect({ ...found, at: new Date(found.at).toISOString() }).toEqual({ on, at: instant, from, to });
  expect(occurrenceOn(timing, osloDate(on), norge)).toEqual(found);
});

test('seven in the morning itself is no longer to come', () => {
  expect(nextOccurrence(monthly, at('2026-12-01', '06:59'), norge).on).toBe('2026-12-01');
  expect(nextOccurrence(monthly, at('2026-12-01', '07:00'), norge).on).toBe('2027-01-04');
});

test('what was missed comes once each, in order, and no two are of the same days', () => {
  const missed = occurrencesBetween(weekly(1), { after: at('2026-03-16', '07:00'), until: at('2026-04-13', '07:00') }, norge);
  expect(missed.map(({ on }) => on)).toEqual(['2026-03-23', '2026-03-30', '2026-04-07', '2026-04-13']);
  expect(missed.map(({ from }) => from)).toEqual(['2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06']);
  expect(occurrencesBetween(monthly, { after: at('2026-11-02', '07:00'), until: at('2026-12-01', '06:59') }, norge)).toEqual([]);
});

test.each([weekly(1), weekly(3), weekly(5), monthly, quarterly, yearly])('the periods of %j follow each other without a gap, on working days, for seven years', (timing) => {
  const all = occurrencesBetween(timing, { after: at('2024-01-01'), until: at('2031-01-20') }, norge);
  all.slice(1).forEach(({ from }, index) => expect(Date.parse(from) - Date.parse(all[index]!.to)).toBe(86_400_000));
  expect(new Set(all.map(({ from }) => from)).size).toBe(all.length);
});

test('asked for at once, it is of what is over', () => {
  expect(periodAsOf(monthly, osloDate('2026-11-23'))).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(periodAsOf(quarterly, osloDate('2026-11-23'))).toEqual({ from: '2026-07-01', to: '2026-09-30' });
});
