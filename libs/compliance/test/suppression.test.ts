import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import fc from 'fast-check';
import { mergeTallies, reportOf, suppress, Tree, type ComplianceQuery, type OrganisationNode, type PublicReport, type TallyRow } from '../src/index.js';

const query: ComplianceQuery = {
  from: osloDate('2026-01-01'), to: osloDate('2026-12-31'), asOf: osloDate('2026-12-31'), knownAt: null, cohort: 'started', organisation: null, definition: null, clocks: null, splitBy: [],
};
const stamp = { kernel: '1', calendars: [], ledger: { position: 1, root: null, since: null } };
const organisations: readonly OrganisationNode[] = [
  { id: 'R', parentId: null, kind: 'region' },
  { id: 'H1', parentId: 'R', kind: 'hospital' }, { id: 'H2', parentId: 'R', kind: 'hospital' },
  { id: 'A', parentId: 'H1', kind: 'unit' }, { id: 'B', parentId: 'H1', kind: 'unit' }, { id: 'C', parentId: 'H2', kind: 'unit' },
];
const tree = new Tree(organisations);

const some = (organisation: string, met: number, broken: number): TallyRow[] => {
  const cell = { organisation, definition: 'd', version: '1', variant: null, clock: 'F', step: null, period: '2026-03' };
  return [
    { cell, outcome: 'met', reason: null, cause: null, end: 'met', days: 10, defect: null, n: met },
    { cell, outcome: 'broken', reason: null, cause: 'capacity', end: 'open', days: 90, defect: null, n: broken },
  ];
};
const publish = (...rows: TallyRow[][]): PublicReport =>
  suppress(reportOf(mergeTallies(...rows).filter(({ n }) => n > 0), { query, stamp, tree, withDetail: true }), tree);
const shown = (report: PublicReport): string[] => report.lines.filter(({ numbers }) => numbers !== null).map(({ organisation }) => organisation).sort();

describe('small numbers', () => {
  test('five may be seen, four may not', () => {
    expect(shown(publish(some('A', 20, 5)))).toEqual(['A', 'H1', 'R']);
    expect(shown(publish(some('A', 20, 4)))).toEqual([]);
    expect(shown(publish(some('A', 20, 0)))).toEqual(['A', 'H1', 'R']);
  });
  test('a hidden department is not the difference between the hospital and the others', () => {
    expect(shown(publish(some('A', 20, 10), some('B', 30, 2)))).toEqual(['H1', 'R']);
  });
  test('nor is what the hospital has of its own', () => {
    expect(shown(publish(some('A', 20, 10), some('H1', 30, 2)))).toEqual(['H1', 'R']);
  });
  test('what divides further is not shown', () => {
    const text = JSON.stringify(publish(some('A', 20, 10)));
    expect(text).not.toMatch(/capacity|leftOut|wouldBe|survival|excludedBy|qualityAssured/);
  });
  test('a report that could be subtracted from another is refused', () => {
    const report = reportOf(some('A', 20, 10), { query, stamp, tree, withDetail: false });
    expect(suppress(report, tree).suppressed).toBe('small-numbers');
    const other: Partial<ComplianceQuery>[] = [{ to: osloDate('2026-12-30') }, { from: osloDate('2026-02-01') }, { splitBy: ['variant'] }, { asOf: osloDate('2026-12-30') }, { cohort: 'due' }, { knownAt: 7 }, { only: { step: 'utredning' } }];
    for (const one of other) expect(() => suppress({ ...report, query: { ...query, ...one } }, tree)).toThrow(RangeError);
  });

  /** All that the reader knows are sums over the organisations below each shown one; which areas can she single out? */
  const leaves = organisations.map(({ id }) => id);
  const equations = (report: PublicReport): number[][] =>
    shown(report).map((id) => leaves.map((leaf) => (tree.upFrom(leaf).includes(id) ? 1 : 0)));

  /** Row-reduced, so that each row is something she can work out. */
  function reduced(rows: number[][]): number[][] {
    const left = rows.map((row) => [...row]);
    let at = 0;
    for (let column = 0; column < leaves.length && at < left.length; column += 1) {
      const pivot = left.findIndex((row, i) => i >= at && row[column] !== 0);
      if (pivot < 0) continue;
      [left[at], left[pivot]] = [left[pivot]!, left[at]!];
      const lead = left[at]!;
      const scale = lead[column]!;
      for (let i = 0; i < leaves.length; i += 1) lead[i] = lead[i]! / scale;
      left.forEach((row, i) => {
        const factor = i === at ? 0 : row[column]!;
        if (factor !== 0) for (let j = 0; j < leaves.length; j += 1) row[j] = row[j]! - factor * lead[j]!;
      });
      at += 1;
    }
    return left.slice(0, at);
  }

  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }));
  const table = fc.record(Object.fromEntries(leaves.map((leaf) => [leaf, fc.tuple(count, count)])));
  test('no area that can be worked out by adding and subtracting has a small count', () => {
    fc.assert(fc.property(table, (numbers) => {
      const report = publish(...leaves.map((leaf) => some(leaf, ...(numbers[leaf] as [number, number]))));
      // The shown areas lie within each other, so that every combination with whole patients is a sum of these.
      for (const area of reduced(equations(report)).concat(equations(report))) {
        if (area.some((weight) => weight !== 0 && weight !== 1)) continue;
        for (const part of [0, 1] as const) {
          const sum = leaves.reduce((total, leaf, i) => total + area[i]! * numbers[leaf]![part], 0);
          expect(sum === 0 || sum >= 5).toBe(true);
        }
      }
    }), { numRuns: 150 });
  });

  test('a hidden count could always have been another, whatever a reader tries', () => {
    const small = fc.record(Object.fromEntries(leaves.map((leaf) => [leaf, fc.constantFrom(0, 1, 3, 5, 6)])));
    fc.assert(fc.property(small, (numbers) => {
      const report = publish(...leaves.map((leaf) => some(leaf, numbers[leaf]!, 0)));
      const known = equations(report);
      // Moving one patient between two areas that no equation tells apart gives another table that shows the same.
      for (const [i, leaf] of leaves.entries()) {
        if (numbers[leaf] === 0 || numbers[leaf]! >= 5) continue;
        const twin = leaves.some((_, j) => j !== i && known.every((row) => row[i] === row[j]));
        expect(twin || known.every((row) => row[i] === 0)).toBe(true);
      }
    }), { numRuns: 150 });
  });
});
