import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { evaluate, type LedgerEvent } from '@forlop/pathway';
import { events, input } from './prove.js';

type Short = Parameters<typeof events>[1];

const seen = (facts: readonly Short[], asOf = '2026-12-31', more = {}) => evaluate(input(events({}, ...facts), asOf, more));
const findings = (facts: readonly Short[], asOf?: string, more = {}) => seen(facts, asOf, more).findings.map((f) => [f.code, f.fact]);
const assessed = (facts: readonly Short[], asOf?: string, more = {}) => seen(facts, asOf, more).clocks.find((c) => c.key === 'VURDERING#1')?.metOn;

/** Events of every test: e000 created, e001 received, e002 assessed. */
const base = [['mottatt', '2026-03-02'], ['vurdert', '2026-03-04', { utfall: 'rett' }]] as const;

describe('corrections', () => {
  test('the last recording stands, whichever of its forerunners it names', () => {
    const viaRoot: Short[] = [...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }]];
    const viaCorrection: Short[] = [...viaRoot, ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e003' }]];
    expect(assessed(viaRoot)).toBe('2026-03-05');
    expect(assessed(viaCorrection)).toBe('2026-03-06');
    expect(findings(viaCorrection)).toEqual([]);
  });

  test('a corrected fact keeps the id of its first recording', () => {
    const { clocks } = seen([...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }]]);
    expect(clocks.find((c) => c.clock === 'VURDERING')?.facts.met).toBe('e002');
  });

  test('two people who correct the same recording without seeing each other: the later stands, and somebody must look', () => {
    const facts: Short[] = [...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }], ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e002' }]];
    expect(assessed(facts)).toBe('2026-03-06');
    expect(findings(facts)).toEqual([['corrected-twice', 'e002']]);
  });

  test('the same for two who correct the same correction', () => {
    const facts: Short[] = [...base,
      ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }],
      ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e003' }],
      ['vurdert', '2026-03-07', { utfall: 'rett' }, { corrects: 'e003' }],
    ];
    expect(assessed(facts)).toBe('2026-03-07');
    expect(findings(facts)).toEqual([['corrected-twice', 'e002']]);
  });

  test('a correction to a day that has not come takes the fact away until then', () => {
    const facts: Short[] = [...base, ['vurdert', '2026-03-20', { utfall: 'rett' }, { corrects: 'e002' }]];
    expect(assessed(facts, '2026-03-19')).toBeNull();
    expect(assessed(facts, '2026-03-20')).toBe('2026-03-20');
  });

  test.each([
    ['nothing known', 'e999'],
    ['itself', 'e003'],
  ])('a correction of %s is kept out and becomes a finding', (_, corrects) => {
    const facts: Short[] = [...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects }]];
    expect(assessed(facts)).toBe('2026-03-04');
    expect(findings(facts, '2026-03-05')).toEqual([['corrects-unknown', 'e003']]);
    expect(findings(facts, '2026-03-04')).toEqual([]);
  });

  test('two corrections that name each other are both kept out', () => {
    const facts: Short[] = [...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e004' }], ['vurdert', '2026-03-06', { utfall: 'rett' }, { corrects: 'e003' }]];
    expect(assessed(facts)).toBe('2026-03-04');
    expect(findings(facts)).toEqual([['corrects-unknown', 'e003'], ['corrects-unknown', 'e004']]);
  });

  test('a correction that comes before what it names in the ledger still wins', () => {
    const [first, received, wrong, right] = events({}, ...base, ['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }]) as [LedgerEvent, LedgerEvent, LedgerEvent, LedgerEvent];
    const list = [first, received, { ...right, position: 3 }, { ...wrong, position: 4 }];
    expect(evaluate(input(list, '2026-12-31')).clocks.find((c) => c.clock === 'VURDERING')?.metOn).toBe('2026-03-05');
  });

  test('an observation that names a fact corrects nothing', () => {
    expect(assessed([...base, ['vurdert', '2026-03-05', {}, { retracts: 'e002', kind: 'observation' }]])).toBe('2026-03-04');
  });
});

describe('retractions', () => {
  test.each([
    ['of the fact', [['vurdert', '2026-03-05', {}, { retracts: 'e002' }]], null],
    ['of its correction', [['vurdert', '2026-03-05', { utfall: 'rett' }, { corrects: 'e002' }], ['vurdert', '2026-03-06', {}, { retracts: 'e003' }]], null],
    ['that is corrected again', [['vurdert', '2026-03-05', {}, { retracts: 'e002' }], ['vurdert', '2026-03-09', { utfall: 'rett' }, { corrects: 'e003' }]], '2026-03-09'],
  ] as [string, Short[], string | null][])('%s', (_, more, metOn) => {
    expect(assessed([...base, ...more])).toBe(metOn);
    expect(findings([...base, ...more])).toEqual([]);
  });

  test('a retraction counts whatever its own date, but only from its place in the ledger', () => {
    const facts: Short[] = [...base, ['vurdert', '2026-05-01', {}, { retracts: 'e002' }]];
    expect(assessed(facts, '2026-03-10')).toBeNull();
    expect(assessed(facts, '2026-03-10', { knownAt: 3 })).toBe('2026-03-04');
  });
});

describe('facts of one date', () => {
  test('are folded by rank: received before assessed, whatever came first', () => {
    const facts: Short[] = [['vurdert', '2026-03-02', { utfall: 'rett' }], ['mottatt', '2026-03-02']];
    expect(seen(facts)).toMatchObject({ step: 'venter', findings: [] });
  });

  test('and then by id', () => {
    const grade = (first: string, second: string) =>
      seen([['mottatt', '2026-03-02'], ['alvorlighet', '2026-03-03', { grad: 'mild' }, { id: first }], ['alvorlighet', '2026-03-03', { grad: 'alvorlig' }, { id: second }]]).attributes['grad'];
    expect(grade('a', 'b')).toBe('alvorlig');
    expect(grade('b', 'a')).toBe('mild');
  });

  test('a type that no definition knows comes last, and becomes a finding', () => {
    const { findings: found } = seen([['ukjent', '2026-03-02'], ['mottatt', '2026-03-02']]);
    expect(found).toEqual([{ code: 'unknown-event', fact: 'e001', occurredOn: '2026-03-02', rule: null, detail: { type: 'ukjent' } }]);
  });
});

test('the rules hold for all of the pathway, also for days before it was created in the system', () => {
  const late = events({}, ['mottatt', '2026-03-02', {}]).map((e, i) => (i === 0 ? { ...e, occurredOn: osloDate('2026-03-20') } : e));
  expect(evaluate(input(late, '2026-03-05'))).toMatchObject({ step: 'mottatt', stepSince: '2026-03-02', active: true });
});

test('before anything has happened the pathway is in its first step, not active and without an alarm', () => {
  const empty = evaluate(input(events({}), '2026-05-01'));
  expect(empty).toMatchObject({ step: 'ny', stepSince: '2026-01-01', active: false, alarms: [], noNextStepFrom: null, endedOn: null, nextChangeOn: null, clocks: [] });
});
