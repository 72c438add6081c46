import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { clockStatus, evaluate, type ClockRow, type Definition } from '@forlop/pathway';
import { events, input, prove, rulesWith } from './prove.js';

type Short = Parameters<typeof events>[1];

/** A frist may be taken away again, and then given anew. */
const definition: Definition = {
  ...prove,
  clocks: prove.clocks.map((c) => (c.id === 'INDIVIDUELL' ? { ...c, endedBy: [{ event: 'gjenopptatt', as: 'taken-away' }], breachForeseenBy: [{ event: 'klaget' }], riskSaidBy: [{ event: 'spurt' }], riskWithdrawnBy: [{ event: 'svart' }] } : c)),
};
const rules = rulesWith(definition);
const base: Short[] = [['mottatt', '2026-03-02'], ['vurdert', '2026-03-09', { utfall: 'rett' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }]];

function frist(facts: readonly Short[], key = 'INDIVIDUELL#1', asOf = '2026-12-31'): ClockRow {
  const row = evaluate(input(events({}, ...base, ...facts), asOf, { rules })).clocks.find((c) => c.key === key);
  if (row === undefined) throw new Error(`no ${key}`);
  return row;
}
const after = (facts: readonly Short[]) => clockStatus(frist(facts), osloDate('2026-06-13'));
const offered = (on: string, tid: string): Short => ['tilbud', on, { tid }];
const postponed = (on: string, kode: string, nyDato?: string): Short => ['utsatt', on, nyDato === undefined ? { kode } : { kode, nyDato }];

describe('who caused the delay, frist 2026-06-12 (MOVE-2)', () => {
  test.each<[string, Short[], string]>([
    ['the hospital moves the time out of the frist, and then the patient asks to wait: the offer in time was no longer there',
      [offered('2026-05-01', '2026-06-10'), postponed('2026-05-20', '1', '2026-06-25'), postponed('2026-06-01', '22', '2026-07-01')], 'broken'],
    ['the hospital cancels the time, and then the patient does not come to a later one',
      [offered('2026-05-01', '2026-06-10'), ['avlyst', '2026-05-20'], ['ikkeMott', '2026-06-11']], 'broken'],
    ['the hospital offers a later time instead, and the patient does not come',
      [offered('2026-05-01', '2026-06-10'), offered('2026-05-20', '2026-06-20'), ['ikkeMott', '2026-06-12']], 'broken'],
    ['a new time in time after a cancelled one, and the patient does not come',
      [offered('2026-05-01', '2026-06-10'), ['avlyst', '2026-05-20'], offered('2026-05-21', '2026-06-11'), ['ikkeMott', '2026-06-11']], 'passed-by-patient'],
    ['the patient asks to wait, and the time that is no longer wanted is cancelled',
      [offered('2026-05-01', '2026-06-10'), postponed('2026-05-20', '22'), ['avlyst', '2026-05-20']], 'passed-by-patient'],
    ['the patient asks to wait until a day that the hospital then cancels',
      [offered('2026-05-01', '2026-06-10'), postponed('2026-05-20', '22', '2026-06-24'), ['avlyst', '2026-06-01']], 'broken'],
    ['the patient does not come on the last day', [offered('2026-05-01', '2026-06-12'), ['ikkeMott', '2026-06-12']], 'passed-by-patient'],
    ['the no-show is dated the day after the frist', [offered('2026-05-01', '2026-06-12'), ['ikkeMott', '2026-06-13']], 'broken'],
    ['the offer lies on the day after the frist', [offered('2026-05-01', '2026-06-13'), ['ikkeMott', '2026-06-10']], 'broken'],
    ['the hospital moves the time without a new one', [offered('2026-05-01', '2026-06-10'), postponed('2026-05-20', '1')], 'broken'],
    ['the patient caused it, the hospital then moves it on without a day', [offered('2026-05-01', '2026-06-10'), postponed('2026-05-20', '22', '2026-06-24'), postponed('2026-06-01', '1')], 'broken'],
    ['the patient moves it within the frist and does not come', [postponed('2026-05-20', '22', '2026-06-12'), ['ikkeMott', '2026-06-12']], 'passed-by-patient'],
  ])('%s: %#', (_, facts, status) => {
    expect(after(facts)).toBe(status);
  });

  test('a second frist starts with a clean sheet: what the patient did under the first is not held against it', () => {
    const facts: Short[] = [offered('2026-05-01', '2026-06-10'), ['ikkeMott', '2026-05-02'], ['gjenopptatt', '2026-05-10'], ['fristSatt', '2026-05-20', { dato: '2026-08-01' }]];
    expect(frist(facts)).toMatchObject({ endedAs: 'taken-away', passedByPatient: true });
    expect(frist(facts, 'INDIVIDUELL#2')).toMatchObject({ passedByPatient: false, bookedOn: null, atRiskFrom: '2026-07-18' });
    expect(clockStatus(frist(facts, 'INDIVIDUELL#2'), osloDate('2026-08-02'))).toBe('broken');
  });
  test('but a time offered after the first was taken away counts for the second', () => {
    const facts: Short[] = [['gjenopptatt', '2026-05-10'], offered('2026-05-15', '2026-06-10'), ['fristSatt', '2026-05-20', { dato: '2026-08-01' }]];
    expect(frist(facts).bookedOn).toBeNull();
    expect(frist(facts, 'INDIVIDUELL#2').bookedOn).toBe('2026-06-10');
  });
});

describe('at risk, frist 2026-06-12, horizon 14 days: 2026-05-29', () => {
  test.each<[string, Short[], string | null]>([
    ['nothing booked', [], '2026-05-29'],
    ['booked in time: from the day after it', [offered('2026-05-01', '2026-06-01')], '2026-06-02'],
    ['booked on the last day: never', [offered('2026-05-01', '2026-06-12')], null],
    ['booked in time and cancelled within the horizon', [offered('2026-05-01', '2026-06-10'), ['avlyst', '2026-06-03']], '2026-06-03'],
    ['booked in time and cancelled before the horizon', [offered('2026-05-01', '2026-06-10'), ['avlyst', '2026-05-10']], '2026-05-29'],
    ['a first offer after the frist: from the day it was known', [offered('2026-04-10', '2026-06-20')], '2026-04-10'],
    ['an offer without a day says nothing of the frist', [['tilbud', '2026-04-10']], '2026-05-29'],
    ['an offer that an earlier day is moved to', [offered('2026-04-10', '2026-06-20'), offered('2026-04-12', '2026-06-11')], '2026-06-12'],
    ['a person says so', [['spurt', '2026-04-01']], '2026-04-01'],
    ['and again: from the first time', [['spurt', '2026-04-01'], ['spurt', '2026-04-08']], '2026-04-01'],
    ['and takes it back', [['spurt', '2026-04-01'], ['svart', '2026-04-05']], '2026-05-29'],
    ['foreseen', [['klaget', '2026-04-01'], ['klaget', '2026-04-02']], '2026-04-01'],
    ['foreseen, and then a time in time', [['klaget', '2026-04-01'], offered('2026-04-05', '2026-06-12')], null],
    ['said after the frist has passed', [offered('2026-05-01', '2026-06-12'), ['spurt', '2026-06-20']], null],
  ])('%s', (_, facts, from) => {
    expect(frist(facts).atRiskFrom).toBe(from);
  });

  test('what happens after it was met changes nothing', () => {
    expect(frist([offered('2026-05-01', '2026-06-10'), ['startet', '2026-06-10'], offered('2026-06-11', '2026-07-01'), ['avlyst', '2026-06-12']])).toMatchObject({ bookedOn: '2026-06-10', foreseenOn: null, delayCause: null });
  });
  test('the facts of the last offer and the last postponement are named', () => {
    expect(frist([offered('2026-05-01', '2026-06-10'), offered('2026-05-02', '2026-06-11'), postponed('2026-05-20', '22', '2026-06-12'), postponed('2026-05-21', '1')]).facts).toEqual({ start: 'e003', booking: 'e005', postponement: 'e007' });
  });
  test('never before the frist was set', () => {
    expect(frist([], 'INDIVIDUELL#1').startOn).toBe('2026-03-09');
    const early = evaluate(input(events({}, ['mottatt', '2026-03-02'], ['tilbud', '2026-03-03', { tid: '2026-06-20' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }]), '2026-04-01', { rules }));
    expect(early.clocks.find((c) => c.clock === 'INDIVIDUELL')).toMatchObject({ foreseenOn: '2026-03-09', atRiskFrom: '2026-03-09', bookedOn: '2026-06-20' });
  });
});
