import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { clockStatus, evaluate, explain, type ClockRow, type ClockSpec, type Definition, type Json, type LedgerEvent } from '@forlop/pathway';
import { events, input, nb, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];
type Change = Partial<ClockSpec> | null;

/** A later version of `prove`: clocks changed by id (null: taken out), and more of them. */
function later(changes: Readonly<Record<string, Change>>, more: readonly ClockSpec[] = [], rest: Partial<Definition> = {}): Definition {
  const changed = prove.clocks.flatMap((c) => (changes[c.id] === null ? [] : [{ ...c, ...changes[c.id] } as ClockSpec]));
  return { ...prove, version: '2.0.0', clocks: [...changed, ...more], ...rest };
}
const weeks = (value: number): Pick<ClockSpec, 'due'> => ({ due: { after: [{ span: { value, unit: 'uke' } }] } });
const toVersion2 = { definition: { id: 'prove', version: '2.0.0' } };

function moved(next: Definition, facts: readonly Short[], on: string, asOf = '2026-12-01', data: Record<string, Json> = toVersion2) {
  return evaluate(input(events({}, ...facts, ['forlopFlyttet', on, data, { id: 'flytt' }]), asOf, { rules: rulesWith(next) }));
}
function row(rows: readonly ClockRow[], key: string): ClockRow {
  const found = rows.find((r) => r.key === key);
  if (found === undefined) throw new Error(`no ${key} among ${rows.map((r) => r.key).join(', ')}`);
  return found;
}
const received: Short = ['mottatt', '2026-03-02'];
const base: Short[] = [received, ['vurdert', '2026-03-09', { utfall: 'rett' }]];

describe('an open clock gets the new rule, from its own start', () => {
  test('longer or shorter', () => {
    expect(row(moved(later({ 'START-VOKSEN': weeks(20) }), base, '2026-03-20').clocks, 'START-VOKSEN#1')).toMatchObject({ startOn: '2026-03-02', dueOn: '2026-07-20', version: '2.0.0' });
    expect(row(moved(later({ 'START-VOKSEN': weeks(6) }), base, '2026-03-20').clocks, 'START-VOKSEN#1')).toMatchObject({ startOn: '2026-03-02', dueOn: '2026-04-13', version: '2.0.0' });
  });
  test('not before the day of the move', () => {
    expect(row(moved(later({ 'START-VOKSEN': weeks(20) }), base, '2026-03-20', '2026-03-19').clocks, 'START-VOKSEN#1')).toMatchObject({ dueOn: '2026-05-25', version: '1.0.0' });
    expect(row(moved(later({ 'START-VOKSEN': weeks(20) }), base, '2026-03-20', '2026-03-20').clocks, 'START-VOKSEN#1')).toMatchObject({ dueOn: '2026-07-20', version: '2.0.0' });
  });
  test.each([
    ['2026-04-13', '2.0.0', '2026-04-13'],
    ['2026-04-14', '1.0.0', '2026-05-25'],
  ])('a shorter rule that would have broken it before a move on %s leaves the old one in place: nobody is broken, or lost, by a move', (on, version, dueOn) => {
    const { clocks } = moved(later({ 'START-VOKSEN': weeks(6) }), base, on, '2026-04-20');
    expect(row(clocks, 'START-VOKSEN#1')).toMatchObject({ version, dueOn });
  });
  test('what the new rule counts as met long ago is met', () => {
    expect(row(moved(later({ 'START-VOKSEN': { metBy: [{ event: 'vurdert' }] } }), base, '2026-03-20').clocks, 'START-VOKSEN#1')).toMatchObject({ metOn: '2026-03-09', version: '2.0.0' });
  });
  test('facts after the move are judged by the new rule', () => {
    const next = later({ 'START-VOKSEN': { metBy: [{ event: 'kontakt' }] } });
    const { clocks } = moved(next, [...base, ['startet', '2026-04-01'], ['kontakt', '2026-04-10']], '2026-03-20');
    expect(row(clocks, 'START-VOKSEN#1').metOn).toBe('2026-04-10');
  });
  test('explained by the version that gave it', () => {
    const list = events({}, ...base, ['forlopFlyttet', '2026-03-20', toVersion2]);
    const asked = input(list, '2026-04-01', { rules: rulesWith(later({ 'START-VOKSEN': weeks(20) })) });
    expect(explain(asked, 'START-VOKSEN#1')).toMatchObject({ value: { value: 20, unit: 'uke' }, versions: { definition: 'prove 2.0.0' } });
    expect(explain(asked, 'VURDERING#1')).toMatchObject({ value: { value: 10, unit: 'virkedag' }, versions: { definition: 'prove 1.0.0' } });
  });
});

describe('what is closed keeps the old rule', () => {
  const next = later({ VURDERING: { due: { after: [{ span: { value: 2, unit: 'virkedag' } }] } }, 'START-VOKSEN': weeks(20), INDIVIDUELL: { metBy: [{ event: 'kontakt' }] } });
  test.each([
    ['2026-03-09', 'met on the day of the move'],
    ['2026-03-10', 'met the day before'],
  ])('moved on %s: %s', (on) => {
    expect(row(moved(next, base, on).clocks, 'VURDERING#1')).toMatchObject({ dueOn: '2026-03-16', metOn: '2026-03-09', version: '1.0.0' });
  });
  test('met the day after the move, it is judged by the new rule', () => {
    expect(row(moved(later({ VURDERING: { due: { after: [{ span: { value: 20, unit: 'virkedag' } }] } } }), base, '2026-03-08').clocks, 'VURDERING#1')).toMatchObject({ dueOn: '2026-03-30', version: '2.0.0' });
  });
  test.each([
    ['2026-05-25', '2.0.0', '2026-07-20'],
    ['2026-05-26', '1.0.0', '2026-05-25'],
  ])('due 2026-05-25, moved on %s: %s', (on, version, dueOn) => {
    expect(row(moved(next, base, on).clocks, 'START-VOKSEN#1')).toMatchObject({ version, dueOn });
  });
  test('a breach stays a breach, and is met late by the rule that it broke', () => {
    const { clocks, asOf } = moved(next, [...base, ['startet', '2026-06-10']], '2026-06-01');
    expect(row(clocks, 'START-VOKSEN#1')).toMatchObject({ dueOn: '2026-05-25', metOn: '2026-06-10', version: '1.0.0' });
    expect(clockStatus(row(clocks, 'START-VOKSEN#1'), asOf)).toBe('met-late');
  });
});

describe('a date that the patient has been told is kept (DESIGN, decision 2)', () => {
  const next = later({ INDIVIDUELL: { warn: { before: { value: 7, unit: 'dag' } } } });
  const told: Short[] = [...base, ['fristSatt', '2026-03-09', { dato: '2026-06-12' }], ['meddelt', '2026-03-12']];
  test.each([
    ['2026-03-11', '2.0.0'],
    ['2026-03-12', '1.0.0'],
  ])('told on 2026-03-12, moved on %s: %s', (on, version) => {
    expect(row(moved(next, told, on).clocks, 'INDIVIDUELL#1').version).toBe(version);
  });
  test('and goes on being met by what met it then', () => {
    const { clocks } = moved(later({ INDIVIDUELL: { metBy: [{ event: 'kontakt' }] } }), [...told, ['startet', '2026-05-01']], '2026-03-20');
    expect(row(clocks, 'INDIVIDUELL#1')).toMatchObject({ metOn: '2026-05-01', version: '1.0.0' });
  });
  test('a new date that nobody has told yet is not', () => {
    const again: Short[] = [...told, ['fristSatt', '2026-03-15', { dato: '2026-07-01' }]];
    expect(row(moved(next, again, '2026-03-20').clocks, 'INDIVIDUELL#1')).toMatchObject({ version: '2.0.0', dueOn: '2026-07-01' });
    expect(row(moved(next, [...again, ['meddelt', '2026-03-18']], '2026-03-20').clocks, 'INDIVIDUELL#1').version).toBe('1.0.0');
  });
});

describe('clocks that only one of the versions has', () => {
  const fresh: ClockSpec = { id: 'NY', title: nb('Ny'), status: 'local', kind: 'guiding', sources: [{ source: 'S' }], mode: 'once', start: [{ event: 'mottatt' }], metBy: [{ event: 'startet' }], owner: 'mottak', ...weeks(4) };
  test.each([
    ['2026-03-30', ['NY#1']],
    ['2026-03-31', []],
  ])('a new one, due 2026-03-30, moved on %s', (on, keys) => {
    expect(moved(later({}, [fresh]), base, on).clocks.filter((c) => c.clock === 'NY').map((c) => c.key)).toEqual(keys);
  });
  test('a new one that was met before the move is left out', () => {
    expect(moved(later({}, [{ ...fresh, metBy: [{ event: 'vurdert' }] }]), base, '2026-03-20').clocks.map((c) => c.clock)).not.toContain('NY');
  });
  test('an open one that the new version lacks ends as moved, on that day', () => {
    const { clocks, asOf, obligations } = moved(later({ 'START-VOKSEN': null }), [...base, ['startet', '2026-05-01']], '2026-03-20');
    expect(row(clocks, 'START-VOKSEN#1')).toMatchObject({ metOn: null, endedOn: '2026-03-20', endedAs: 'moved', version: '1.0.0', facts: { start: 'e001', ended: 'flytt' } });
    expect(row(clocks, 'START-VOKSEN#1').facts).not.toHaveProperty('met');
    expect(clockStatus(row(clocks, 'START-VOKSEN#1'), asOf)).toBe('closed');
    expect(obligations.filter((o) => o.clock === 'START-VOKSEN')).toEqual([]);
  });
  test('an appointment called off after the move is nothing to the clock that the move ended', () => {
    const offered: Short[] = [...base, ['fristSatt', '2026-03-09', { dato: '2026-06-12' }], ['tilbud', '2026-03-12', { tid: '2026-05-20' }], ['avlyst', '2026-04-14']];
    expect(row(moved(later({ INDIVIDUELL: null }), offered, '2026-03-20').clocks, 'INDIVIDUELL#1')).toMatchObject({ endedAs: 'moved', bookedOn: '2026-05-20' });
  });
  test('a met or broken one that the new version lacks stays', () => {
    expect(row(moved(later({ VURDERING: null }), base, '2026-03-20').clocks, 'VURDERING#1')).toMatchObject({ metOn: '2026-03-09', endedAs: null });
    expect(row(moved(later({ 'START-VOKSEN': null }), base, '2026-05-26').clocks, 'START-VOKSEN#1')).toMatchObject({ endedOn: null, dueOn: '2026-05-25' });
  });
  test('clocks that start after the move follow the new rules alone', () => {
    const facts: Short[] = [...base, ['startet', '2026-04-01']];
    expect(row(moved(later({ MOTE: weeks(10) }), facts, '2026-03-31').clocks, 'MOTE#1')).toMatchObject({ dueOn: '2026-06-10', version: '2.0.0' });
    expect(moved(later({ MOTE: null }), facts, '2026-03-31').clocks.map((c) => c.clock)).not.toContain('MOTE');
  });
  test('a clock that starts on a birthday to come follows the new rules too', () => {
    const child = { birthDate: osloDate('2008-11-15') };
    const list = events({}, received, ['forlopFlyttet', '2026-04-01', toVersion2]);
    const { clocks } = evaluate(input(list, '2026-04-02', { ...child, rules: rulesWith(later({ OVERGANG: { due: { after: [{ span: { value: 3, unit: 'maned' } }] } } })) }));
    expect(row(clocks, 'OVERGANG#1')).toMatchObject({ startOn: '2026-05-15', dueOn: '2026-08-15', version: '2.0.0' });
  });
});

describe('keys name what was sent about a clock, and so stay', () => {
  const following: Short[] = [...base, ['startet', '2026-03-10'], ['mote', '2026-03-11', { deltakere: ['fastlege'] }], ['kontakt', '2026-04-01'], ['kontakt', '2026-05-01']];
  test('old occurrences keep theirs and the open one its own', () => {
    const { clocks } = moved(later({}), following, '2026-05-10');
    expect(clocks.filter((c) => c.clock === 'KONTAKT').map((c) => [c.key, c.occurrence, c.startOn, c.version])).toEqual([
      ['KONTAKT#1', 1, '2026-03-11', '1.0.0'], ['KONTAKT#2', 2, '2026-04-01', '1.0.0'], ['KONTAKT#3', 3, '2026-05-01', '2.0.0'],
    ]);
  });
  test('also when the new version counts more, or fewer, occurrences before it', () => {
    const more = later({ KONTAKT: { start: [{ event: 'mottatt' }, { event: 'mote' }] } });
    const fewer = later({ KONTAKT: { start: [{ event: 'kontakt' }] } });
    for (const next of [more, fewer]) {
      const { clocks } = moved(next, [...following, ['kontakt', '2026-06-01']], '2026-05-10');
      expect(clocks.filter((c) => c.clock === 'KONTAKT').map((c) => [c.key, c.startOn])).toEqual([
        ['KONTAKT#1', '2026-03-11'], ['KONTAKT#2', '2026-04-01'], ['KONTAKT#3', '2026-05-01'], ['KONTAKT#4', '2026-06-01'],
      ]);
    }
  });
});

describe('other moves', () => {
  const fewerDays = { definition: { id: 'prove', version: '1.0.0' }, calendar: { id: 'norge', version: '2026.1' } };
  test('to another calendar: open clocks are counted again', () => {
    const list = events({}, ['mottatt', '2026-12-17'], ['forlopFlyttet', '2026-12-18', { calendar: { id: 'norge-julestengt', version: '2026.1' } }]);
    expect(row(evaluate(input(list, '2026-12-17')).clocks, 'VURDERING#1').dueOn).toBe('2027-01-04');
    expect(row(evaluate(input(list, '2026-12-18')).clocks, 'VURDERING#1').dueOn).toBe('2027-01-06');
  });
  test('several, in order of date whatever their order of arrival', () => {
    const next = rulesWith(later({ 'START-VOKSEN': weeks(20) }));
    const list: LedgerEvent[] = events({}, ...base, ['forlopFlyttet', '2026-04-10', fewerDays], ['forlopFlyttet', '2026-03-20', toVersion2]);
    expect(row(evaluate(input(list, '2026-04-09', { rules: next })).clocks, 'START-VOKSEN#1').dueOn).toBe('2026-07-20');
    expect(row(evaluate(input(list, '2026-04-10', { rules: next })).clocks, 'START-VOKSEN#1').dueOn).toBe('2026-05-25');
    expect(evaluate(input(list, '2026-04-10', { rules: next })).regime.definition.version).toBe('1.0.0');
  });
  test('two on one day: by id', () => {
    const next = rulesWith(later({}));
    const on = (first: string, second: string) =>
      evaluate(input(events({}, received, ['forlopFlyttet', '2026-03-20', toVersion2, { id: first }], ['forlopFlyttet', '2026-03-20', fewerDays, { id: second }]), '2026-03-21', { rules: next })).regime.definition.version;
    expect([on('a', 'b'), on('b', 'a')]).toEqual(['1.0.0', '2.0.0']);
  });
  test('a move that was retracted never happened', () => {
    const list = events({}, ...base, ['forlopFlyttet', '2026-03-20', toVersion2], ['forlopFlyttet', '2026-03-21', {}, { retracts: 'e003' }]);
    expect(evaluate(input(list, '2026-04-09', { rules: rulesWith(later({})) })).regime.definition.version).toBe('1.0.0');
  });
  test('steps, groups and findings are the new version’s own', () => {
    const next = later({}, [], { groups: [...prove.groups.slice(2), { id: 'alle', title: nb('Alle'), when: { all: [] }, status: 'local', sources: [{ source: 'S' }], variant: true }] });
    expect(moved(next, base, '2026-03-20')).toMatchObject({ variant: 'alle', groups: ['alle'], step: 'venter' });
  });
});
