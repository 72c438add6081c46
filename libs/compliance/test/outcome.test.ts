import { describe, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import { clockStatus, isOpenOn } from '@forlop/pathway';
import fc from 'fast-check';
import { outcomeOf, type Outcome, type OutcomeRow } from '../src/index.js';

const due = osloDate('2026-06-12');
const open: OutcomeRow = {
  startOn: osloDate('2026-05-01'), warnOn: osloDate('2026-06-01'), atRiskFrom: null, dueOn: due, metOn: null, endedOn: null,
  endedAs: null, passedByPatient: false, lapses: false, delayCause: null,
};
const on = (day: string): OsloDate => osloDate(`2026-06-${day}`);
const counts = (row: Partial<OutcomeRow>, asOf: OsloDate): string => {
  const found = outcomeOf({ ...open, ...row }, asOf);
  return found === null ? 'not started' : [found.outcome, found.reason, found.cause, found.end, found.days].filter((part) => part !== null).join(' ');
};

describe('what an occurrence counts as', () => {
  const table: readonly (readonly [string, Partial<OutcomeRow>, OsloDate, string])[] = [
    ['before it starts', {}, osloDate('2026-04-30'), 'not started'],
    ['on the day it starts', {}, osloDate('2026-05-01'), 'running open 0'],
    ['warned is running', {}, on('01'), 'running open 31'],
    ['at risk', { atRiskFrom: on('10') }, on('10'), 'at-risk open 40'],
    ['on the last day', {}, due, 'running open 42'],
    ['the day after', {}, on('13'), 'broken not-stated open 43'],
    ['met on the last day', { metOn: due }, on('20'), 'met met 42'],
    ['met, seen from the day before', { metOn: due }, on('11'), 'running open 41'],
    ['met a day late', { metOn: on('13'), delayCause: '1' }, on('20'), 'met-late capacity met 43'],
    ['met late, seen before it was met', { metOn: on('15'), delayCause: '4' }, on('14'), 'broken next-place-capacity open 44'],
    ['passed by the patient who put it off', { passedByPatient: true, delayCause: '22' }, on('13'), 'excluded passed-by-patient patient-wish open 43'],
    ['passed by the patient who did not come', { passedByPatient: true }, on('13'), 'excluded passed-by-patient did-not-attend open 43'],
    ['the patient will be passed, the date still to come', { passedByPatient: true }, due, 'running open 42'],
    ['passed by the patient, met later', { passedByPatient: true, metOn: on('24') }, on('30'), 'excluded passed-by-patient did-not-attend met 54'],
    ['transferred in time', { endedOn: on('10'), endedAs: 'overfort' }, on('20'), 'excluded overfort ended 40'],
    ['transferred after it broke', { endedOn: on('15'), endedAs: 'overfort' }, on('20'), 'broken not-stated ended 45'],
    ['death on the last day (END-1)', { endedOn: due, endedAs: 'everything-ended' }, on('20'), 'excluded death ended 42'],
    ['death after it broke', { endedOn: on('13'), endedAs: 'everything-ended' }, on('20'), 'broken not-stated ended 43'],
    ['a right that was not used', { lapses: true }, on('20'), 'excluded lapsed ended 42'],
    ['a right that was not used, closed later', { lapses: true, endedOn: on('15'), endedAs: 'pathway-closed' }, on('20'), 'excluded lapsed ended 42'],
    ['a right on its last day', { lapses: true }, due, 'running open 42'],
    ['a wait without a date', { dueOn: null, metOn: on('10') }, on('20'), 'excluded no-limit met 40'],
    ['a wait without a date that goes on', { dueOn: null, warnOn: null }, on('20'), 'running open 50'],
    ['a wait without a date that ended', { dueOn: null, endedOn: on('10'), endedAs: 'ikke-rett' }, on('20'), 'excluded ikke-rett ended 40'],
    ['a code that 8446 does not have', { delayCause: '99' }, on('13'), 'broken other-code open 43'],
    ['met before its start', { startOn: on('15'), metOn: on('01') }, on('20'), 'met met 0'],
  ];
  test.each(table)('%s', (_name, row, asOf, expected) => {
    expect(counts(row, asOf)).toBe(expected);
  });

  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays(osloDate('2026-05-01'), n));
  const maybe = fc.option(day, { nil: null });
  const rows = fc.record({
    startOn: day, warnOn: maybe, atRiskFrom: maybe, dueOn: maybe, metOn: maybe, endedOn: maybe, endedAs: fc.constantFrom(null, 'overfort'),
    passedByPatient: fc.boolean(), lapses: fc.boolean(), delayCause: fc.constantFrom(null, '1', '21'),
  });

  test('never says otherwise than the status that lists show', () => {
    const told: Readonly<Record<string, readonly Outcome['outcome'][]>> = {
      running: ['running'], warned: ['running'], 'at-risk': ['at-risk'], broken: ['broken'], met: ['met', 'excluded'], 'met-late': ['met-late'],
      'passed-by-patient': ['excluded'], closed: ['excluded'],
    };
    fc.assert(fc.property(rows, day, (row, asOf) => {
      const outcome = outcomeOf(row, asOf);
      const status = clockStatus(row, asOf);
      if (outcome === null) return status === 'not-started';
      expect(told[status]).toContain(outcome.outcome);
      expect(outcome.reason === null).toBe(outcome.outcome !== 'excluded');
      expect(outcome.days).toBeGreaterThanOrEqual(0);
      // Whoever still has to meet it still waits; a date that passed long ago does not end the wait.
      expect(outcome.end === 'open').toBe(isOpenOn(row, asOf));
      return true;
    }));
  });
});
