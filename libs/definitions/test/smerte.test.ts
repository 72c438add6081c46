import { describe, expect, test } from '@jest/globals';
import { clockOn, decideOn, on, openDuties, statusOn, type Entry, type Patient } from './history.js';

const pain = { definition: 'langvarig-smerte' };
const referred: Entry[] = [['henvisningMottatt', '2026-01-05'], ['vurdert', '2026-01-12', { utfall: 'rett' }], ['fristSatt', '2026-01-12', { dato: '2026-03-30' }]];
const started: Entry[] = [...referred, ['helsehjelpStartet', '2026-03-02']];
const summed: Entry[] = [...started, ['oppsummerendeMoteHoldt', '2026-05-18', { deltakere: ['pasient', 'fastlege'] }]];
const closed: Entry[] = [...summed, ['oppfolgendeMoteHoldt', '2026-11-02'], ['pakkeforlopAvsluttet', '2026-11-02', { utfall: 'oppfolgende-mote-gjennomfort' }]];

test('12, 12 and 26 weeks, in force, without any right', () => {
  const rows = on('2026-11-02', closed, pain).clocks.filter((c) => c.clock.startsWith('SMERTE-'));
  expect(rows.slice(0, 3).map((c) => [c.clock, c.startOn, c.dueOn, c.metOn, c.kind, c.ruleStatus])).toEqual([
    ['SMERTE-UTREDNING-12U', '2026-01-05', '2026-03-30', '2026-03-02', 'pathway', 'in-force'],
    ['SMERTE-OPPSUMMERENDE-12U', '2026-03-02', '2026-05-25', '2026-05-18', 'pathway', 'in-force'],
    ['SMERTE-OPPFOLGENDE-26U', '2026-05-18', '2026-11-16', '2026-11-02', 'pathway', 'in-force'],
  ]);
});
test('what specialist care has in common holds here too', () => {
  expect(clockOn('2026-01-05', 'FRIST-VURDERING', referred, pain)?.dueOn).toBe('2026-01-19');
  expect(clockOn('2026-01-12', 'FRIST-INDIVIDUELL', referred, pain)?.dueOn).toBe('2026-03-30');
});
test('steps from referral to the years after', () => {
  expect([referred, started, summed, closed].map((entries) => on('2026-11-02', entries, pain).step)).toEqual(['venter-pa-oppstart', 'utredning', 'behandling', 'oppfolging']);
});

describe('what the patient reports', () => {
  test('is asked for before the first visit, and no longer after it', () => {
    expect(openDuties('2026-01-12', referred, pain)).toContain('PROM-FOR-FORSTE-TIME-INNHENT');
    expect(statusOn('2026-02-01', 'PROM-FOR-FORSTE-TIME', [...referred, ['promBesvart', '2026-02-01', { tidspunkt: 'for-forste-time' }]], pain)).toBe('met');
    expect(openDuties('2026-03-02', started, pain)).not.toContain('PROM-FOR-FORSTE-TIME-INNHENT');
  });
  test.each([[1, '2027-03-01', '2027-03-02', '2027-05-02'], [3, '2029-03-01', '2029-03-02', '2029-05-02'], [5, '2031-03-01', '2031-03-02', '2031-05-02']])('is asked for again after %d years', (years, before, day, due) => {
    const duty = `PROM-${years}-AR-INNHENT`;
    expect(openDuties(before, closed, pain)).not.toContain(duty);
    expect(openDuties(day, closed, pain)).toContain(duty);
    expect(clockOn(day, `PROM-${years}-AR`, closed, pain)?.dueOn).toBe(due);
    const answered: Entry[] = [...closed, ['promBesvart', day, { tidspunkt: `${years}-ar` }]];
    expect(openDuties(day, answered, pain)).not.toContain(duty);
    expect(statusOn(day, `PROM-${years}-AR`, answered, pain)).toBe('met');
  });
  test('is never asked for without consent, from the day it is withdrawn', () => {
    const withdrawn: Entry[] = [...closed, ['registersamtykke', '2027-01-10', { svar: 'nei' }]];
    expect(clockOn('2027-01-10', 'PROM-1-AR', withdrawn, pain)?.endedAs).toBe('samtykke-trukket');
    const never: Entry[] = [['henvisningMottatt', '2026-01-05'], ['registersamtykke', '2026-01-06', { svar: 'nei' }], ...started.slice(1)];
    expect(on('2026-03-02', never, pain).clocks.filter((c) => c.clock.startsWith('PROM'))).toEqual([]);
  });
});

describe('treatment', () => {
  test('opioids are judged, and stepped down step by step until the end', () => {
    expect(statusOn('2026-03-02', 'OPIOID-VURDERING', started, pain)).toBe('running');
    const stepping: Entry[] = [...started, ['opioidbrukVurdert', '2026-03-09', { bruk: 'nedtrapping' }], ['opioidKontroll', '2026-04-02', { status: 'pa-vei' }]];
    expect(clockOn('2026-04-02', 'OPIOID-NEDTRAPPING#2', stepping, pain)?.dueOn).toBe('2026-04-30');
    const ended: Entry[] = [...stepping, ['opioidKontroll', '2026-04-28', { status: 'avsluttet' }]];
    expect(on('2026-04-28', ended, pain).clocks.filter((c) => c.clock === 'OPIOID-NEDTRAPPING').map((c) => c.endedAs)).toEqual([null, 'avsluttet']);
  });
  test('the group programme is offered after the summary meeting, also at the frisklivssentral', () => {
    expect(statusOn('2026-05-18', 'GRUPPEPROGRAM', summed, pain)).toBe('running');
    const offered: Entry[] = [...summed, ['gruppeprogramTilbudt', '2026-06-01', { sted: 'frisklivssentral', svar: 'ja' }]];
    expect([statusOn('2026-06-01', 'GRUPPEPROGRAM', offered, pain), statusOn('2026-06-01', 'GRUPPEPROGRAM-FULLFORT', offered, pain)]).toEqual(['met', 'running']);
  });
  test('every consultation is registered whole, or says why not', () => {
    const decide = (registrert: string[], patient: Patient & { hasText?: boolean } = pain) => decideOn('2026-03-10', 'registrer-konsultasjon', { registrert }, started, patient);
    expect(decide(['diagnoser', 'prosedyrer', 'medikamenter']).ok).toBe(true);
    expect(decide(['diagnoser'])).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
    expect(decide(['diagnoser'], { ...pain, hasText: true }).ok).toBe(true);
  });
});
