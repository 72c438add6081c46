import { describe, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import type { ClockRow } from '@forlop/pathway';
import fc from 'fast-check';
import { addEvaluation, cohortDate, mergeTallies, Tallies, type ComplianceQuery, type CountedEvaluation } from '../src/index.js';

const year = (over: Partial<ComplianceQuery> = {}): ComplianceQuery => ({
  from: osloDate('2026-01-01'), to: osloDate('2026-12-31'), asOf: osloDate('2026-12-31'), knownAt: null, cohort: 'started',
  organisation: null, definition: null, clocks: null, splitBy: [], ...over,
});
const row = (over: Partial<ClockRow> = {}): ClockRow => ({
  clock: 'FRIST-VURDERING', occurrence: 1, key: 'FRIST-VURDERING#1', kind: 'legal', ruleStatus: 'in-force', owner: 'vurderer', startOn: osloDate('2026-03-20'),
  warnOn: null, atRiskFrom: null, dueOn: osloDate('2026-04-08'), metOn: null, endedOn: null, endedAs: null, passedByPatient: false, lapses: false,
  bookedOn: null, foreseenOn: null, delayCause: null, version: '1.0.0', facts: { start: 'a' }, ...over,
});
const pathway = (...clocks: ClockRow[]): CountedEvaluation => ({
  regime: { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: 'no', version: '1' }, parameters: {} }, variant: 'voksen', step: 'utredning', clocks, findings: [],
});
const tallyOf = (query: ComplianceQuery, ...clocks: ClockRow[]) => {
  const tallies = new Tallies();
  addEvaluation(tallies, pathway(...clocks), 'A', query);
  return tallies.list();
};

describe('tallies', () => {
  test('what counts alike is counted together, with where and when', () => {
    expect(tallyOf(year(), row(), row(), row({ metOn: osloDate('2026-04-08') }))).toEqual([
      { cell: { organisation: 'A', definition: 'langvarig-utmattelse', version: '1.0.0', variant: 'voksen', clock: 'FRIST-VURDERING', step: 'utredning', period: '2026-03' }, outcome: 'broken', reason: null, cause: 'not-stated', end: 'open', days: 286, defect: null, n: 2 },
      { cell: { organisation: 'A', definition: 'langvarig-utmattelse', version: '1.0.0', variant: 'voksen', clock: 'FRIST-VURDERING', step: 'utredning', period: '2026-03' }, outcome: 'met', reason: null, cause: null, end: 'met', days: 19, defect: null, n: 1 },
    ]);
  });

  test.each([
    ['started', 'started', '2026-03-20'], ['due', 'due', '2026-04-08'], ['ended by being met', 'ended', '2026-04-10'],
  ] as const)('a cohort by when it was %s', (_name, cohort, date) => {
    expect(cohortDate(row({ metOn: osloDate('2026-04-10') }), cohort, osloDate('2026-12-31'))).toBe(date);
  });
  test('what has not ended by then is in no period of those that ended', () => {
    expect(tallyOf(year({ cohort: 'ended', asOf: osloDate('2026-04-09') }), row({ metOn: osloDate('2026-04-10') }))).toEqual([]);
  });
  test('a clock without a date is in no period of those due', () => expect(tallyOf(year({ cohort: 'due' }), row({ dueOn: null }))).toEqual([]));
  test('first and last day of a period belong to it, the days beside do not', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => row({ startOn: osloDate(day) }));
    expect(tallyOf(year({ asOf: osloDate('2027-02-01') }), ...days).reduce((sum, { n }) => sum + n, 0)).toBe(2);
  });
  test('another definition or clock than the one asked about is left out', () => {
    expect(tallyOf(year({ definition: 'langvarig-smerte' }), row())).toEqual([]);
    expect(tallyOf(year({ clocks: ['FRIST-SVAR'] }), row())).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 500 }).map((n): OsloDate => addDays(osloDate('2025-10-01'), n));
  const rows = fc.record({ startOn: day, dueOn: fc.option(day, { nil: null }), metOn: fc.option(day, { nil: null }), clock: fc.constantFrom('A', 'B') }).map((over) => row(over));
  test('every occurrence that has started in the period is counted once, and merging does not depend on the order', () => {
    fc.assert(fc.property(fc.array(rows), fc.nat(10), (all, cut) => {
      const query = year({ asOf: osloDate('2026-06-30') });
      const whole = tallyOf(query, ...all);
      const started = all.filter(({ startOn }) => startOn >= query.from && startOn <= query.asOf).length;
      expect(whole.reduce((sum, { n }) => sum + n, 0)).toBe(started);
      const [first, second] = [tallyOf(query, ...all.slice(0, cut)), tallyOf(query, ...all.slice(cut))];
      expect(mergeTallies(first, second)).toEqual(whole);
      expect(mergeTallies(second, first)).toEqual(whole);
    }));
  });
});
