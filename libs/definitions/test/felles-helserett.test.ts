import { describe, expect, test } from '@jest/globals';
import { clockOn, commandOn, decideOn, findingsOn, on, openDuties, statusOn, type Entry, type Patient } from './history.js';

const received = (day: string, data = {}): Entry => ['henvisningMottatt', day, data];
const assessed = (day: string, utfall: string): Entry => ['vurdert', day, { utfall }];
const WHOLE_ANSWER = ['utfall', 'frist', 'time', 'klagerett'];

describe('quarantine (REF-7)', () => {
  const held: Entry[] = [['henvisningIKarantene', '2026-03-20', { arsak: 'ugyldig-nummer' }]];
  test('is watched from the day of receipt, has an owner, and somebody is asked', () => {
    const state = on('2026-03-20', held, { birthDate: null });
    expect(state).toMatchObject({ step: 'karantene', active: true, alarms: [] });
    expect(state.clocks.map((c) => [c.clock, c.dueOn, c.owner])).toEqual(expect.arrayContaining([['FRIST-VURDERING', '2026-04-08', 'vurderer'], ['KARANTENE', '2026-03-23', 'mottak']]));
    expect(openDuties('2026-03-20', held, { birthDate: null })).toEqual(['KARANTENE-RETT']);
  });
  test('once mended it keeps its day of receipt', () => {
    const entries: Entry[] = [...held, ['karanteneLost', '2026-04-01', { utfall: 'rettet' }], received('2026-03-20')];
    expect(on('2026-04-01', entries).step).toBe('mottatt');
    expect(on('2026-04-01', entries).clocks.filter((c) => c.clock === 'FRIST-VURDERING').map((c) => c.dueOn)).toEqual(['2026-04-08']);
    expect(statusOn('2026-04-01', 'FRIST-START-VOKSEN-12U', entries)).toBe('running');
    expect(findingsOn('2026-04-01', entries)).toEqual(['requirement-not-met HENVISNING-GRUNN']);
  });
  test.each(['ikke-henvisning', 'duplikat'])('found to be %s, the frist ends unmet and the pathway can be closed', (utfall) => {
    const entries: Entry[] = [...held, ['karanteneLost', '2026-03-23', { utfall }]];
    expect(clockOn('2026-03-23', 'FRIST-VURDERING', entries)?.endedAs).toBe(utfall);
    expect(commandOn('2026-03-23', 'avslutt-feilregistrert', entries).allowed).toBe(true);
  });
});

describe('assessment and answer are two events and two clocks', () => {
  test.each(['rett', 'avslag', 'rad'])('%s meets the assessment, not the answer', (utfall) => {
    const entries = [received('2026-03-20'), assessed('2026-03-27', utfall)];
    expect([statusOn('2026-03-27', 'FRIST-VURDERING', entries), statusOn('2026-03-27', 'FRIST-SVAR', entries)]).toEqual(['met', 'running']);
  });
  test.each([['vurdert', { utfall: 'videresendt' }], ['videresendt', {}]])('forwarding (%s) meets neither, and the new place keeps the first mottattdato', (type, data) => {
    const forwarded: Entry[] = [received('2026-03-20'), [type, '2026-03-25', data]];
    expect(on('2026-03-25', forwarded)).toMatchObject({ step: 'overfort', alarms: [] });
    const there: Entry[] = [...forwarded, received('2026-03-30', { ansiennitetsdato: '2026-03-20' })];
    expect(on('2026-03-30', there).step).toBe('mottatt');
    expect(clockOn('2026-03-30', 'FRIST-VURDERING', there)).toMatchObject({ startOn: '2026-03-20', dueOn: '2026-04-08', metOn: null });
    expect(statusOn('2026-03-30', 'OVERFORING', there)).toBe('met');
  });
  test('a copy to the referrer is not an answer to the patient', () => {
    const entries: Entry[] = [received('2026-03-20'), assessed('2026-03-27', 'rett'), ['svarSendt', '2026-03-27', { til: 'henviser' }]];
    expect([statusOn('2026-03-30', 'FRIST-SVAR', entries), statusOn('2026-03-30', 'SVAR-HENVISER', entries)]).toEqual(['running', 'met']);
  });
  test('an answer before the assessment does not count', () => {
    expect(statusOn('2026-03-30', 'FRIST-SVAR', [received('2026-03-20'), ['svarSendt', '2026-03-23', { til: 'pasient' }]])).toBe('running');
  });
  test.each<[string[], string, string[]]>([
    [WHOLE_ANSWER, 'rett', []], [['utfall', 'klagerett'], 'rett', ['frist', 'time']], [['utfall', 'klagerett'], 'avslag', []], [[], 'avslag', ['utfall', 'klagerett']],
  ])('an answer with %j on %s lacks %j', (innhold, utfall, missing) => {
    const answer: Entry[] = [received('2026-03-20', { grunn: 'usikker-diagnose' }), assessed('2026-03-27', utfall), ['svarSendt', '2026-03-27', { til: 'pasient', innhold }], ['svarSendt', '2026-03-27', { til: 'henviser' }]];
    expect(on('2026-03-27', answer).findings.map((f) => f.detail['missing'])).toEqual(missing.length === 0 ? [] : [missing]);
  });
  test.each(['kurs', 'attest', 'oyeblikkelig-hjelp', 'intern-samme-tilstand'])('a referral of the sort %s starts no legal assessment, and is watched all the same', (henvisningstype) => {
    const entries = [received('2026-03-20', { henvisningstype })];
    expect(statusOn('2026-03-20', 'FRIST-VURDERING', entries)).toBe('none');
    expect(on('2026-03-20', entries)).toMatchObject({ alarms: [], noNextStepFrom: null });
    expect(statusOn('2026-03-20', 'HENVISNING-BEHANDLET', entries)).toBe('running');
  });
  test('one that haster asks at once', () => {
    expect(openDuties('2026-03-20', [received('2026-03-20', { hastegrad: 'urgent' })])).toContain('VURDERING-HASTER');
    expect(openDuties('2026-03-20', [received('2026-03-20')])).not.toContain('VURDERING-HASTER');
  });
});

describe('after a rejection nobody is forgotten', () => {
  const rejected: Entry[] = [received('2026-03-20'), assessed('2026-03-27', 'avslag')];
  const told: Entry[] = [...rejected, ['svarSendt', '2026-03-30', { til: 'pasient', innhold: ['utfall', 'klagerett'] }]];
  test('the pathway cannot be closed before the patient is told', () => {
    expect(commandOn('2026-03-28', 'avslutt-etter-avslag', rejected).refusal?.code).toBe('pasienten-ikke-informert');
    expect(commandOn('2026-03-31', 'avslutt-etter-avslag', told).allowed).toBe(true);
  });
  test('four weeks to complain, which outlive the closing and are no breach when unused', () => {
    const closed: Entry[] = [...told, ['forlopAvsluttet', '2026-03-31', { utfall: 'avslag' }]];
    expect(clockOn('2026-04-01', 'KLAGE-4U', closed)?.dueOn).toBe('2026-04-27');
    expect(['2026-04-27', '2026-04-28'].map((day) => statusOn(day, 'KLAGE-4U', closed))).toEqual(['running', 'closed']);
    expect(statusOn('2026-04-20', 'KLAGE-4U', [...closed, ['klageMottatt', '2026-04-20', { klageId: 'k' }]])).toBe('met');
    expect(statusOn('2026-04-20', 'KLAGE-BEHANDLING', [...closed, ['klageMottatt', '2026-04-20', { klageId: 'k' }]])).toBe('running');
  });
  test('learning enough to complain later starts the four weeks anew', () => {
    const later: Entry[] = [...told, ['klagegrunnKjent', '2026-04-10']];
    expect(clockOn('2026-04-10', 'KLAGE-4U', later)?.endedAs).toBe('ny-start');
    expect(clockOn('2026-04-10', 'KLAGE-4U#2', later)?.dueOn).toBe('2026-05-08');
  });
  test('a new referral is a new assessment by law, with a frist and an age of its own', () => {
    const again: Entry[] = [...told, received('2026-08-03')];
    expect(on('2026-08-03', again)).toMatchObject({ step: 'mottatt', attributes: { mottattdato: '2026-08-03', vurderingsutfall: 'ikke-vurdert', pasientInformert: false } });
    expect(clockOn('2026-08-03', 'FRIST-VURDERING#2', again)?.dueOn).toBe('2026-08-17');
    expect(clockOn('2026-08-03', 'FRIST-START-VOKSEN-12U#2', again)?.dueOn).toBe('2026-10-26');
    expect(statusOn('2026-08-03', 'AVSLUTNING', again)).toBe('broken');
  });
});

describe('the individual frist', () => {
  const right: Entry[] = [received('2026-03-20'), assessed('2026-03-27', 'rett')];
  const waiting: Entry[] = [...right, ['fristSatt', '2026-03-27', { dato: '2026-06-12' }]];
  test('a right without a frist is watched until it is set', () => {
    expect(openDuties('2026-03-27', right)).toContain('FRIST-FASTSETTES-PAMINN');
    expect(statusOn('2026-03-27', 'FRIST-FASTSETTES', waiting)).toBe('met');
  });
  test('longer than what guides it is warned about and needs a reason, and is never refused', () => {
    const long = { dato: '2026-07-01' };
    expect(decideOn('2026-03-27', 'sett-frist', long, right)).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
    expect(decideOn('2026-03-27', 'sett-frist', long, right, { hasText: true })).toMatchObject({ ok: true, warnings: [{ code: 'longer-than-guiding' }] });
    expect(decideOn('2026-03-27', 'sett-frist', { dato: '2026-06-12' }, right)).toMatchObject({ ok: true, warnings: [] });
  });
  test('a new one needs a reason, and capacity is none', () => {
    expect(commandOn('2026-04-01', 'sett-frist', waiting).refusal?.code).toBe('frist-er-satt');
    expect(decideOn('2026-04-01', 'gi-ny-frist', { dato: '2026-05-29' }, waiting)).toMatchObject({ ok: false, errors: [{ code: 'reason-required' }] });
    expect(decideOn('2026-04-01', 'gi-ny-frist', { dato: '2026-05-29', arsak: 'kapasitet' }, waiting, { hasText: true })).toMatchObject({ ok: false, errors: [{ path: '/data/arsak', code: 'unknown-code' }] });
    expect(clockOn('2026-04-01', 'FRIST-INDIVIDUELL', [...waiting, ['fristSatt', '2026-04-01', { dato: '2026-05-29' }]])?.dueOn).toBe('2026-05-29');
  });
  test.each<[string, string]>([['1', 'broken'], ['4', 'broken'], ['3', 'broken'], ['21', 'passed-by-patient'], ['22', 'passed-by-patient']])('8446 code %s after an offer in time: %s', (kode, status) => {
    const entries: Entry[] = [...waiting, ['timeTilbudt', '2026-04-15', { tid: '2026-06-10', gjelder: 'oppstart' }], ['utsatt', '2026-06-09', { kode, nyDato: '2026-06-24' }]];
    expect(statusOn('2026-06-13', 'FRIST-INDIVIDUELL', entries)).toBe(status);
  });
  test('a follow-up appointment is not an offered start', () => {
    const entries: Entry[] = [...waiting, ['timeTilbudt', '2026-04-15', { tid: '2026-06-10', gjelder: 'undersokelse' }]];
    expect(statusOn('2026-06-01', 'FRIST-INDIVIDUELL', entries)).toBe('at-risk');
  });
  test('Helfo is told once a person has confirmed, answers, and hears of a time found after all', () => {
    const foreseen: Entry[] = [...waiting, ['fristbruddForutsett', '2026-05-04']];
    expect(on('2026-05-04', foreseen).obligations.find((o) => o.duty === 'HELFO-VARSEL')).toMatchObject({ opensOn: '2026-05-04', needsConfirmation: true });
    const told: Entry[] = [...foreseen, ['helfoVarslet', '2026-05-05']];
    expect(statusOn('2026-05-05', 'HELFO-SVAR', told)).toBe('running');
    const found: Entry[] = [...told, ['timeTilbudt', '2026-05-11', { tid: '2026-06-01', gjelder: 'oppstart' }]];
    expect(openDuties('2026-05-11', found)).toContain('HELFO-BESKJED-PAMINN');
    expect(statusOn('2026-05-12', 'HELFO-BESKJED', [...found, ['helfoOrientert', '2026-05-12']])).toBe('met');
  });
  test('the place is kept until Helfo’s offer is accepted', () => {
    const told: Entry[] = [...waiting, ['fristbruddForutsett', '2026-05-04'], ['helfoVarslet', '2026-05-05']];
    const step = (utfall: string) => on('2026-05-20', [...told, ['helfoSvar', '2026-05-20', { utfall }]]).step;
    expect(['takker-nei', 'finner-ikke', 'returnert', 'aksepterer'].map(step)).toEqual(['venter-pa-oppstart', 'venter-pa-oppstart', 'venter-pa-oppstart', 'overfort']);
  });
  test('after a no-show a clinician decides before anything is closed', () => {
    const missed: Entry[] = [...waiting, ['timeTilbudt', '2026-04-15', { tid: '2026-05-04', gjelder: 'oppstart' }], ['ikkeMott', '2026-05-04']];
    expect(openDuties('2026-05-04', missed)).toContain('IKKE-MOTT-PAMINN');
    expect(commandOn('2026-05-05', 'avslutt-etter-ikke-mott', missed).refusal?.code).toBe('kliniker-har-ikke-vurdert');
    const decided: Entry[] = [...missed, ['ikkeMottVurdert', '2026-05-06', { utfall: 'avslutt' }]];
    expect(on('2026-05-06', decided).step).toBe('til-avslutning');
    expect(commandOn('2026-05-06', 'avslutt-etter-ikke-mott', decided).allowed).toBe(true);
  });
  test('a second no-show is taken hold of again', () => {
    const twice: Entry[] = [...waiting, ['timeTilbudt', '2026-04-15', { tid: '2026-05-04', gjelder: 'oppstart' }], ['ikkeMott', '2026-05-04'], ['timeTilbudt', '2026-05-06', { tid: '2026-05-20', gjelder: 'oppstart' }], ['ikkeMott', '2026-05-20']];
    expect([statusOn('2026-05-20', 'IKKE-MOTT', twice), statusOn('2026-05-20', 'IKKE-MOTT#2', twice)]).toEqual(['met', 'running']);
  });
});

describe('transfer', () => {
  const waiting: Entry[] = [received('2026-03-20'), assessed('2026-03-27', 'rett'), ['fristSatt', '2026-03-27', { dato: '2026-06-12' }], ['overfort', '2026-04-01', { arsak: 'kapasitet' }]];
  test('stays with us until the new place has the patient', () => {
    expect(on('2026-04-01', waiting)).toMatchObject({ step: 'overfort', alarms: [] });
    expect(commandOn('2026-04-02', 'avslutt-overfort', waiting).refusal?.code).toBe('ikke-bekreftet-mottatt');
    expect(on('2026-04-10', [...waiting, ['overforingMottatt', '2026-04-10', { folgesHer: true }]]).step).toBe('venter-pa-oppstart');
    const elsewhere: Entry[] = [...waiting, ['overforingMottatt', '2026-04-10', { folgesHer: false }]];
    expect(on('2026-04-10', elsewhere).step).toBe('til-avslutning');
    expect(commandOn('2026-04-10', 'avslutt-overfort', elsewhere).allowed).toBe(true);
  });
});

describe('under 23 with a psychiatric or substance disorder: 65 working days on the parallel referral only', () => {
  const parallel = (fagomrade: string, data = {}): Entry[] => [received('2026-03-02'), ['parallellHenvisning', '2026-04-20', { henvisningId: 'p', fagomrade, mottattdato: '2026-04-21', ...data }]];
  const bornOn = (birthDate: string): Patient => ({ birthDate });
  test.each([
    ['psykisk-helse', '2003-04-22', '2026-07-24'], ['rus', '2003-04-22', '2026-07-24'], ['psykisk-helse', '2003-04-21', undefined], ['somatikk', '2010-01-01', undefined],
  ])('%s, born %s', (fagomrade, birth, due) => {
    expect(clockOn('2026-04-21', 'FRIST-UNDER-23-65VD', parallel(fagomrade), bornOn(birth))?.dueOn).toBe(due);
    expect(statusOn('2026-04-21', 'PARALLELL', parallel(fagomrade), bornOn(birth))).toBe('running');
  });
  test('which date the age counts on is a choice', () => {
    const chosen = { birthDate: '2003-04-01', parameters: { 'under-23-alder-ved': 'hovedhenvisning-mottatt' } };
    expect(statusOn('2026-04-21', 'FRIST-UNDER-23-65VD', parallel('rus'), chosen)).toBe('running');
    expect(statusOn('2026-04-21', 'FRIST-UNDER-23-65VD', parallel('rus'), { birthDate: '2003-04-01' })).toBe('none');
  });
  test('the pathway goes on beside it', () => {
    expect(on('2026-04-21', parallel('rus')).step).toBe('mottatt');
  });
});

describe('death (END-1)', () => {
  test('ends every clock and every duty that day', () => {
    const entries: Entry[] = [received('2026-03-20'), assessed('2026-03-27', 'rett'), ['fristSatt', '2026-03-27', { dato: '2026-06-12' }], ['pasientDod', '2026-06-01']];
    const state = on('2026-12-01', entries);
    expect(state).toMatchObject({ step: 'dod', active: false, alarms: [], nextSteps: [], nextChangeOn: null });
    expect(openDuties('2026-12-01', entries)).toEqual([]);
    expect(statusOn('2026-12-01', 'FRIST-INDIVIDUELL', entries)).toBe('closed');
  });
});

test('an epikrise goes to fastlege and referrer, unless the patient objects', () => {
  const ended: Entry[] = [received('2026-03-20', { henviserrolle: 'sykehus' }), ['helsehjelpStartet', '2026-04-01'], ['utredningAvsluttet', '2026-05-04', { konklusjon: 'uavklart' }]];
  expect(statusOn('2026-05-11', 'EPIKRISE', [...ended, ['epikriseSendt', '2026-05-06', { til: ['fastlege'] }]])).toBe('warned');
  expect(statusOn('2026-05-11', 'EPIKRISE', [...ended, ['epikriseSendt', '2026-05-06', { til: ['fastlege', 'henviser'] }]])).toBe('met');
  expect(statusOn('2026-05-11', 'EPIKRISE', [...ended, ['epikriseReservert', '2026-05-06']])).toBe('closed');
});
