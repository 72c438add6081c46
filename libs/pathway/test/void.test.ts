import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { evaluate, type ClockSpec, type Definition } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];

/** A small pathway: a clock of ten days per message, a right that lapses, a count without a limit, and a birthday clock. */
const clock = (id: string, spec: Partial<ClockSpec> & Pick<ClockSpec, 'mode' | 'start' | 'metBy'>): ClockSpec => ({
  id, title: nb(id), status: 'local', kind: 'guiding', sources: [{ source: 'S' }], owner: 'mottak', due: { after: [{ span: { value: 10, unit: 'dag' } }] }, ...spec,
});
const { due: _, ...withoutLimit } = clock('TELLER', { mode: 'once', start: [{ event: 'mottatt' }], metBy: [{ event: 'overlevert' }] });
const definition: Definition = {
  ...prove,
  clocks: [
    clock('SVAR', { mode: 'each', key: 'sporsmalId', start: [{ event: 'spurt' }], metBy: [{ event: 'svart' }] }),
    clock('RETT', { mode: 'again', lapses: true, start: [{ event: 'meddelt' }], metBy: [{ event: 'klaget' }] }),
    clock('SENERE', { mode: 'each', start: [{ event: 'tilbud', dateFields: ['tid'] }], metBy: [{ event: 'startet' }], endedBy: [{ event: '@fyller18', as: 'adult' }], lapses: true }),
    withoutLimit,
  ],
  duties: [],
  commands: [],
};
const rules = rulesWith(definition);
const seen = (facts: readonly Short[], asOf: string, more = {}) => evaluate(input(events({}, ...facts), asOf, { rules, ...more }));
const voids = (facts: readonly Short[], asOf: string, more = {}) => {
  const { alarms, noNextStepFrom } = seen(facts, asOf, more);
  return [alarms.map((a) => a.from), noNextStepFrom];
};
const received: Short = ['mottatt', '2026-03-02'];

describe('an active patient whom nobody owes anything is an alarm', () => {
  test('from the day the pathway began', () => {
    expect(voids([received], '2026-03-02')).toEqual([['2026-03-02'], '2026-03-02']);
    expect(voids([received, ['vurdert', '2026-03-05', { utfall: 'rett' }]], '2026-03-20')).toEqual([['2026-03-02'], '2026-03-02']);
  });
  test('from the day the last clock with a date closed', () => {
    const facts: Short[] = [received, ['spurt', '2026-03-02', { sporsmalId: 'a' }], ['spurt', '2026-03-03', { sporsmalId: 'b' }], ['svart', '2026-03-04', { sporsmalId: 'b' }], ['svart', '2026-03-06', { sporsmalId: 'a' }]];
    expect(voids(facts, '2026-03-05')).toEqual([[], null]);
    expect(voids(facts, '2026-03-06')).toEqual([['2026-03-06'], '2026-03-06']);
    expect(voids(facts, '2026-04-06')).toEqual([['2026-03-06'], '2026-03-06']);
  });
  test('a count without limit is nothing that anybody owes', () => {
    const facts: Short[] = [received, ['spurt', '2026-03-02', { sporsmalId: 'a' }], ['svart', '2026-03-04', { sporsmalId: 'a' }], ['overlevert', '2026-03-20']];
    expect(voids(facts, '2026-04-01')).toEqual([['2026-03-04'], '2026-03-04']);
  });
  test('from the day the right lapsed', () => {
    const facts: Short[] = [received, ['meddelt', '2026-03-02']];
    expect(voids(facts, '2026-03-12')).toEqual([[], '2026-03-13']);
    expect(voids(facts, '2026-03-13')).toEqual([['2026-03-13'], '2026-03-13']);
  });
  test('a right that lapsed counts as closed then, also when death or a move ends it later', () => {
    const facts: Short[] = [received, ['meddelt', '2026-03-02'], ['tilbud', '2026-03-02', { tid: '2026-03-04' }]];
    expect(voids(facts, '2026-06-01', { birthDate: osloDate('2008-05-01') })).toEqual([['2026-03-15'], '2026-03-15']);
  });
  test('from the day it was taken up again, when it had been closed', () => {
    const facts: Short[] = [received, ['spurt', '2026-03-02', { sporsmalId: 'a' }], ['avsluttet', '2026-03-04'], ['gjenopptatt', '2026-09-01']];
    expect(voids(facts, '2026-08-01')).toEqual([[], null]);
    expect(voids(facts, '2026-09-05')).toEqual([['2026-09-01'], '2026-09-01']);
  });
  test('a change of step within the void does not make it younger', () => {
    const facts: Short[] = [received, ['spurt', '2026-03-02', { sporsmalId: 'a' }], ['svart', '2026-03-04', { sporsmalId: 'a' }], ['vurdert', '2026-03-10', { utfall: 'rett' }]];
    expect(voids(facts, '2026-03-11')).toEqual([['2026-03-04'], '2026-03-04']);
  });
  test('not once it is closed or the patient dead', () => {
    expect(voids([received, ['avsluttet', '2026-03-04']], '2026-03-05')).toEqual([[], null]);
    expect(voids([received, ['dod', '2026-03-04']], '2026-03-05')).toEqual([[], null]);
  });
  test('a broken clock is still owed', () => {
    expect(voids([received, ['spurt', '2026-03-02', { sporsmalId: 'a' }]], '2027-03-02')).toEqual([[], null]);
  });
});

describe('clocks that start on a day to come', () => {
  const from = (tid: string): Short[] => [received, ['meddelt', '2026-03-02'], ['tilbud', '2026-03-02', { tid }]];
  test('fill the time without a gap when they start on the day the last one closes', () => {
    expect(voids(from('2026-03-13'), '2026-03-03')).toEqual([[], '2026-03-24']);
  });
  test('leave a gap when they start the day after', () => {
    expect(voids(from('2026-03-14'), '2026-03-03')).toEqual([[], '2026-03-13']);
  });
  test('are no next step before they start, and the alarm is dated in the past', () => {
    expect(voids(from('2026-09-01'), '2026-03-20')).toEqual([['2026-03-13'], '2026-03-13']);
    expect(voids([received, ['tilbud', '2026-03-02', { tid: '2026-09-01' }]], '2026-03-20')).toEqual([['2026-03-02'], '2026-03-02']);
  });
  test('that never close cover everything after them', () => {
    const facts: Short[] = [received, ['meddelt', '2026-03-02'], ['spurt', '2026-03-10', { sporsmalId: 'a' }]];
    expect(voids(facts, '2026-03-10')).toEqual([[], null]);
  });
  test('that a birthday to come ends, end there', () => {
    expect(voids([received, ['tilbud', '2026-03-02', { tid: '2026-03-02' }]], '2026-03-03', { birthDate: osloDate('2008-03-08') })).toEqual([[], '2026-03-08']);
  });
});

describe('nextChangeOn', () => {
  const next = (facts: readonly Short[], asOf: string, more = {}) => seen(facts, asOf, more).nextChangeOn;
  test('the day after the due date, then nothing', () => {
    const facts: Short[] = [received, ['spurt', '2026-03-02', { sporsmalId: 'a' }]];
    expect([next(facts, '2026-03-02'), next(facts, '2026-03-12'), next(facts, '2026-03-13')]).toEqual(['2026-03-13', '2026-03-13', null]);
  });
  test('the day a right lapses, and with it the void', () => {
    expect(next([received, ['meddelt', '2026-03-02']], '2026-03-12')).toBe('2026-03-13');
  });
  test('the day a clock starts', () => {
    expect(next([received, ['tilbud', '2026-03-02', { tid: '2026-03-09' }]], '2026-03-03')).toBe('2026-03-09');
  });
  test('nothing after death, whoever turns 18 later', () => {
    const dead = seen([received, ['tilbud', '2026-03-02', { tid: '2026-03-09' }], ['dod', '2026-03-04']], '2026-03-05', { birthDate: osloDate('2010-03-08') });
    expect(dead).toMatchObject({ active: false, endedOn: '2026-03-04', variant: 'barn', variantNext: null, nextChangeOn: null });
    expect(seen([received, ['dod', '2026-03-04']], '2030-03-05', { birthDate: osloDate('2010-03-08') }).variant).toBe('barn');
  });
});
