import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { evaluate, type ClockSpec, type Definition, type DutySpec } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
const sources = [{ source: 'S' }];

/** `prove` with one clock of one's own making, and duties on it. */
function withClock(clock: Partial<ClockSpec> & Pick<ClockSpec, 'mode' | 'start' | 'metBy'>, duties: readonly Partial<DutySpec>[] = [], more: Partial<Definition> = {}): Definition {
  return {
    ...prove,
    clocks: [{ id: 'EGEN', title: nb('Egen'), status: 'in-force', kind: 'legal', sources, owner: 'mottak', due: { after: [{ span: { value: 10, unit: 'dag' } }] }, ...clock }],
    duties: duties.map((d, i) => ({ id: `PLIKT-${i}`, title: nb('Plikt'), kind: 'remind', status: 'local', sources, clock: 'EGEN', opens: { at: 'start' }, to: 'mottak', ...d })),
    ...more,
  };
}
const evaluated = (definition: Definition, facts: readonly Short[], asOf = '2026-12-31', more = {}) =>
  evaluate(input(events({}, ...facts), asOf, { rules: rulesWith(definition), ...more }));
const rows = (definition: Definition, facts: readonly Short[], asOf?: string) =>
  evaluated(definition, facts, asOf).clocks.map((c) => [c.key, c.startOn, c.metOn ?? c.endedOn]);

describe('one fact acts on a clock once', () => {
  const start: Short[] = [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03']];
  test('also when it matches two ways of meeting it', () => {
    const twice = withClock({ mode: 'recurring', start: [{ event: 'meddelt' }], metBy: [{ event: 'kontakt' }, { event: 'kontakt', when: { happened: 'mottatt' } }] });
    expect(rows(twice, [...start, ['kontakt', '2026-03-10']])).toEqual([['EGEN#1', '2026-03-03', '2026-03-10'], ['EGEN#2', '2026-03-10', null]]);
  });
  test('also when it matches two ways of starting it', () => {
    const twice = withClock({ mode: 'each', start: [{ event: 'meddelt', dateFields: ['dag'] }, { event: 'meddelt' }], metBy: [{ event: 'kontakt' }] });
    expect(rows(twice, start)).toEqual([['EGEN#1', '2026-03-03', null]]);
  });
  test('also when it matches two ways of ending it: with a key that it does not name, only the oldest ends, by the first way', () => {
    const twice = withClock({ mode: 'each', key: 'sporsmalId', start: [{ event: 'spurt' }], metBy: [{ event: 'svart' }], endedBy: [{ event: 'kontakt', as: 'first' }, { event: 'kontakt', as: 'second' }] });
    const asked: Short[] = [['mottatt', '2026-03-02'], ['spurt', '2026-03-03', { sporsmalId: 'a' }], ['spurt', '2026-03-04', { sporsmalId: 'b' }], ['kontakt', '2026-03-05']];
    expect(evaluated(twice, asked).clocks.map((c) => [c.key, c.endedAs])).toEqual([['EGEN#1', 'first'], ['EGEN#2', null]]);
  });
});

describe('modes', () => {
  const facts: Short[] = [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['meddelt', '2026-03-05'], ['kontakt', '2026-03-06'], ['meddelt', '2026-03-07']];
  test.each<[ClockSpec['mode'], [string, string, string | null][]]>([
    ['once', [['EGEN#1', '2026-03-03', '2026-03-06']]],
    ['again', [['EGEN#1', '2026-03-03', '2026-03-06'], ['EGEN#2', '2026-03-07', null]]],
    ['each', [['EGEN#1', '2026-03-03', '2026-03-06'], ['EGEN#2', '2026-03-05', '2026-03-06'], ['EGEN#3', '2026-03-07', null]]],
    ['recurring', [['EGEN#1', '2026-03-03', '2026-03-06'], ['EGEN#2', '2026-03-06', null]]],
    ['supersede', [['EGEN#1', '2026-03-03', '2026-03-06']]],
  ])('%s', (mode, expected) => {
    expect(rows(withClock({ mode, start: [{ event: 'meddelt' }], metBy: [{ event: 'kontakt' }] }), facts)).toEqual(expected);
  });

  test('once means once in an episode: taken up again after closing, it may start anew', () => {
    const again: Short[] = [...facts, ['avsluttet', '2026-04-01'], ['meddelt', '2026-04-02'], ['gjenopptatt', '2026-05-01'], ['meddelt', '2026-05-02']];
    expect(rows(withClock({ mode: 'once', start: [{ event: 'meddelt' }], metBy: [{ event: 'kontakt' }] }), again)).toEqual([['EGEN#1', '2026-03-03', '2026-03-06'], ['EGEN#2', '2026-05-02', null]]);
  });
  test('a transition marked as a new episode does the same without closing', () => {
    const transitions = [...prove.transitions, { on: { event: 'overlevert' }, from: ['mottatt'], to: 'mottatt', newEpisode: true as const }];
    const definition = withClock({ mode: 'once', start: [{ event: 'meddelt' }], metBy: [{ event: 'kontakt' }] }, [], { transitions });
    expect(rows(definition, [...facts, ['overlevert', '2026-03-10'], ['meddelt', '2026-03-11'], ['meddelt', '2026-03-12']])).toEqual([['EGEN#1', '2026-03-03', '2026-03-06'], ['EGEN#2', '2026-03-11', null]]);
  });
  test('a recurring clock stops where its condition no longer holds', () => {
    const definition = withClock({ mode: 'recurring', onlyWhen: { not: { group: 'alvorlig' } }, start: [{ event: 'meddelt' }], metBy: [{ event: 'kontakt' }] });
    expect(rows(definition, [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['alvorlighet', '2026-03-04', { grad: 'alvorlig' }], ['kontakt', '2026-03-06']])).toEqual([['EGEN#1', '2026-03-03', '2026-03-06']]);
  });
  test('what meets a recurring clock and closes the pathway starts no more', () => {
    const definition = withClock({ mode: 'recurring', start: [{ event: 'meddelt' }], metBy: [{ event: 'avsluttet' }] });
    expect(rows(definition, [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['avsluttet', '2026-03-06']])).toEqual([['EGEN#1', '2026-03-03', '2026-03-06']]);
  });
  test('the owner is the first whose condition holds at the start', () => {
    const definition = withClock({ mode: 'each', start: [{ event: 'meddelt' }], metBy: [], ownerWhen: [{ when: { group: 'alvorlig' }, owner: 'kliniker' }, { when: { step: ['mottatt'] }, owner: 'fastlege' }] });
    const owners = evaluated(definition, [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['alvorlighet', '2026-03-04', { grad: 'alvorlig' }], ['meddelt', '2026-03-05'], ['alvorlighet', '2026-03-06', { grad: 'mild' }], ['vurdert', '2026-03-06', { utfall: 'rett' }], ['meddelt', '2026-03-07']]).clocks.map((c) => c.owner);
    expect(owners).toEqual(['fastlege', 'kliniker', 'mottak']);
  });
  test('a date field gives the start, the next where the first is missing or no date, else the fact itself', () => {
    const definition = withClock({ mode: 'each', start: [{ event: 'mottatt', dateFields: ['a', 'b'] }], metBy: [] });
    const on = (data: Record<string, string>) => evaluated(definition, [['mottatt', '2026-03-02', data]]).clocks[0]?.startOn;
    expect([on({ a: '2026-01-01', b: '2026-02-01' }), on({ b: '2026-02-01' }), on({ a: 'ukjent', b: '2026-02-01' }), on({})]).toEqual(['2026-01-01', '2026-02-01', '2026-02-01', '2026-03-02']);
  });
  test('a due date that is missing or no date leaves the clock without a limit', () => {
    const definition = withClock({ mode: 'each', start: [{ event: 'meddelt' }], metBy: [], due: { field: 'dato' } });
    expect(evaluated(definition, [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03', { dato: 'snart' }], ['meddelt', '2026-03-04', { dato: '2026-04-01' }]]).clocks.map((c) => c.dueOn)).toEqual([null, '2026-04-01']);
  });
});

describe('done before it was asked for: kept, and somebody must look', () => {
  const early = (clock: Partial<ClockSpec>, facts: readonly Short[]) =>
    evaluated(withClock({ mode: 'once', start: [{ event: 'meddelt' }], metBy: [{ event: 'startet' }], ...clock }), facts).findings.filter((f) => f.code === 'met-before-start');
  const startedFirst: Short[] = [['mottatt', '2026-03-02'], ['startet', '2026-03-04'], ['meddelt', '2026-03-05']];

  test.each<[string, Partial<ClockSpec>, number]>([
    ['legal', {}, 1],
    ['guiding', { kind: 'guiding' }, 1],
    ['a frist that may be given anew', { mode: 'supersede' }, 1],
    ['a pathway time', { kind: 'pathway' }, 0],
    ['a count without limit', { kind: 'statistic' }, 0],
    ['one that comes again', { mode: 'again' }, 0],
  ])('%s', (_, clock, findings) => {
    expect(early(clock, startedFirst)).toHaveLength(findings);
  });
  test('the finding names the fact, the clock and what started it', () => {
    expect(early({}, startedFirst)).toEqual([{ code: 'met-before-start', fact: 'e002', occurredOn: '2026-03-04', rule: 'EGEN', detail: { startedBy: 'e003', startOn: '2026-03-05' } }]);
  });
  test('not on the same day, and not when the clock counts from an earlier day', () => {
    expect(early({ metBy: [{ event: 'vurdert' }] }, [['mottatt', '2026-03-02'], ['vurdert', '2026-03-05', { utfall: 'rett' }], ['meddelt', '2026-03-05']])).toEqual([]);
    expect(early({ start: [{ event: 'meddelt', dateFields: ['fra'] }] }, [['mottatt', '2026-03-02'], ['startet', '2026-03-04'], ['meddelt', '2026-03-05', { fra: '2026-03-04' }]])).toEqual([]);
  });
  test('what met it in an earlier episode, or came after it was met, is not early', () => {
    const reopened: Short[] = [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['startet', '2026-03-04'], ['startet', '2026-03-06'], ['avsluttet', '2026-04-01'], ['gjenopptatt', '2026-05-01'], ['meddelt', '2026-05-02']];
    expect(early({}, reopened)).toEqual([]);
  });
  test('what was done between a frist taken away and a new one is', () => {
    const between: Short[] = [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03'], ['kontakt', '2026-03-04'], ['startet', '2026-03-06'], ['meddelt', '2026-03-08']];
    expect(early({ mode: 'supersede', endedBy: [{ event: 'kontakt', as: 'taken-away' }] }, between)).toMatchObject([{ fact: 'e004' }]);
  });
});

describe('what closes a duty', () => {
  const facts: Short[] = [['mottatt', '2026-03-02'], ['meddelt', '2026-03-03']];
  const closing = (duty: Partial<DutySpec>, more: readonly Short[], asOf?: string, birth = {}) =>
    evaluated(withClock({ mode: 'each', start: [{ event: 'meddelt' }], metBy: [{ event: 'startet' }] }, [duty]), [...facts, ...more], asOf, birth).obligations.map((o) => o.closesOn);
  test('a fact on or after the clock began, the first one', () => {
    const duty = { closedBy: [{ event: 'kontakt' }, { event: 'svart' }] };
    expect(closing(duty, [])).toEqual([null]);
    expect(closing(duty, [['kontakt', '2026-03-02']])).toEqual([null]);
    expect(closing(duty, [['svart', '2026-03-06'], ['kontakt', '2026-03-05'], ['kontakt', '2026-03-09']])).toEqual(['2026-03-05']);
    expect(closing(duty, [['startet', '2026-03-04'], ['kontakt', '2026-03-05']])).toEqual(['2026-03-04']);
  });
  test('looked at in the state just after that fact, whatever came later', () => {
    const duty = { closedBy: [{ event: 'kontakt', when: { attribute: 'grad', test: { is: 'mild' } } }] };
    expect(closing(duty, [['alvorlighet', '2026-03-04', { grad: 'mild' }], ['kontakt', '2026-03-05'], ['alvorlighet', '2026-03-06', { grad: 'alvorlig' }]])).toEqual(['2026-03-05']);
    expect(closing(duty, [['kontakt', '2026-03-05'], ['alvorlighet', '2026-03-06', { grad: 'mild' }]])).toEqual([null]);
  });
  test('also a child that was one then, and turns 18 on a day to come', () => {
    const duty = { closedBy: [{ event: 'kontakt', when: { age: { below: 18 } } }] };
    expect(closing(duty, [['kontakt', '2026-03-05']], '2026-03-06', { birthDate: osloDate('2008-10-25') })).toEqual(['2026-03-05']);
  });
  test('closed on the day it opens, it was never open', () => {
    expect(closing({ closedBy: [{ event: 'kontakt' }] }, [['kontakt', '2026-03-03']])).toEqual([]);
    expect(closing({ closedBy: [{ event: 'kontakt' }], opens: { at: 'start', after: { value: 2, unit: 'dag' } } }, [['kontakt', '2026-03-05']])).toEqual([]);
    expect(closing({ closedBy: [{ event: 'kontakt' }], opens: { at: 'start', after: { value: 2, unit: 'dag' } } }, [['kontakt', '2026-03-06']])).toEqual(['2026-03-06']);
  });
});
