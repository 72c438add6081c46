import { describe, expect, test } from '@jest/globals';
import { addDays, osloDate, type OsloDate } from '@forlop/calendar';
import type { ClockRow } from '@forlop/pathway';
import fc from 'fast-check';
import { defectsOf, outcomeOf, qualityClocks, readSettled, settledOf } from '../src/index.js';

const first = osloDate('2026-03-01');
const day = fc.integer({ min: 0, max: 40 }).map((n): OsloDate => addDays(first, n));
const maybe = fc.option(day, { nil: null });
const rows: fc.Arbitrary<ClockRow[]> = fc.array(fc.record({
  clock: fc.constantFrom(qualityClocks.wait, qualityClocks.assessment, qualityClocks.withoutAssessment, 'FRIST-INDIVIDUELL'),
  startOn: day, warnOn: maybe, atRiskFrom: maybe, dueOn: maybe, metOn: maybe, endedOn: maybe, endedAs: fc.constantFrom(null, 'overfort', 'everything-ended', 'pathway-closed', 'med|strek'),
  passedByPatient: fc.boolean(), lapses: fc.boolean(), delayCause: fc.constantFrom(null, '1', '22'),
}), { minLength: 1, maxLength: 5 }).map((all) => all.map((over, i): ClockRow => ({
  occurrence: 1, kind: 'legal', ruleStatus: 'in-force', owner: 'vurderer', bookedOn: null, foreseenOn: null, version: '1.0.0', facts: { start: 'a' }, ...over, key: `${over.clock}#${i}`,
})));
const findings = fc.constantFrom([], [{ code: 'met-before-start', rule: 'FRIST-INDIVIDUELL' }]);

describe('what is settled', () => {
  test('counts on that day and on every later one as outcomeOf and defectsOf say', () => {
    let settled = 0;
    fc.assert(fc.property(rows, findings, day, fc.integer({ min: 0, max: 4_500 }), (clocks, found, asOf, later) => {
      const pathway = { clocks, findings: found };
      const on = addDays(asOf, later);
      const defects = defectsOf({ ...pathway, duplicate: false }, on);
      for (const [key, { countsAs, untilOn }] of settledOf(pathway, 'prove', asOf)) {
        const row = clocks.find((one) => one.key === key)!;
        const { days, ...outcome } = outcomeOf(row, on)!;
        expect(readSettled(countsAs)).toEqual({ definition: 'prove', version: '1.0.0', ...outcome, defect: defects.get(key) ?? null });
        expect(addDays(row.startOn, days)).toBe(untilOn ?? on);
        settled += 1;
      }
    }), { numRuns: 3_000 });
    expect(settled).toBeGreaterThan(1_500);
  });

  test('a wait that was over before the assessment was given up is not: for some days it lacks its assessment date', () => {
    const [clock] = fc.sample(rows, { numRuns: 1, seed: 1 })[0]!;
    const dates = { warnOn: null, atRiskFrom: null, dueOn: null, metOn: null, endedOn: null, endedAs: null, passedByPatient: false, lapses: false, startOn: first };
    const clocks: ClockRow[] = [
      { ...clock!, ...dates, key: 'wait', clock: qualityClocks.wait, metOn: addDays(first, 5) },
      { ...clock!, ...dates, key: 'given up', clock: qualityClocks.assessment, endedOn: addDays(first, 9) },
      { ...clock!, ...dates, key: 'assessed', clock: qualityClocks.assessment, metOn: addDays(first, 3) },
    ];
    const settledOn = (n: number): string[] => [...settledOf({ clocks, findings: [] }, 'prove', addDays(first, n)).keys()];
    expect([settledOn(4), settledOn(6), settledOn(9)]).toEqual([[], [], ['wait', 'given up', 'assessed']]);
  });

  test('what was met or ended is, and a wait that goes on never', () => {
    const [clock] = fc.sample(rows, { numRuns: 1, seed: 1 })[0]!;
    const dates = { startOn: first, warnOn: null, atRiskFrom: null, dueOn: addDays(first, 10), metOn: null, endedOn: null, passedByPatient: false, lapses: false };
    const one = (over: Partial<ClockRow>): number => settledOf({ clocks: [{ ...clock!, ...dates, clock: 'FRIST-SVAR', ...over }], findings: [] }, 'prove', addDays(first, 11)).size;
    expect([one({}), one({ metOn: addDays(first, 3) }), one({ dueOn: addDays(first, 11) }), one({ dueOn: null, clock: qualityClocks.wait })]).toEqual([1, 1, 0, 0]);
  });
});
