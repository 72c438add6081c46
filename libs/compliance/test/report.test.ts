import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { canonicalJson } from '@forlop/pathway';
import { compareReports, reportOf, Tree, type ComplianceQuery, type Report, type TallyRow } from '../src/index.js';

const query: ComplianceQuery = {
  from: osloDate('2025-01-01'), to: osloDate('2026-12-31'), asOf: osloDate('2026-12-31'), knownAt: 9, cohort: 'started', organisation: null, definition: null, clocks: null, splitBy: [],
};
const stamp = { kernel: '1', calendars: [], ledger: { position: 9, root: null, since: 'a' } };
const tree = new Tree([{ id: 'R', parentId: null, kind: 'region' }, { id: 'H1', parentId: 'R', kind: 'hospital' }, { id: 'H2', parentId: 'R', kind: 'hospital' }, { id: 'A', parentId: 'H1', kind: 'unit' }]);
const row = (organisation: string, over: Partial<TallyRow> & { readonly variant?: string; readonly period?: string }): TallyRow => {
  const { variant = 'VOKSEN', period = '2026-03', ...rest } = over;
  return { cell: { organisation, definition: 'd', version: '1', variant, clock: 'F', step: 's', period }, outcome: 'met', reason: null, cause: null, end: 'met', days: 10, defect: null, n: 1, ...rest };
};
const made = (rows: readonly TallyRow[], over: Partial<ComplianceQuery> = {}): Report => reportOf(rows, { query: { ...query, ...over }, stamp, tree, withDetail: true });
const lineOf = (report: Report, organisation: string) => report.lines.find((line) => line.organisation === organisation)!;

const rows = [
  row('A', { n: 90 }),
  row('A', { outcome: 'met-late', cause: 'capacity', days: 50, n: 6 }),
  row('A', { outcome: 'broken', cause: 'not-stated', end: 'open', days: 90, n: 4, period: '2025-12' }),
  row('A', { outcome: 'excluded', reason: 'passed-by-patient', cause: 'patient-wish', end: 'open', days: 80, n: 3 }),
  row('H1', { outcome: 'running', end: 'open', days: 5, n: 2, variant: 'BARN' }),
  row('H2', { n: 200, period: '2026-01' }),
  row('H2', { outcome: 'broken', cause: 'capacity', end: 'open', days: 99, defect: 'duplicate', n: 50 }),
];

describe('a report', () => {
  test('adds a department to its hospital and the hospital to its region, and divides by what is judged alone', () => {
    const report = made(rows);
    expect(lineOf(report, 'A').asRegistered).toMatchObject({
      started: 103, met: 90, metLate: 6, broken: 4, excluded: 3, judged: 100, compliance: { rate: 0.9 }, excludedBy: { 'passed-by-patient': 3 }, delay: { capacity: 6, 'not-stated': 4, 'patient-wish': 3 },
      waited: { n: 96, mean: 12.5, median: 10, p90: 10 }, stillWaiting: { n: 7 },
    });
    expect(lineOf(report, 'H1').asRegistered).toMatchObject({ started: 105, running: 2, judged: 100 });
    expect(lineOf(report, 'R').asRegistered).toMatchObject({ started: 355, met: 290, broken: 54 });
  });

  test('has beside it what it would be without the records that distort it', () => {
    const { asRegistered, qualityAssured, leftOut, wouldBe } = lineOf(made([...rows, row('H2', { defect: 'ended-at-once', n: 50 })]), 'H2');
    expect([asRegistered.compliance!.rate, qualityAssured.compliance!.rate, leftOut]).toEqual([0.833333, 1, { duplicate: 50, 'ended-at-once': 50 }]);
    expect([wouldBe['duplicate']!.rate, wouldBe['ended-at-once']!.rate]).toEqual([1, 0.8]);
  });

  test('holds units of one kind beside each other, never a hospital beside its region', () => {
    expect(made(rows).funnels.map(({ among, target }) => [among, target])).toEqual([['hospital', 0.828571]]);
    expect(made(rows).funnels[0]!.points.map(({ unit }) => unit)).toEqual(['H1', 'H2']);
  });

  test('splits a line only where asked, and its parts add up', () => {
    const parts = made(rows, { splitBy: ['variant'] }).lines.filter(({ organisation }) => organisation === 'H1');
    expect(parts.map(({ split, asRegistered }) => [split, asRegistered.started])).toEqual([[{ variant: 'BARN' }, 2], [{ variant: 'VOKSEN' }, 103]]);
  });

  test('sets the years beside each other', () => {
    expect(lineOf(made(rows), 'A').detail!.years.map(({ year, started, compliance }) => [year, started, compliance!.rate])).toEqual([['2025', 4, 0], ['2026', 99, 0.9375]]);
  });

  test('is the same bytes in whatever order the tallies come', () => {
    expect(canonicalJson(made([...rows].reverse()))).toBe(canonicalJson(made(rows)));
  });
});

describe('computed again', () => {
  test('the same report has no difference', () => expect(compareReports(made(rows), made(rows))).toEqual([]));
  test('what caused it stands first, then each number that is another, and lines that are new or gone', () => {
    const is = { ...made(rows.filter(({ cell }) => cell.organisation !== 'H2')), stamp: { ...stamp, kernel: '2', ledger: { ...stamp.ledger, since: 'b' } } };
    const found = compareReports(made(rows), is);
    expect(found.slice(0, 2).map(({ part }) => part)).toEqual(['kernel', 'ledger']);
    expect(found).toContainEqual({ part: 'line', at: 'R d F asRegistered.met', was: '290', is: '90' });
    expect(found.find(({ at }) => at === 'H2 d F')).toMatchObject({ is: null });
  });
});
