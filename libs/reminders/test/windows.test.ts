import { describe, expect, test } from '@jest/globals';
import { calendarById, isWorkingDay, osloDate, osloDateOf, osloTimeOf } from '@forlop/calendar';
import fc from 'fast-check';
import { frequencies, mondayOf, nextWeekOf, officeHours, overLimit, sendWindow, whoReceives, type Absence, type Frequency } from '../src/index.js';

const norge = calendarById('norge');
const at = (text: string): number => {
  const [date = '', time = ''] = text.split(' ');
  return osloTimeOf(osloDate(date), time);
};
const window = (frequency: Frequency, due: number, now = due) => sendWindow(norge, officeHours, { frequency }, due, now);

describe('when a digest goes', () => {
  test.each<[Frequency, string, string, string]>([
    ['each', '2026-11-23 10:00', '2026-11-23 10:00', 'on the quarter, at once'],
    ['each', '2026-11-23 10:01', '2026-11-23 10:15', 'at the next quarter'],
    ['each', '2026-11-23 00:00', '2026-11-23 08:00', 'midnight waits for the morning'],
    ['each', '2026-11-23 07:59', '2026-11-23 08:00', 'just before opening'],
    ['each', '2026-11-23 15:15', '2026-11-23 15:15', 'the last quarter of the day'],
    ['each', '2026-11-23 15:16', '2026-11-24 08:00', 'closed at 15:30'],
    ['each', '2026-11-23 23:59', '2026-11-24 08:00', 'the last minute before midnight'],
    ['each', '2026-11-20 15:20', '2026-11-23 08:00', 'Friday afternoon waits for Monday'],
    ['each', '2026-04-01 16:00', '2026-04-07 08:00', 'over Easter'],
    ['each', '2026-12-31 15:20', '2027-01-04 08:00', 'over New Year to a Monday'],
    ['each', '2026-05-13 15:30', '2026-05-15 08:00', 'over Ascension Day'],
    ['each', '2026-03-29 02:30', '2026-03-30 08:00', 'the hour that is skipped in spring'],
    ['each', '2026-10-25 02:30', '2026-10-26 08:00', 'the hour that comes twice in autumn'],
    ['daily', '2026-11-23 09:00', '2026-11-23 09:00', 'nine is in time'],
    ['daily', '2026-11-23 09:01', '2026-11-24 09:00', 'one minute late waits for tomorrow'],
    ['daily', '2026-03-27 12:00', '2026-03-30 09:00', 'nine is nine after the clock is turned forward'],
    ['daily', '2026-10-23 12:00', '2026-10-26 09:00', 'and after it is turned back'],
    ['daily', '2026-04-01 09:01', '2026-04-07 09:00', 'over Easter'],
    ['daily', '2026-12-24 09:01', '2026-12-28 09:00', 'over Christmas'],
    ['weekly', '2026-11-23 09:00', '2026-11-23 09:00', 'Monday at nine'],
    ['weekly', '2026-11-23 09:01', '2026-11-30 09:00', 'Monday after nine waits a week'],
    ['weekly', '2026-11-22 12:00', '2026-11-23 09:00', 'Sunday waits for the day after'],
    ['weekly', '2026-04-02 12:00', '2026-04-07 09:00', 'Easter Monday becomes Tuesday'],
    ['weekly', '2026-04-06 12:00', '2026-04-07 09:00', 'on Easter Monday itself'],
    ['weekly', '2026-12-30 12:00', '2027-01-04 09:00', 'over New Year'],
    ['weekly', '2023-12-27 12:00', '2024-01-02 09:00', 'New Year on a Monday becomes Tuesday'],
  ])('%s, due %s: %s (%s)', (frequency, due, goes) => expect(new Date(window(frequency, at(due))).toISOString()).toBe(new Date(at(goes)).toISOString()));

  test('what was due before goes from now', () => {
    expect(window('each', at('2026-11-01 10:00'), at('2026-11-23 10:01'))).toBe(at('2026-11-23 10:15'));
  });

  const instants = fc.integer({ min: at('2020-01-01 00:00'), max: at('2035-12-31 00:00') });
  const frequency = fc.constantFrom(...frequencies);

  test('is never before it is due or before now, never outside the hours or on a day off', () => {
    fc.assert(
      fc.property(frequency, instants, instants, (how, due, now) => {
        const goes = window(how, due, now);
        const date = osloDateOf(goes);
        expect(goes).toBeGreaterThanOrEqual(Math.max(due, now));
        expect(isWorkingDay(norge, date)).toBe(true);
        expect(goes).toBeGreaterThanOrEqual(osloTimeOf(date, officeHours.opens));
        expect(goes).toBeLessThan(osloTimeOf(date, officeHours.closes));
      }),
    );
  });

  test('what is due later never goes earlier, and asking again at the window answers the window', () => {
    fc.assert(
      fc.property(frequency, instants, fc.integer({ min: 0, max: 20 * 86_400_000 }), (how, due, later) => {
        const goes = window(how, due);
        expect(window(how, due + later)).toBeGreaterThanOrEqual(goes);
        expect(window(how, due, goes)).toBe(goes);
      }),
    );
  });

  test('hours that do not follow each other are an error', () => {
    expect(() => sendWindow(norge, { ...officeHours, opens: '10:00', closes: '09:00', digestAt: '09:30' }, { frequency: 'each' }, 0, 0)).toThrow(RangeError);
    expect(() => sendWindow(norge, { ...officeHours, digestAt: '16:00' }, { frequency: 'daily' }, 0, 0)).toThrow(RangeError);
  });

  test('a week begins on Monday at midnight in Oslo', () => {
    expect(mondayOf(osloDate('2027-01-03'))).toBe('2026-12-28');
    expect(nextWeekOf(at('2026-11-22 23:59'))).toBe(at('2026-11-23 00:00'));
    expect(nextWeekOf(at('2026-11-23 00:00'))).toBe(at('2026-11-30 00:00'));
    expect(nextWeekOf(at('2026-03-28 12:00'))).toBe(at('2026-03-30 00:00'));
  });
});

describe('the limit of a week', () => {
  const ask = (id: string, dueOn: string | null) => ({ id, purpose: 'ask' as const, dueOn });
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

  test('lets go what is due first, and keeps the order given', () => {
    const due = [ask('none', null), ask('late', '2026-05-01'), ask('soon', '2026-04-01'), ask('soon2', '2026-04-01')];
    const { goes, waits } = overLimit(due, 1, 3);
    expect(ids(goes)).toEqual(['soon', 'soon2']);
    expect(ids(waits)).toEqual(['none', 'late']);
  });

  test('never holds an escalation or a withdrawal', () => {
    const due = [ask('a', null), { id: 'e', purpose: 'escalate' as const, dueOn: null }, { id: 'w', purpose: 'withdraw' as const, dueOn: null }];
    const { goes, waits } = overLimit(due, 9, 3);
    expect(ids(goes)).toEqual(['e', 'w']);
    expect(ids(waits)).toEqual(['a']);
  });

  test('loses nothing, doubles nothing, and goes as far as there is room', () => {
    const item = fc.record({ purpose: fc.constantFrom('ask' as const, 'escalate' as const, 'withdraw' as const), dueOn: fc.constantFrom(null, '2026-04-01', '2026-04-02') });
    fc.assert(
      fc.property(fc.array(item), fc.nat(10), fc.option(fc.nat(10)), (due, sent, limit) => {
        const { goes, waits } = overLimit(due, sent, limit);
        expect(new Set([...goes, ...waits])).toEqual(new Set(due));
        expect(goes.length + waits.length).toBe(due.length);
        const asks = due.filter(({ purpose }) => purpose === 'ask').length;
        expect(goes.filter(({ purpose }) => purpose === 'ask')).toHaveLength(limit === null ? asks : Math.min(asks, Math.max(0, limit - sent)));
      }),
    );
  });
});

describe('stand-ins', () => {
  const day = osloDate('2026-07-10');
  const away = (of: string, standIn: string | null, from = '2026-07-01', to: string | null = '2026-07-31'): Absence => ({ of, standIn, from: osloDate(from), to: to === null ? null : osloDate(to) });

  test.each<[string, readonly Absence[], unknown]>([
    ['nobody is away', [], { to: 'a', via: [] }],
    ['one stands in', [away('a', 'b')], { to: 'b', via: ['a'] }],
    ['a chain', [away('a', 'b'), away('b', 'c')], { to: 'c', via: ['a', 'b'] }],
    ['a chain that ends with nobody', [away('a', 'b'), away('b', null)], { to: null, why: 'no-stand-in', via: ['a', 'b'] }],
    ['a loop', [away('a', 'b'), away('b', 'a')], { to: null, why: 'loop', via: ['a', 'b'] }],
    ['standing in for oneself', [away('a', 'a')], { to: null, why: 'loop', via: ['a'] }],
    ['a loop further on', [away('a', 'b'), away('b', 'c'), away('c', 'b')], { to: null, why: 'loop', via: ['a', 'b', 'c'] }],
    ['the first day', [away('a', 'b', '2026-07-10', '2026-07-10')], { to: 'b', via: ['a'] }],
    ['back the day after', [away('a', 'b', '2026-07-01', '2026-07-09')], { to: 'a', via: [] }],
    ['not yet away', [away('a', 'b', '2026-07-11')], { to: 'a', via: [] }],
    ['until further notice', [away('a', 'b', '2026-01-01', null)], { to: 'b', via: ['a'] }],
    ['two at once: the one that began last', [away('a', 'c', '2026-07-05'), away('a', 'b', '2026-07-01')], { to: 'c', via: ['a'] }],
  ])('%s', (_, absences, answer) => expect(whoReceives('a', day, absences)).toEqual(answer));

  test('always end, with somebody who is there or with nobody', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const absence = fc.record({ of: person, standIn: fc.option(person) }).map(({ of, standIn }) => away(of, standIn));
    fc.assert(
      fc.property(person, fc.array(absence, { maxLength: 8 }), (who, absences) => {
        const { to, via } = whoReceives(who, day, absences);
        expect(absences.some(({ of }) => of === to)).toBe(false);
        expect(new Set(via).size).toBe(via.length);
      }),
    );
  });
});
