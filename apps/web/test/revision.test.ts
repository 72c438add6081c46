import { describe, expect, test } from '@jest/globals';
import { apart, linear, lowestShare, shareTicks, steps, ticksTo } from '../src/screens/revision/charts/scale.js';
import { daysOf, monthEnds, partsOf } from '../src/screens/revision/period.js';
import { nprSearch, questionAt } from '../src/screens/revision/question.js';
import { revisionSearch } from '../src/screens/revision/search.js';
import { missingIn, noChange, requestOf } from '../src/screens/revision/what-if/change.js';
import { unitsOf, upFrom } from '../src/screens/revision/units.js';

describe('a period', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-11', '2026-11-01', '2026-11-30'],
  ])('%s is %s – %s', (period, from, to) => expect(daysOf(period)).toEqual({ from, to }));

  test.each(['2026-13', '2026-Q5', '26', 'i fjor', '2026-00', ''])('«%s» is none', (word) => expect(daysOf(word)).toBeNull());

  test('a year has itself, its quarters and its months', () => {
    expect(partsOf('2026')).toHaveLength(17);
    expect(partsOf('2026').every((part) => daysOf(part) !== null)).toBe(true);
    expect(monthEnds('2028').slice(0, 3)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31']);
  });
});

describe('the address', () => {
  test('keeps what it knows, and leaves out what it does not', () => {
    const known = { fane: 'grunnlag', enhet: 'a', frist: 'FRIST-VURDERING', periode: 2026, etter: 'slutt', dag: '2026-06-30', kjent: 1042, vis: 'for-sent' };
    expect(revisionSearch({ ...known, ukjent: 1 })).toEqual(known);
    expect(revisionSearch({ kjent: '2026-06-30' })).toEqual({ kjent: '2026-06-30' });
    expect(revisionSearch({ fane: 'nei', periode: '2026-13', etter: 'start', dag: '30.06.2026', kjent: -1, vis: 'constructor', enhet: '' })).toEqual({});
  });
});

test('the question for NPR rows is of referrals: without clock, cohort and split', () => {
  const search = revisionSearch({ frist: 'FRIST-VURDERING', forlop: 'langvarig-utmattelse', periode: '2026-Q1', etter: 'slutt', dag: '2026-06-30', kjent: 1042, variant: 'voksen' });
  expect(nprSearch(questionAt(search, 'a'))).toBe('from=2026-01-01&to=2026-03-31&asOf=2026-06-30&knownAt=1042&org=a&definition=langvarig-utmattelse');
  expect(nprSearch(questionAt(revisionSearch({ periode: '2026-Q1' }), undefined))).toBe('from=2026-01-01&to=2026-03-31');
  expect(nprSearch(questionAt(revisionSearch({ periode: '2026-Q1', kjent: '2026-06-30' }), undefined))).toBe('from=2026-01-01&to=2026-03-31&knownOn=2026-06-30');
});

describe('organisations', () => {
  const organisations = [
    { id: 'region', name: 'Helse Nord', kind: 'region' as const },
    { id: 'hospital', name: 'Sykehuset', kind: 'hospital' as const, parentId: 'region' },
    { id: 'b', name: 'Barn', kind: 'unit' as const, parentId: 'hospital' },
    { id: 'a', name: 'Avdeling', kind: 'unit' as const, parentId: 'hospital' },
  ];
  const lines = organisations.map(({ id }) => ({ organisation: id, definition: 'd', clock: 'C', split: {} }));
  const shape = (units: ReturnType<typeof unitsOf>): unknown => units.map(({ id, below }) => [id, shape(below)]);

  test('stand below each other, by name', () => expect(shape(unitsOf(lines, organisations, { within: null, own: null }))).toEqual([['region', [['hospital', [['a', []], ['b', []]]]]]]));
  test('those above one’s own are left out: they hold a part', () => expect(shape(unitsOf(lines, organisations, { within: null, own: 'hospital' }))).toEqual([['hospital', [['a', []], ['b', []]]]]));
  test('only what lies within the one asked about', () => expect(shape(unitsOf(lines, organisations, { within: 'a', own: 'region' }))).toEqual([['a', []]]));
  test('a line whose parent has none stands on top', () => expect(shape(unitsOf(lines.slice(2), organisations, { within: null, own: null }))).toEqual([['a', []], ['b', []]]));
  test('a circle ends', () => expect(upFrom(new Map([['x', { id: 'x', name: 'X', kind: 'unit', parentId: 'y' }], ['y', { id: 'y', name: 'Y', kind: 'unit', parentId: 'x' }]]), 'x')).toEqual(['x', 'y']));
});

describe('a picture', () => {
  test('has round values on its axis, the highest included', () => {
    expect(ticksTo(17)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksTo(3)).toEqual([0, 1, 2, 3]);
    expect(ticksTo(0)).toEqual([0, 1]);
    expect(ticksTo(1_234, 6)).toEqual([0, 500, 1_000, 1_500]);
  });

  test('shows shares from the tenth below the lowest', () => {
    expect([lowestShare([0.95, 0.99]), lowestShare([0.62]), lowestShare([0]), lowestShare([])]).toEqual([0.8, 0.6, 0, 0.8]);
    expect(shareTicks(0.8)).toEqual([0.8, 0.9, 1]);
    expect(shareTicks(0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  test('draws level steps, and values by a straight scale', () => {
    expect(steps([[0, 10], [5, 20], [9, 40]])).toBe('M0 10H5V20H9V40');
    expect([linear([0, 10], [100, 0])(2.5), linear([3, 3], [0, 8])(3)]).toEqual([75, 4]);
    expect(apart([0, 10, 45, 60, 90], (x) => x, 40)).toEqual([0, 45, 90]);
  });
});

describe('another rule', () => {
  const change = { ...noChange, clock: 'langvarig-utmattelse FRIST-VURDERING' };

  test.each([
    ['nothing is changed', change, 'nothing'],
    ['a length that is no number', { ...change, length: 'ti' }, 'length'],
    ['a length of no frist', { ...noChange, length: '8' }, 'clock'],
    ['a calendar alone is enough', { ...noChange, calendar: 'norge-lordag@2026.1' }, null],
    ['written, and empty', { ...noChange, isWritten: true, written: ' ' }, 'written'],
    ['a length', { ...change, length: '8' }, null],
  ] as const)('%s', (_, given, missing) => expect(missingIn(given)).toBe(missing));

  test('is sent as the parts that are changed', () => {
    expect(requestOf({ ...change, length: '8', unit: 'uke', start: 'vurdert', org: 'o', receivedFrom: '2026-01-01' }, 'Vurdering, 8 uker')).toEqual({
      patch: { title: 'Vurdering, 8 uker', definition: 'langvarig-utmattelse', clocks: { 'FRIST-VURDERING': { due: { after: [{ span: { value: 8, unit: 'uke' } }] }, start: [{ event: 'vurdert' }] } } },
      org: ['o'], receivedFrom: '2026-01-01',
    });
    expect(requestOf({ ...noChange, calendar: 'norge-lordag@2026.1' }, 'K')).toEqual({ patch: { title: 'K', calendar: 'norge-lordag@2026.1' } });
    expect(requestOf({ ...noChange, isWritten: true, written: 'FRIST-VURDERING: 10 uker' }, '')).toEqual({ patch: 'FRIST-VURDERING: 10 uker' });
  });
});
