import { describe, expect, test } from '@jest/globals';
import { epochMsOf, osloDate, osloDateOf } from '@forlop/calendar';
import { evaluate, EVERYTHING_KNOWN, shownHistory, type LedgerEvent } from '@forlop/pathway';
import { clockOn, history, on, openDuties, rules, statusOn, type Entry } from './history.js';

/** DOMAIN § 12, on the shipped definition. */
const received = (day: string, data = {}): Entry => ['henvisningMottatt', day, data];
const right = (day: string): Entry => ['vurdert', day, { utfall: 'rett' }];
const frist = (day: string, dato: string): Entry => ['fristSatt', day, { dato }];
const offer = (day: string, tid: string): Entry => ['timeTilbudt', day, { tid, gjelder: 'oppstart' }];

describe('FRIST-VURDERING: ten working days', () => {
  test.each([
    ['2026-03-20', '2026-04-08'], ['2026-04-29', '2026-05-15'], ['2026-12-17', '2027-01-04'],
  ])('received %s, due %s', (day, due) => {
    expect(clockOn(day, 'FRIST-VURDERING', [received(day)])?.dueOn).toBe(due);
    expect(clockOn(day, 'FRIST-SVAR', [received(day)])?.dueOn).toBe(due);
    expect(statusOn(due, 'FRIST-VURDERING', [received(day)])).toBe('warned');
  });
  test('received late on 31 March in UTC is received on 1 April in Oslo', () => {
    const day = osloDateOf(epochMsOf('2026-03-31T22:30:00Z'));
    expect(clockOn(day, 'FRIST-VURDERING', [received(day)])?.dueOn).toBe('2026-04-20');
  });
  test.each([['2026-04-07', 'met'], ['2026-04-08', 'met'], ['2026-04-09', 'met-late']])('assessed on %s: %s', (day, status) => {
    expect(statusOn('2026-04-10', 'FRIST-VURDERING', [received('2026-03-20'), right(day)])).toBe(status);
  });
  test('not assessed, it is broken from the day after', () => {
    expect(statusOn('2026-04-08', 'FRIST-VURDERING', [received('2026-03-20')])).toBe('warned');
    expect(statusOn('2026-04-09', 'FRIST-VURDERING', [received('2026-03-20')])).toBe('broken');
  });
  test.each([['norge-lordag', '2026-03-20', '2026-04-01'], ['norge-julestengt', '2026-12-17', '2027-01-06']])('with the calendar %s', (calendar, day, due) => {
    const [created, ...rest] = history({}, [received(day)]);
    const other = { ...created!, data: { ...created!.data, calendar: { id: calendar, version: '2026.1' } } };
    const rows = evaluate({ rules, birthDate: osloDate('1980-05-05'), events: [other, ...rest], asOf: osloDate(day), knownAt: EVERYTHING_KNOWN }).clocks;
    expect(rows.find((r) => r.clock === 'FRIST-VURDERING')?.dueOn).toBe(due);
  });
});

describe('FRIST-START: the age at mottattdato decides', () => {
  const turning18 = { birthDate: '2008-04-15' };
  test.each<[string, string, string | undefined, string | undefined]>([
    ['the day before turning 18', '2026-04-14', '2026-06-09', undefined], ['the day of turning 18', '2026-04-15', undefined, '2026-07-08'],
  ])('received %s', (_, day, child, adult) => {
    expect(clockOn(day, 'FRIST-START-BARN-8U', [received(day)], turning18)?.dueOn).toBe(child);
    expect(clockOn(day, 'FRIST-START-VOKSEN-12U', [received(day)], turning18)?.dueOn).toBe(adult);
  });
  test('a child received on 1 February is due on the night of summer time, and broken from then on', () => {
    const child = { birthDate: '2012-01-01' };
    expect(clockOn('2026-02-01', 'FRIST-START-BARN-8U', [received('2026-02-01')], child)?.dueOn).toBe('2026-03-29');
    expect(statusOn('2026-03-29', 'FRIST-START-BARN-8U', [received('2026-02-01')], child)).toBe('at-risk');
    expect(statusOn('2026-03-30', 'FRIST-START-BARN-8U', [received('2026-02-01')], child)).toBe('broken');
  });
  test('the date that was given stands when the patient turns 18 while waiting', () => {
    expect(clockOn('2026-05-01', 'FRIST-START-BARN-8U', [received('2026-04-14')], turning18)?.dueOn).toBe('2026-06-09');
    expect(statusOn('2026-05-01', 'FRIST-START-VOKSEN-12U', [received('2026-04-14')], turning18)).toBe('none');
  });
  test('without a birth date the patient counts as adult', () => {
    expect(clockOn('2026-01-05', 'FRIST-START-VOKSEN-12U', [received('2026-01-05')], { birthDate: null })?.dueOn).toBe('2026-03-30');
    expect(statusOn('2026-01-05', 'FRIST-START-BARN-8U', [received('2026-01-05')], { birthDate: null })).toBe('none');
  });
});

describe('FRIST-INDIVIDUELL 2026-06-12', () => {
  const waiting: Entry[] = [received('2026-03-20'), right('2026-03-27'), frist('2026-03-27', '2026-06-12')];

  test('offered in time, the patient wants to wait: not the hospital that broke it, and nothing to Helfo', () => {
    const entries: Entry[] = [...waiting, offer('2026-04-15', '2026-06-10'), ['utsatt', '2026-06-01', { kode: '22', nyDato: '2026-06-24' }]];
    expect(statusOn('2026-06-13', 'FRIST-INDIVIDUELL', entries)).toBe('passed-by-patient');
    expect(openDuties('2026-06-13', entries)).not.toContain('HELFO-VARSEL');
    expect(openDuties('2026-09-13', entries)).not.toContain('HELFO-VARSEL');
  });
  test('the first offer lies after it: Helfo from the day that was known, and broken', () => {
    const entries: Entry[] = [...waiting, offer('2026-06-01', '2026-06-24')];
    expect(openDuties('2026-05-31', entries)).not.toContain('HELFO-VARSEL');
    expect(openDuties('2026-06-01', entries)).toContain('HELFO-VARSEL');
    expect(statusOn('2026-06-13', 'FRIST-INDIVIDUELL', entries)).toBe('broken');
    expect(openDuties('2026-06-13', [...entries, ['helfoVarslet', '2026-06-02']])).not.toContain('HELFO-VARSEL');
  });
  test('attendance recorded late and then corrected: true now, and as it was shown', () => {
    const base = history({}, waiting);
    const at = (position: number, recorded: string, more: Partial<LedgerEvent>): LedgerEvent => ({
      id: `late${position}`, position, kind: 'fact', type: 'helsehjelpStartet', occurredOn: osloDate('2026-06-11'), recordedAt: `${recorded}T09:00:00Z`, data: {}, ...more,
    });
    const attended = at(100, '2026-06-16', {});
    const corrected = at(101, '2026-06-20', { corrects: 'late100', occurredOn: osloDate('2026-06-15') });
    const input = (events: readonly LedgerEvent[], asOf: string) => ({ rules, birthDate: osloDate('1980-05-05'), events, asOf: osloDate(asOf), knownAt: EVERYTHING_KNOWN });
    const row = (events: readonly LedgerEvent[], asOf: string) => evaluate(input(events, asOf)).clocks.find((c) => c.clock === 'FRIST-INDIVIDUELL');
    expect(row([...base, attended], '2026-06-16')).toMatchObject({ metOn: '2026-06-11', dueOn: '2026-06-12' });
    expect(row([...base, attended, corrected], '2026-06-20')).toMatchObject({ metOn: '2026-06-15', dueOn: '2026-06-12' });
    expect(shownHistory(input([...base, attended, corrected], '2026-06-25'), 'FRIST-INDIVIDUELL#1').map((s) => s.status).slice(-3)).toEqual(['broken', 'met', 'met-late']);
  });
  test('after a transfer frist and ansiennitetsdato follow the patient', () => {
    const entries: Entry[] = [
      received('2026-01-05'), right('2026-01-12'), frist('2026-01-12', '2026-03-30'), ['overfort', '2026-01-30', { arsak: 'kapasitet' }],
      received('2026-02-02', { ansiennitetsdato: '2026-01-05' }), ['helsehjelpStartet', '2026-03-20'],
    ];
    expect(clockOn('2026-03-20', 'FRIST-INDIVIDUELL', entries)).toMatchObject({ dueOn: '2026-03-30', metOn: '2026-03-20' });
    expect(clockOn('2026-03-20', 'VENTETID', entries)).toMatchObject({ startOn: '2026-01-05', metOn: '2026-03-20' });
    expect(on('2026-03-20', entries).clocks.filter((c) => c.clock === 'FRIST-VURDERING')).toHaveLength(1);
    expect(on('2026-02-03', entries).step).toBe('venter-pa-oppstart');
  });
});
