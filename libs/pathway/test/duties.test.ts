import { describe, expect, test } from '@jest/globals';
import { evaluate, type ClockSpec, type Definition, type DutySpec, type Obligation } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
const sources = [{ source: 'S' }];

/** A clock of twenty days from the message to the patient, and one duty on it. */
function withDuty(duty: Partial<DutySpec>, clock: Partial<ClockSpec> = {}): Definition {
  return {
    ...prove,
    clocks: [{
      id: 'EGEN', title: nb('Egen'), status: 'in-force', kind: 'legal', sources, mode: 'once', owner: 'mottak',
      start: [{ event: 'meddelt' }], due: { after: [{ span: { value: 20, unit: 'dag' } }] }, metBy: [{ event: 'startet' }],
      warn: { before: { value: 5, unit: 'dag' } }, atRisk: { horizonDays: 3 },
      bookings: { offeredBy: [{ event: 'tilbud', dateField: 'tid' }], postponedBy: [{ event: 'utsatt', causeField: 'kode', dateField: 'nyDato' }], missedBy: [{ event: 'ikkeMott' }], cancelledBy: [], patientCauses: ['22'] },
      ...clock,
    }],
    duties: [{ id: 'PLIKT', title: nb('Plikt'), kind: 'remind', status: 'local', sources, clock: 'EGEN', opens: { at: 'start' }, to: 'fastlege', ...duty }],
  };
}
const base: Short[] = [['mottatt', '2026-03-01'], ['meddelt', '2026-03-02']];
const duties = (definition: Definition, more: readonly Short[] = [], asOf = '2026-06-01'): readonly Obligation[] =>
  evaluate(input(events({}, ...base, ...more), asOf, { rules: rulesWith(definition) })).obligations;
const opens = (definition: Definition, more?: readonly Short[]) => duties(definition, more).map((o) => o.opensOn)[0] ?? null;

describe('the day a duty opens: started 03-02, warned 03-17, at risk 03-19, due 03-22', () => {
  test.each<[DutySpec['opens']['at'], string | null]>([
    ['start', '2026-03-02'], ['warn', '2026-03-17'], ['at-risk', '2026-03-19'], ['due', '2026-03-22'], ['broken', '2026-03-23'], ['foreseen-or-broken', '2026-03-23'],
  ])('%s', (at, day) => {
    expect(opens(withDuty({ opens: { at } }))).toBe(day);
  });
  test('a span after it, in working days too', () => {
    expect(opens(withDuty({ opens: { at: 'start', after: { value: 3, unit: 'uke' } } }))).toBe('2026-03-23');
    expect(opens(withDuty({ opens: { at: 'due', after: { value: 10, unit: 'virkedag' } } }))).toBe('2026-04-08');
  });
  test.each<[string, DutySpec['opens']['at'], Short[], string | null]>([
    ['nothing is foreseen: when broken', 'foreseen-or-broken', [['tilbud', '2026-03-05', { tid: '2026-03-22' }]], '2026-03-23'],
    ['the first offer lies after the date: from the day it was known', 'foreseen-or-broken', [['tilbud', '2026-03-05', { tid: '2026-03-30' }]], '2026-03-05'],
    ['foreseen, but then met in time: the duty was there while it lasted', 'foreseen-or-broken', [['tilbud', '2026-03-05', { tid: '2026-03-30' }], ['startet', '2026-03-10']], '2026-03-05'],
    ['known only after it broke', 'foreseen-or-broken', [['tilbud', '2026-03-25', { tid: '2026-03-30' }]], '2026-03-23'],
    ['the patient let it pass', 'foreseen-or-broken', [['tilbud', '2026-03-05', { tid: '2026-03-20' }], ['ikkeMott', '2026-03-20']], null],
    ['met in time, it never broke', 'broken', [['startet', '2026-03-22']], null],
    ['met late, it did', 'broken', [['startet', '2026-03-30']], '2026-03-23'],
    ['booked to the last day, never at risk', 'at-risk', [['tilbud', '2026-03-05', { tid: '2026-03-22' }]], null],
  ])('%s', (_, at, facts, day) => {
    expect(opens(withDuty({ opens: { at } }), facts)).toBe(day);
  });
  test('a clock without limit is never warned about, due or broken', () => {
    const without: Partial<ClockSpec> = { due: { field: 'dato' } };
    for (const at of ['warn', 'at-risk', 'due', 'broken', 'foreseen-or-broken'] as const) expect(opens(withDuty({ opens: { at } }, without))).toBeNull();
  });
  test('a warning counted from the start', () => {
    expect(opens(withDuty({ opens: { at: 'warn' } }, { warn: { after: { value: 10, unit: 'dag' } } }))).toBe('2026-03-12');
    expect(opens(withDuty({ opens: { at: 'warn' } }, { warn: { before: { value: 40, unit: 'dag' } } }))).toBe('2026-03-02');
  });
});

describe('only in-force legal clocks lead to Helfo (BREACH-3)', () => {
  test.each<[ClockSpec['kind'], ClockSpec['status'], boolean]>([
    ['legal', 'in-force', true], ['legal', 'proposed', false], ['legal', 'draft', false], ['legal', 'local', false], ['guiding', 'in-force', false], ['pathway', 'in-force', false],
  ])('%s, %s: %s', (kind, status, notified) => {
    expect(opens(withDuty({ kind: 'notify-helfo', opens: { at: 'broken' } }, { kind, status }))).toBe(notified ? '2026-03-23' : null);
    expect(opens(withDuty({ kind: 'remind', opens: { at: 'broken' } }, { kind, status }))).toBe('2026-03-23');
  });
});

describe('asking', () => {
  const weekly: Partial<DutySpec> = { opens: { at: 'warn' }, repeat: { every: { value: 7, unit: 'dag' }, most: 3 } };
  test('on the day it opens and at each repeat, at most so often', () => {
    expect(duties(withDuty(weekly))[0]?.askOn).toEqual(['2026-03-17', '2026-03-24', '2026-03-31', '2026-04-07']);
    expect(duties(withDuty({ opens: { at: 'warn' } }))[0]?.askOn).toEqual(['2026-03-17']);
  });
  test('in working days, each counted from the opening', () => {
    expect(duties(withDuty({ ...weekly, repeat: { every: { value: 5, unit: 'virkedag' }, most: 3 } }))[0]?.askOn).toEqual(['2026-03-17', '2026-03-24', '2026-03-31', '2026-04-10']);
  });
  test('not on or after the day it was closed', () => {
    expect(duties(withDuty(weekly), [['startet', '2026-03-24']])[0]).toMatchObject({ askOn: ['2026-03-17'], closesOn: '2026-03-24' });
    expect(duties(withDuty(weekly), [['startet', '2026-03-25']])[0]?.askOn).toEqual(['2026-03-17', '2026-03-24']);
  });
});

test('an obligation says whom, until when, to whom next and how', () => {
  const full: Partial<DutySpec> = { opens: { at: 'due' }, escalate: { after: { value: 10, unit: 'virkedag' }, to: 'koordinator' }, needsConfirmation: true, template: 'brev' };
  expect(duties(withDuty(full))).toEqual([{
    key: 'PLIKT#1', duty: 'PLIKT', kind: 'remind', clock: 'EGEN', clockKey: 'EGEN#1', occurrence: 1, to: 'fastlege', opensOn: '2026-03-22', closesOn: null, dueOn: '2026-03-22',
    askOn: ['2026-03-22'], escalateOn: '2026-04-08', escalateTo: 'koordinator', needsConfirmation: true, template: 'brev',
  }]);
  expect(duties(withDuty({ opens: { at: 'due' } }))[0]).toMatchObject({ escalateOn: null, escalateTo: null, needsConfirmation: false, template: null });
});

test('a right that lapses closes its duties on that day', () => {
  expect(duties(withDuty({}, { lapses: true }))[0]).toMatchObject({ opensOn: '2026-03-02', closesOn: '2026-03-23' });
  expect(opens(withDuty({ opens: { at: 'broken' } }, { lapses: true }))).toBeNull();
});

test('a duty that does not apply now does not stand', () => {
  const severe = withDuty({ when: { group: 'alvorlig' } });
  expect(opens(severe)).toBeNull();
  expect(opens(severe, [['alvorlighet', '2026-03-03', { grad: 'alvorlig' }]])).toBe('2026-03-02');
  expect(opens(severe, [['alvorlighet', '2026-03-03', { grad: 'alvorlig' }], ['alvorlighet', '2026-03-04', { grad: 'mild' }]])).toBeNull();
});

test('each occurrence has its own, in the order of the clocks and of the duties', () => {
  const two: Definition = { ...withDuty({}, { mode: 'each' }), duties: [...withDuty({}).duties, { ...withDuty({}).duties[0]!, id: 'TO', opens: { at: 'due' } }] };
  expect(duties(two, [['meddelt', '2026-03-10']]).map((o) => [o.key, o.opensOn])).toEqual([['PLIKT#1', '2026-03-02'], ['TO#1', '2026-03-22'], ['PLIKT#2', '2026-03-10'], ['TO#2', '2026-03-30']]);
});

describe('the next change is the first of all days to come', () => {
  const next = (asOf: string, more: readonly Short[] = []) =>
    evaluate(input(events({}, ...base, ...more), asOf, { rules: rulesWith(withDuty({ opens: { at: 'due', after: { value: 8, unit: 'dag' } }, escalate: { after: { value: 3, unit: 'dag' }, to: 'koordinator' } })) })).nextChangeOn;
  test.each([
    ['2026-03-02', '2026-03-17'], ['2026-03-16', '2026-03-17'], ['2026-03-17', '2026-03-19'], ['2026-03-19', '2026-03-23'], ['2026-03-22', '2026-03-23'],
    ['2026-03-23', '2026-03-30'], ['2026-03-30', '2026-04-02'], ['2026-04-02', null],
  ])('from %s: %s', (asOf, day) => {
    expect(next(asOf)).toBe(day);
  });
  test('nothing once it is met', () => {
    expect(next('2026-03-12', [['startet', '2026-03-12'], ['vurdert', '2026-03-12', { utfall: 'avslag' }]])).toBeNull();
  });
});
