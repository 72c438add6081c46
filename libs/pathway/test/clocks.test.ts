import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { clockStatus, evaluate, explain, shownHistory, type ClockRow } from '@forlop/pathway';
import { events, input } from './prove.js';

const child = { birthDate: osloDate('2012-03-03') };

function clock(rows: readonly ClockRow[], key: string): ClockRow {
  const row = rows.find((r) => r.key === key);
  if (row === undefined) throw new Error(`no clock ${key} among ${rows.map((r) => r.key).join(', ')}`);
  return row;
}
const statusOf = (list: ReturnType<typeof events>, key: string, asOf: string, more = {}) =>
  clockStatus(clock(evaluate(input(list, asOf, more)).clocks, key), osloDate(asOf));

describe('a clock on the day before, the day and the day after', () => {
  const received = events({}, ['mottatt', '2026-03-20']);
  test.each([
    ['2026-03-20', 'running'],
    ['2026-03-30', 'running'],
    ['2026-03-31', 'warned'],
    ['2026-04-08', 'warned'],
    ['2026-04-09', 'broken'],
  ])('assessment received 2026-03-20, seen on %s: %s', (asOf, status) => {
    expect(statusOf(received, 'VURDERING#1', asOf)).toBe(status);
  });

  test.each([
    ['2026-04-07', 'met'],
    ['2026-04-08', 'met'],
    ['2026-04-09', 'met-late'],
  ])('assessed on %s: %s', (day, status) => {
    expect(statusOf(events({}, ['mottatt', '2026-03-20'], ['vurdert', day, { utfall: 'rett' }]), 'VURDERING#1', '2026-05-01')).toBe(status);
  });

  test('a child has the eight weeks, an adult the twelve, by age when received', () => {
    const list = events({}, ['mottatt', '2026-02-01']);
    expect(clock(evaluate(input(list, '2026-02-02', child)).clocks, 'START-BARN#1').dueOn).toBe('2026-03-29');
    expect(clock(evaluate(input(list, '2026-02-02')).clocks, 'START-VOKSEN#1').dueOn).toBe('2026-04-26');
  });

  test('a parameter switches a set of clocks on', () => {
    const on = evaluate(input(events({ parameters: { sett: 'b' } }, ['mottatt', '2026-02-01']), '2026-02-02'));
    const off = evaluate(input(events({}, ['mottatt', '2026-02-01']), '2026-02-02'));
    expect(on.clocks.map((c) => c.clock)).toContain('SETT-B');
    expect(off.clocks.map((c) => c.clock)).not.toContain('SETT-B');
  });

  test('waiting time counts from the ansiennitetsdato and has no limit', () => {
    const list = events({}, ['mottatt', '2026-02-02', { ansiennitetsdato: '2026-01-05' }], ['startet', '2026-03-20']);
    expect(clock(evaluate(input(list, '2026-04-01')).clocks, 'VENTETID#1')).toMatchObject({ startOn: '2026-01-05', metOn: '2026-03-20', dueOn: null });
  });
});

describe('whose delay it is (MOVE-1, MOVE-2, BREACH-1), frist 2026-06-12', () => {
  const base = [['mottatt', '2026-03-02'], ['vurdert', '2026-03-09', { utfall: 'rett' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }]] as const;
  type Case = [name: string, facts: Parameters<typeof events>[1][], on12: string, on13: string, helfoFrom: string | null];
  const cases: Case[] = [
    ['nothing offered', [], 'at-risk', 'broken', '2026-06-13'],
    ['offered in time, not used', [['tilbud', '2026-05-20', { tid: '2026-06-10' }]], 'at-risk', 'broken', '2026-06-13'],
    ['offered in time, patient asks to wait', [['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['utsatt', '2026-05-25', { kode: '22', nyDato: '2026-06-24' }]], 'at-risk', 'passed-by-patient', null],
    ['offered in time, patient asks to wait without a date', [['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['utsatt', '2026-05-25', { kode: '22' }]], 'at-risk', 'passed-by-patient', null],
    ['offered in time, patient does not come', [['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['ikkeMott', '2026-06-10']], 'at-risk', 'passed-by-patient', null],
    ['patient does not come, then a new time in time that nobody keeps', [['tilbud', '2026-05-20', { tid: '2026-06-01' }], ['ikkeMott', '2026-06-01'], ['tilbud', '2026-06-02', { tid: '2026-06-11' }]], 'at-risk', 'broken', '2026-06-13'],
    ['patient moves it within the frist, then capacity moves it out', [['tilbud', '2026-05-01', { tid: '2026-06-01' }], ['utsatt', '2026-05-10', { kode: '22', nyDato: '2026-06-10' }], ['utsatt', '2026-06-08', { kode: '1', nyDato: '2026-06-30' }]], 'at-risk', 'broken', '2026-06-08'],
    ['first offer after the frist, known on 06-01', [['tilbud', '2026-06-01', { tid: '2026-06-24' }]], 'at-risk', 'broken', '2026-06-01'],
    ['patient asks to wait, but never offered in time', [['utsatt', '2026-05-25', { kode: '22', nyDato: '2026-06-24' }]], 'at-risk', 'broken', '2026-05-25'],
    ['capacity moves an offer in time out of the frist', [['tilbud', '2026-05-01', { tid: '2026-06-10' }], ['utsatt', '2026-05-28', { kode: '1', nyDato: '2026-06-25' }]], 'at-risk', 'broken', '2026-05-28'],
    ['foreseen, then a time found within the frist', [['tilbud', '2026-06-01', { tid: '2026-06-24' }], ['tilbud', '2026-06-03', { tid: '2026-06-12' }]], 'warned', 'broken', '2026-06-13'],
    ['patient asks to wait after the frist has passed', [['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['utsatt', '2026-06-15', { kode: '22', nyDato: '2026-06-24' }]], 'at-risk', 'broken', '2026-06-13'],
    ['capacity after the patient let it pass changes nothing', [['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['ikkeMott', '2026-06-10'], ['utsatt', '2026-06-20', { kode: '1', nyDato: '2026-07-20' }]], 'at-risk', 'passed-by-patient', null],
  ];
  test.each(cases)('%s', (_, facts, on12, on13, helfoFrom) => {
    const list = events({}, ...base, ...facts);
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-12')).toBe(on12);
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-13')).toBe(on13);
    const helfo = evaluate(input(list, '2026-07-30')).obligations.find((o) => o.duty === 'VARSLE-HELFO');
    expect(helfo?.opensOn ?? null).toBe(helfoFrom);
  });

  test('the date is never moved by a postponement', () => {
    const list = events({}, ...base, ['tilbud', '2026-05-20', { tid: '2026-06-10' }], ['utsatt', '2026-05-25', { kode: '1', nyDato: '2026-06-24' }]);
    expect(clock(evaluate(input(list, '2026-06-30')).clocks, 'INDIVIDUELL#1')).toMatchObject({ dueOn: '2026-06-12', delayCause: '1', bookedOn: '2026-06-24' });
  });

  test('new clinical information gives a new date while the old one has not passed; after it, a finding', () => {
    const inTime = evaluate(input(events({}, ...base, ['fristSatt', '2026-06-12', { dato: '2026-07-01' }]), '2026-06-20'));
    expect(clock(inTime.clocks, 'INDIVIDUELL#1')).toMatchObject({ dueOn: '2026-07-01', facts: { due: 'e004' } });
    const late = evaluate(input(events({}, ...base, ['fristSatt', '2026-06-13', { dato: '2026-07-01' }]), '2026-06-20'));
    expect(clock(late.clocks, 'INDIVIDUELL#1').dueOn).toBe('2026-06-12');
    expect(late.findings.map((f) => f.code)).toContain('new-date-after-breach');
  });
});

describe('late and corrected facts (LATE-1), frist 2026-06-12', () => {
  const list = events({},
    ['mottatt', '2026-03-02'], ['vurdert', '2026-03-09', { utfall: 'rett' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }],
    ['startet', '2026-06-11', {}, { recordedAt: '2026-06-16T09:00:00Z' }],
    ['startet', '2026-06-15', {}, { recordedAt: '2026-06-20T09:00:00Z', corrects: 'e004' }],
  );
  test('as known on the 16th it was met; after the correction it is broken and met late', () => {
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-16', { knownAt: 4 })).toBe('broken');
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-16', { knownAt: 5 })).toBe('met');
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-20')).toBe('met-late');
    expect(statusOf(list, 'INDIVIDUELL#1', '2026-06-14')).toBe('broken');
  });
  test('what was shown stays on record', () => {
    expect(shownHistory(input(list, '2026-06-25'), 'INDIVIDUELL#1').map(({ status, from, to }) => [status, from, to])).toEqual([
      ['running', '2026-03-09', '2026-05-14'],
      ['warned', '2026-05-15', '2026-05-28'],
      ['at-risk', '2026-05-29', '2026-06-12'],
      ['broken', '2026-06-13', '2026-06-15'],
      ['met', '2026-06-16', '2026-06-19'],
      ['met-late', '2026-06-20', null],
    ]);
  });
  test('a retracted fact never happened', () => {
    const retracted = events({}, ['mottatt', '2026-03-02'], ['vurdert', '2026-03-04', { utfall: 'rett' }], ['vurdert', '2026-03-05', {}, { retracts: 'e002' }]);
    const evaluation = evaluate(input(retracted, '2026-03-10'));
    expect(evaluation.step).toBe('mottatt');
    expect(clock(evaluation.clocks, 'VURDERING#1').metOn).toBeNull();
  });
});

describe('recurring, keyed and counted clocks', () => {
  const following = [['mottatt', '2026-01-05'], ['vurdert', '2026-01-08', { utfall: 'rett' }], ['startet', '2026-02-02'], ['mote', '2026-03-02', { deltakere: ['fastlege'] }]] as const;
  test('the next contact follows from what was done, not from what was planned', () => {
    const { clocks } = evaluate(input(events({}, ...following, ['kontakt', '2026-07-20'], ['kontakt', '2027-02-01']), '2027-02-02'));
    expect(clocks.filter((c) => c.clock === 'KONTAKT').map((c) => [c.key, c.startOn, c.dueOn, c.metOn])).toEqual([
      ['KONTAKT#1', '2026-03-02', '2026-09-02', '2026-07-20'],
      ['KONTAKT#2', '2026-07-20', '2027-01-20', '2027-02-01'],
      ['KONTAKT#3', '2027-02-01', '2027-08-01', null],
    ]);
  });
  test('a severe patient gets the shorter interval from the next contact on', () => {
    const { clocks, plans } = evaluate(input(events({}, ...following, ['alvorlighet', '2026-04-01', { grad: 'alvorlig' }], ['kontakt', '2026-05-04']), '2026-05-05'));
    expect(clock(clocks, 'KONTAKT#2').dueOn).toBe('2026-08-04');
    expect(plans).toEqual(['ALVORLIG-PLAN']);
  });
  test('each question has its own clock and its own answer, and outlives the closing', () => {
    const { clocks, countables } = evaluate(input(events({}, ...following, ['spurt', '2026-04-01', { sporsmalId: 'a' }], ['spurt', '2026-04-02', { sporsmalId: 'b' }], ['svart', '2026-04-03', { sporsmalId: 'b' }], ['avsluttet', '2026-04-04']), '2026-04-05'));
    expect(clocks.filter((c) => c.clock === 'SPORSMAL').map((c) => [c.metOn, c.endedOn])).toEqual([[null, null], ['2026-04-03', null]]);
    expect(countables).toEqual({ TAKST: 1 });
  });
  test('a reminder is asked at the warning and again each week, closed when done', () => {
    const open = evaluate(input(events({}, ...following), '2026-08-20')).obligations.find((o) => o.duty === 'PAMINN-KONTAKT');
    expect(open).toMatchObject({ key: 'PAMINN-KONTAKT#1', opensOn: '2026-08-19', closesOn: null, askOn: ['2026-08-19', '2026-08-26', '2026-09-02'], escalateOn: '2026-09-09' });
    const done = evaluate(input(events({}, ...following, ['kontakt', '2026-08-25']), '2026-09-20')).obligations.find((o) => o.key === 'PAMINN-KONTAKT#1');
    expect(done).toMatchObject({ closesOn: '2026-08-25', askOn: ['2026-08-19'] });
  });
});

test('a right that lapses unused is closed the day after, never broken; told again, it runs again', () => {
  const list = events({}, ['mottatt', '2026-01-05'], ['meddelt', '2026-01-12'], ['meddelt', '2026-01-20'], ['klaget', '2026-02-09'], ['meddelt', '2026-03-02']);
  expect(['2026-02-08', '2026-02-09', '2026-02-10'].map((d) => statusOf(list.slice(0, 4), 'KLAGE#1', d))).toEqual(['running', 'running', 'closed']);
  expect(statusOf(list, 'KLAGE#1', '2026-02-09')).toBe('met');
  expect(clock(evaluate(input(list, '2026-03-03')).clocks, 'KLAGE#2').dueOn).toBe('2026-03-30');
});

test('a right that has lapsed does not stand in the way of a new one, and a complaint then is about the new one', () => {
  const list = events({}, ['mottatt', '2026-01-05'], ['meddelt', '2026-01-12'], ['meddelt', '2026-02-10'], ['klaget', '2026-03-10']);
  expect(statusOf(list.slice(0, 4), 'KLAGE#2', '2026-02-10')).toBe('running');
  expect(evaluate(input(list, '2026-03-10')).clocks.filter(({ clock: id }) => id === 'KLAGE')).toMatchObject([
    { dueOn: '2026-02-09', metOn: null, endedOn: '2026-02-10', endedAs: 'lapsed' }, { startOn: '2026-02-10', dueOn: '2026-03-10', metOn: '2026-03-10' },
  ]);
  expect(statusOf(list, 'KLAGE#1', '2026-03-10')).toBe('closed');
});
test('on its last day a right runs still, and does not begin anew', () => {
  const list = events({}, ['mottatt', '2026-01-05'], ['meddelt', '2026-01-12'], ['meddelt', '2026-02-09']);
  expect(evaluate(input(list, '2026-03-01')).clocks.filter(({ clock: id }) => id === 'KLAGE')).toHaveLength(1);
});

describe('ends', () => {
  const sick = [['mottatt', '2026-03-02'], ['vurdert', '2026-03-09', { utfall: 'rett' }], ['fristSatt', '2026-03-09', { dato: '2026-06-12' }]] as const;
  test('at death every clock ends on that day, and there is no breach after it (END-1)', () => {
    const evaluation = evaluate(input(events({}, ...sick, ['spurt', '2026-03-10', { sporsmalId: 'a' }], ['dod', '2026-03-12'], ['startet', '2026-03-15']), '2026-07-01'));
    expect(evaluation.active).toBe(false);
    expect(evaluation.clocks.filter((c) => c.metOn === null).map((c) => c.endedOn)).toEqual(['2026-03-12', '2026-03-12', '2026-03-12', '2026-03-12']);
    expect(evaluation.clocks.map((c) => clockStatus(c, evaluation.asOf))).not.toContain('broken');
    expect(evaluation.obligations.filter((o) => o.closesOn === null)).toEqual([]);
    expect(evaluation.findings.map((f) => f.code)).toContain('after-the-end');
    expect(evaluation.nextChangeOn).toBeNull();
  });
  test('what was broken before the death stays broken', () => {
    expect(statusOf(events({}, ...sick, ['dod', '2026-06-20']), 'INDIVIDUELL#1', '2026-07-01')).toBe('broken');
  });
  test('closing ends the open clocks; taken up again, follow-up starts anew', () => {
    const evaluation = evaluate(input(events({}, ...sick, ['avsluttet', '2026-04-01'], ['gjenopptatt', '2026-09-01']), '2026-09-02'));
    expect(clock(evaluation.clocks, 'INDIVIDUELL#1')).toMatchObject({ endedOn: '2026-04-01', endedAs: 'pathway-closed' });
    expect(clock(evaluation.clocks, 'KONTAKT#1').startOn).toBe('2026-09-01');
    expect(evaluation.active).toBe(true);
  });
});

describe('turning 18 (AGE-1, AGE-3)', () => {
  const list = events({}, ['mottatt', '2026-04-01']);
  const seventeen = { birthDate: osloDate('2008-11-15') };
  test('a running frist keeps its date; the transfer is planned ahead; the variant changes on the birthday', () => {
    const before = evaluate(input(list, '2026-04-02', seventeen));
    expect(before.variant).toBe('barn');
    expect(before.variantNext).toEqual({ variant: 'voksen', from: '2026-11-15' });
    expect(clock(before.clocks, 'OVERGANG#1')).toMatchObject({ startOn: '2026-05-15', dueOn: '2026-11-15' });
    expect(clockStatus(clock(before.clocks, 'OVERGANG#1'), before.asOf)).toBe('not-started');
    const after = evaluate(input(list, '2026-11-15', seventeen));
    expect(after.variant).toBe('voksen');
    expect(clock(after.clocks, 'START-BARN#1').dueOn).toBe('2026-05-27');
  });
});

test('explain says rule, value, source, versions, events and the holidays passed over (WHY-1)', () => {
  const why = explain(input(events({}, ['mottatt', '2026-03-20']), '2026-03-21'), 'VURDERING#1')!;
  expect(why).toMatchObject({
    rule: { id: 'VURDERING' }, value: { value: 10, unit: 'virkedag' },
    versions: { definition: 'prove 1.0.0', calendar: 'norge 2026.1', kernel: '1.2.0' },
    events: [{ part: 'start', id: 'e001', type: 'mottatt', occurredOn: '2026-03-20' }],
  });
  expect(why.skipped.map((d) => d.date)).toEqual(['2026-03-21', '2026-03-22', '2026-03-28', '2026-03-29', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06']);
  expect(why.sentences.join('\n')).toContain('Siste dag er onsdag 8. april 2026: 10 virkedager');
  expect(explain(input(events({}, ['mottatt', '2026-03-20']), '2026-03-21'), 'NOPE#1')).toBeNull();
});
