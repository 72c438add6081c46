import { describe, expect, test } from '@jest/globals';
import { calendarById, daysBetween, osloDate, osloDateOf, osloMidnight, addDays, type OsloDate } from '@forlop/calendar';
import { loadRules } from '@forlop/definitions';
import { clockStatus, engineEvents, evaluate, shownHistory, type Json, type LedgerEvent, type PathwayInput } from '@forlop/pathway';

/** The cases that the domain starts from (DOMAIN §12), on the shipped fatigue pathway. */
const rules = loadRules();

interface FactRow {
  readonly type: string;
  readonly on: string;
  readonly data?: Readonly<Record<string, Json>>;
  readonly recordedOn?: string;
  readonly corrects?: string;
}

function input(facts: readonly FactRow[], asOf: string, more: { birthDate?: string; calendar?: string; knownAt?: number } = {}): PathwayInput {
  const created: FactRow = {
    type: engineEvents.created,
    on: facts[0]!.on,
    data: { definition: { id: 'langvarig-utmattelse', version: '1.0.0' }, calendar: { id: more.calendar ?? 'norge', version: '2026.1' }, parameters: {} },
  };
  const events = [created, ...facts].map((fact, index): LedgerEvent => ({
    id: `f${index}`,
    position: index + 1,
    kind: 'fact',
    type: fact.type,
    occurredOn: osloDate(fact.on),
    recordedAt: `${fact.recordedOn ?? fact.on}T09:00:00Z`,
    data: fact.data ?? {},
    ...(fact.corrects === undefined ? {} : { corrects: fact.corrects }),
  }));
  return { rules, birthDate: osloDate(more.birthDate ?? '1985-03-03'), events, asOf: osloDate(asOf), knownAt: more.knownAt ?? Number.MAX_SAFE_INTEGER };
}

const received = (on: string, data: Readonly<Record<string, Json>> = {}): FactRow => ({ type: 'henvisningMottatt', on, data });
const right = (on: string): FactRow => ({ type: 'vurdert', on, data: { utfall: 'rett' } });
const frist = (on: string, dato: string): FactRow => ({ type: 'fristSatt', on, data: { dato } });

function rowOf(pathway: PathwayInput, clock: string) {
  const row = evaluate(pathway).clocks.find((c) => c.clock === clock);
  if (row === undefined) throw new Error(`${clock} does not run`);
  return row;
}
const dueOn = (pathway: PathwayInput, clock: string): OsloDate | null => rowOf(pathway, clock).dueOn;
const status = (pathway: PathwayInput, clock: string) => clockStatus(rowOf(pathway, clock), pathway.asOf);
const helfoFrom = (pathway: PathwayInput) => evaluate(pathway).obligations.find((o) => o.kind === 'notify-helfo')?.opensOn ?? null;

describe('FRIST-VURDERING, 10 virkedager (CAL-1)', () => {
  test.each([
    ['2026-03-20', 'norge', '2026-04-08'],
    ['2026-03-20', 'norge-lordag', '2026-04-01'],
    ['2026-04-29', 'norge', '2026-05-15'],
    ['2026-12-17', 'norge', '2027-01-04'],
    ['2026-12-17', 'norge-julestengt', '2027-01-06'],
    [osloDateOf('2026-03-31T22:30:00Z'), 'norge', '2026-04-20'],
  ])('received %s, calendar %s: due %s', (on, calendar, due) => {
    expect(calendarById(calendar).version).toBe('2026.1');
    expect(dueOn(input([received(on)], on, { calendar }), 'FRIST-VURDERING')).toBe(due);
  });

  test.each([
    ['2026-04-07', 'met'],
    ['2026-04-08', 'met'],
    ['2026-04-09', 'met-late'],
  ])('received 2026-03-20, answered %s: %s', (on, expected) => {
    expect(status(input([received('2026-03-20'), right(on)], '2026-05-01'), 'FRIST-VURDERING')).toBe(expected);
  });

  test('received 2026-04-29, unanswered: broken on 05-16 and not on 05-15', () => {
    expect(status(input([received('2026-04-29')], '2026-05-15'), 'FRIST-VURDERING')).not.toBe('broken');
    expect(status(input([received('2026-04-29')], '2026-05-16'), 'FRIST-VURDERING')).toBe('broken');
  });
});

describe('start of care, child and adult (CAL-2, AGE-3)', () => {
  test('child received Sunday 2026-02-01: 8 weeks to the night of summer time, broken from 2026-03-29T22:00Z', () => {
    const child = input([received('2026-02-01')], '2026-02-01', { birthDate: '2012-09-09' });
    const due = dueOn(child, 'FRIST-START-BARN-8U')!;
    expect(due).toBe('2026-03-29');
    expect(new Date(osloMidnight(addDays(due, 1))).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });
  test.each([
    ['2026-04-14', 'FRIST-START-BARN-8U', '2026-06-09'],
    ['2026-04-15', 'FRIST-START-VOKSEN-12U', '2026-07-08'],
  ])('turns 18 on 2026-04-15, received %s: %s due %s', (on, clock, due) => {
    const patient = input([received(on)], on, { birthDate: '2008-04-15' });
    expect(dueOn(patient, clock)).toBe(due);
    expect(evaluate(patient).clocks.filter((c) => c.clock.startsWith('FRIST-START-'))).toHaveLength(1);
  });
});

describe('frist 2026-06-12', () => {
  const base = [received('2026-03-20'), right('2026-03-27'), frist('2026-03-27', '2026-06-12')];

  test('offered 06-10, the patient wants 06-24: passed by the patient on 06-13, no Helfo', () => {
    const facts = [...base, { type: 'timeTilbudt', on: '2026-05-20', data: { tid: '2026-06-10', gjelder: 'oppstart' } }, { type: 'utsatt', on: '2026-05-25', data: { kode: '22', nyDato: '2026-06-24' } }];
    expect(status(input(facts, '2026-06-12'), 'FRIST-INDIVIDUELL')).not.toBe('broken');
    expect(status(input(facts, '2026-06-13'), 'FRIST-INDIVIDUELL')).toBe('passed-by-patient');
    expect(helfoFrom(input(facts, '2026-07-15'))).toBeNull();
  });

  test('first offer 06-24, known on 06-01: Helfo from 06-01, broken on 06-13', () => {
    const facts = [...base, { type: 'timeTilbudt', on: '2026-06-01', data: { tid: '2026-06-24', gjelder: 'oppstart' } }];
    expect(helfoFrom(input(facts, '2026-06-01'))).toBe('2026-06-01');
    expect(status(input(facts, '2026-06-12'), 'FRIST-INDIVIDUELL')).toBe('at-risk');
    expect(status(input(facts, '2026-06-13'), 'FRIST-INDIVIDUELL')).toBe('broken');
  });

  test('attendance of 06-11 registered on 06-16, corrected on 06-20 to 06-15', () => {
    const facts = [...base, { type: 'helsehjelpStartet', on: '2026-06-11', recordedOn: '2026-06-16' }, { type: 'helsehjelpStartet', on: '2026-06-15', recordedOn: '2026-06-20', corrects: 'f4' }];
    const known = (asOf: string, knownAt: number) => status(input(facts, asOf, { knownAt }), 'FRIST-INDIVIDUELL');
    expect(known('2026-06-13', 4)).toBe('broken');
    expect(known('2026-06-16', 5)).toBe('met');
    expect(known('2026-06-20', 6)).toBe('met-late');
    const shown = shownHistory(input(facts, '2026-06-30'), rowOf(input(facts, '2026-06-30'), 'FRIST-INDIVIDUELL').key);
    expect(shown.slice(-3).map(({ status: s, from, to }) => [s, from, to])).toEqual([
      ['broken', '2026-06-13', '2026-06-15'],
      ['met', '2026-06-16', '2026-06-19'],
      ['met-late', '2026-06-20', null],
    ]);
    expect(helfoFrom(input(facts, '2026-06-16', { knownAt: 5 }))).toBeNull();
  });
});

test('transfer (MOVE-3): A receives 2026-01-05, frist 03-30; B receives 02-02; start 03-20: 74 days from A, frist 03-30', () => {
  const facts = [
    received('2026-01-05'), right('2026-01-12'), frist('2026-01-12', '2026-03-30'),
    { type: 'overfort', on: '2026-01-30', data: {} }, { type: 'overforingMottatt', on: '2026-02-02', data: {} },
    { type: 'helsehjelpStartet', on: '2026-03-20', data: {} },
  ];
  const pathway = input(facts, '2026-04-01');
  const waiting = rowOf(pathway, 'VENTETID');
  expect(waiting.startOn).toBe('2026-01-05');
  expect(daysBetween(waiting.startOn, waiting.metOn!)).toBe(74);
  expect(rowOf(pathway, 'FRIST-INDIVIDUELL')).toMatchObject({ dueOn: '2026-03-30', metOn: '2026-03-20' });
});

test('the same seen from B, which has only the referral with the ansiennitetsdato', () => {
  const pathway = input([received('2026-02-02', { ansiennitetsdato: '2026-01-05' }), { type: 'helsehjelpStartet', on: '2026-03-20', data: {} }], '2026-04-01');
  expect(rowOf(pathway, 'VENTETID')).toMatchObject({ startOn: '2026-01-05', metOn: '2026-03-20' });
});
