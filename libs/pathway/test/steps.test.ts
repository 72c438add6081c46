import { describe, expect, test } from '@jest/globals';
import { commandStates, compile, evaluate, ageMarkType, isOpenOn, clockStatus, type ClockDates, type Definition } from '@forlop/pathway';
import { fromDayNumber, osloDate, type OsloDate } from '@forlop/calendar';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
const seen = (facts: readonly Short[], more = {}, asOf = '2026-12-31') => evaluate(input(events({}, ...facts), asOf, more));

describe('the steps', () => {
  test.each<[string, Short[], string, string]>([
    ['received', [['mottatt', '2026-03-02']], 'mottatt', '2026-03-02'],
    ['the first transition that matches is taken', [['mottatt', '2026-03-02'], ['vurdert', '2026-03-03', { utfall: 'avslag' }]], 'ferdig', '2026-03-03'],
    ['a fact that no transition matches moves nothing', [['mottatt', '2026-03-02'], ['vurdert', '2026-03-03', { utfall: 'annet' }]], 'mottatt', '2026-03-02'],
    ['from anywhere', [['avsluttet', '2026-03-05']], 'ferdig', '2026-03-05'],
    ['the same step again is no new step', [['mottatt', '2026-03-02'], ['avsluttet', '2026-03-05'], ['avsluttet', '2026-03-09']], 'ferdig', '2026-03-05'],
    ['a milestone shows where the patient is', [['mottatt', '2026-03-02'], ['startet', '2026-03-04']], 'igang', '2026-03-04'],
    ['what is no milestone, and out of place, moves nothing', [['mottatt', '2026-03-02'], ['mote', '2026-03-04', { deltakere: ['fastlege'] }]], 'mottatt', '2026-03-02'],
  ])('%s', (_, facts, step, since) => {
    expect(seen(facts)).toMatchObject({ step, stepSince: since });
  });
  test('a fact out of place is kept and found, with the step it came in', () => {
    expect(seen([['mottatt', '2026-03-02'], ['mote', '2026-03-04', { deltakere: ['fastlege'] }]]).findings).toEqual([
      { code: 'unexpected-in-step', fact: 'e002', occurredOn: '2026-03-04', rule: null, detail: { step: 'mottatt', event: 'mote' } },
    ]);
    expect(seen([['mottatt', '2026-03-02'], ['startet', '2026-03-04']]).findings).toMatchObject([{ code: 'unexpected-in-step', detail: { step: 'mottatt', event: 'startet' } }]);
  });
  test('a transition that does not match the fact leaves no finding', () => {
    expect(seen([['mottatt', '2026-03-02'], ['startet', '2026-03-04'], ['vurdert', '2026-03-05', { utfall: 'annet' }]]).findings).toHaveLength(1);
  });
  test('of two milestones out of place, the first is taken; one that fits comes before both', () => {
    const milestones = (...from: (readonly string[])[]): Definition => ({
      ...prove,
      transitions: [...prove.transitions.slice(0, 1), ...['venter', 'igang', 'oppfolging'].map((to, i) => ({ on: { event: 'startet' }, from: from[i] ?? ['ny'], to, milestone: true }))],
    });
    const step = (definition: Definition) => seen([['mottatt', '2026-03-02'], ['startet', '2026-03-04']], { rules: rulesWith(definition) }).step;
    expect(step(milestones())).toBe('venter');
    expect(step(milestones(['ny'], ['mottatt'], ['mottatt']))).toBe('igang');
  });
  test('a terminal step ends it on the day it was entered; taken up again, it is active again', () => {
    const closed: Short[] = [['mottatt', '2026-03-02'], ['avsluttet', '2026-03-05']];
    expect(seen(closed)).toMatchObject({ active: false, endedOn: '2026-03-05' });
    expect(seen([...closed, ['gjenopptatt', '2026-04-01']])).toMatchObject({ active: true, endedOn: null, stepSince: '2026-04-01' });
  });
  test('what comes after death is kept and found, and nothing else; a birthday is neither', () => {
    const dead = seen([['mottatt', '2026-03-02'], ['dod', '2026-03-05'], ['spurt', '2026-03-06', { sporsmalId: 'a' }], ['ukjent', '2026-03-07']], { birthDate: osloDate('2008-06-01') });
    expect(dead.endedOn).toBe('2026-03-05');
    expect(dead.clocks.some((c) => c.clock === 'SPORSMAL' || c.clock === 'OVERGANG')).toBe(false);
    expect(dead.findings).toEqual([
      { code: 'after-the-end', fact: 'e003', occurredOn: '2026-03-06', rule: null, detail: { endedOn: '2026-03-05' } },
      { code: 'unknown-event', fact: 'e004', occurredOn: '2026-03-07', rule: null, detail: { type: 'ukjent' } },
    ]);
  });
  test('on the day of death itself, what ranks before it counts', () => {
    const { clocks, findings } = seen([['mottatt', '2026-03-02'], ['vurdert', '2026-03-05', { utfall: 'rett' }], ['dod', '2026-03-05']]);
    expect(clocks.find((c) => c.clock === 'VURDERING')).toMatchObject({ metOn: '2026-03-05', endedOn: null });
    expect(findings).toEqual([]);
  });
  test('a retracted death never was', () => {
    expect(seen([['mottatt', '2026-03-02'], ['dod', '2026-03-05'], ['dod', '2026-03-06', {}, { retracts: 'e002' }]])).toMatchObject({ active: true, endedOn: null });
  });
  test('a birthday alone begins no pathway, and counts as having happened once it has begun', () => {
    const definition: Definition = { ...prove, groups: [...prove.groups, { id: 'fylt', title: nb('Fylt'), when: { happened: ageMarkType('fyller18') }, status: 'local', sources: [{ source: 'S' }] }] };
    const born = { birthDate: osloDate('2005-06-01'), rules: rulesWith(definition) };
    expect(seen([], born)).toMatchObject({ active: false, stepSince: '2026-01-01', groups: ['voksen', 'fylt'] });
    expect(seen([['mottatt', '2026-03-02']], born)).toMatchObject({ active: true, stepSince: '2026-03-02', groups: ['voksen', 'fylt'] });
    expect(compile(definition).ageMarks.map((m) => fromDayNumber(m.dayFor(osloDate('2008-02-29'))))).toEqual(['2026-03-01', '2025-09-01']);
  });
  test('a countable is counted each time', () => {
    expect(seen([['mottatt', '2026-03-02'], ['svart', '2026-03-03', { sporsmalId: 'a' }], ['svart', '2026-03-03', { sporsmalId: 'b' }]]).countables).toEqual({ TAKST: 2 });
    expect(seen([['mottatt', '2026-03-02']]).countables).toEqual({});
  });
});

describe('command states', () => {
  const definition: Definition = {
    ...prove,
    commands: [
      ...prove.commands,
      { id: 'varsle', title: nb('Varsle'), records: 'meddelt', from: ['mottatt'], requires: [{ that: { happened: 'vurdert' }, code: 'first', sentence: nb('Først.') }, { that: { group: 'barn' }, code: 'second', sentence: nb('Så.') }], warns: [{ if: { group: 'voksen' }, code: 'adult', sentence: nb('Voksen.') }, { if: { group: 'barn' }, code: 'child', sentence: nb('Barn.') }] },
    ],
  };
  const states = (facts: readonly Short[], more = {}) => commandStates(input(events({}, ...facts), '2026-06-01', { rules: rulesWith(definition), ...more }));
  const state = (facts: readonly Short[], command: string, more = {}) => states(facts, more).find((s) => s.command === command);

  test('all commands, in the definition’s order', () => {
    expect(states([['mottatt', '2026-03-02']]).map((s) => [s.command, s.allowed])).toEqual([['vurder', true], ['settFrist', true], ['holdMote', false], ['utsett', true], ['varsle', false]]);
  });
  test('the first condition that fails gives the refusal, and a refusal has no warnings', () => {
    expect(state([['mottatt', '2026-03-02']], 'varsle')).toEqual({ command: 'varsle', allowed: false, refusal: { code: 'first', sentence: { nb: 'Først.' } }, warnings: [] });
    expect(state([['mottatt', '2026-03-02'], ['vurdert', '2026-03-03', { utfall: 'annet' }]], 'varsle')?.refusal?.code).toBe('second');
  });
  test('the step comes before the conditions, and the end before both', () => {
    expect(state([['mottatt', '2026-03-02'], ['startet', '2026-03-03']], 'varsle')?.refusal?.code).toBe('step-does-not-allow');
    expect(state([['mottatt', '2026-03-02'], ['dod', '2026-03-03']], 'varsle')?.refusal?.code).toBe('everything-ended');
  });
  test('every warning that applies is given', () => {
    expect(state([['mottatt', '2026-03-02'], ['vurdert', '2026-03-03', { utfall: 'annet' }]], 'varsle', { birthDate: osloDate('2015-01-01') })).toEqual({ command: 'varsle', allowed: true, refusal: null, warnings: [{ code: 'child', sentence: { nb: 'Barn.' } }] });
  });
  test('are asked of the rules that the pathway is on now', () => {
    const next: Definition = { ...prove, version: '2.0.0', commands: prove.commands.slice(0, 1) };
    const moved = events({}, ['mottatt', '2026-03-02'], ['forlopFlyttet', '2026-03-03', { definition: { id: 'prove', version: '2.0.0' } }]);
    expect(commandStates(input(moved, '2026-03-03', { rules: rulesWith(next) })).map((s) => s.command)).toEqual(['vurder']);
    expect(commandStates(input(moved, '2026-03-02', { rules: rulesWith(next) }))).toHaveLength(4);
  });
});

describe('status from dates alone: start 03-02, warn 03-10, risk 03-15, due 03-20', () => {
  const dates: ClockDates = {
    startOn: osloDate('2026-03-02'), warnOn: osloDate('2026-03-10'), atRiskFrom: osloDate('2026-03-15'), dueOn: osloDate('2026-03-20'), metOn: null, endedOn: null, passedByPatient: false, lapses: false,
  };
  const on = (day: string): OsloDate => osloDate(day);
  test.each<[string, Partial<ClockDates>, string, string, boolean]>([
    ['the day before it starts', {}, '2026-03-01', 'not-started', false],
    ['the day it starts', {}, '2026-03-02', 'running', true],
    ['the day before the warning', {}, '2026-03-09', 'running', true],
    ['the day of the warning', {}, '2026-03-10', 'warned', true],
    ['the day of the risk', {}, '2026-03-15', 'at-risk', true],
    ['the last day', {}, '2026-03-20', 'at-risk', true],
    ['the day after', {}, '2026-03-21', 'broken', true],
    ['the day after, by the patient', { passedByPatient: true }, '2026-03-21', 'passed-by-patient', true],
    ['the day after, of a right that lapses', { lapses: true }, '2026-03-21', 'closed', false],
    ['the last day, of a right that lapses', { lapses: true }, '2026-03-20', 'at-risk', true],
    ['no limit', { dueOn: null, atRiskFrom: null, warnOn: null }, '2030-01-01', 'running', true],
    ['no limit, of a right that would lapse', { dueOn: null, atRiskFrom: null, warnOn: null, lapses: true }, '2030-01-01', 'running', true],
    ['met on the last day', { metOn: on('2026-03-20') }, '2026-03-20', 'met', false],
    ['met on the last day, seen before', { metOn: on('2026-03-20') }, '2026-03-19', 'at-risk', true],
    ['met the day after', { metOn: on('2026-03-21') }, '2026-03-21', 'met-late', false],
    ['met the day after, seen between', { metOn: on('2026-03-25') }, '2026-03-24', 'broken', true],
    ['met late after the patient let it pass', { metOn: on('2026-03-25'), passedByPatient: true }, '2026-03-25', 'passed-by-patient', false],
    ['met in time by a patient who had waited', { metOn: on('2026-03-20'), passedByPatient: true }, '2026-03-25', 'met', false],
    ['met, without limit', { metOn: on('2026-03-25'), dueOn: null }, '2026-03-25', 'met', false],
    ['ended on the last day', { endedOn: on('2026-03-20') }, '2026-03-20', 'closed', false],
    ['ended on the last day, seen before', { endedOn: on('2026-03-20') }, '2026-03-19', 'at-risk', true],
    ['ended the day after', { endedOn: on('2026-03-21') }, '2026-03-21', 'broken', false],
    ['ended after the patient let it pass', { endedOn: on('2026-03-25'), passedByPatient: true }, '2026-03-25', 'passed-by-patient', false],
    ['ended after the right lapsed', { endedOn: on('2026-03-25'), lapses: true }, '2026-03-25', 'closed', false],
    ['ended, without limit', { endedOn: on('2026-03-25'), dueOn: null }, '2026-03-25', 'closed', false],
  ])('%s', (_, more, asOf, status, open) => {
    expect([clockStatus({ ...dates, ...more }, on(asOf)), isOpenOn({ ...dates, ...more }, on(asOf))]).toEqual([status, open]);
  });
});
