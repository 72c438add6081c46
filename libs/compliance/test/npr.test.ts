import { describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { causeOf8446, code8446Of, codeSystems, fromOfficial, nprColumns, nprLine, nprRowsOf, officialCodes, toOfficial, answersOfOutcome, type NprRow } from '@forlop/compliance';
import { EVERYTHING_KNOWN, standingFacts, type LedgerEvent } from '@forlop/pathway';

type Told = Partial<Pick<LedgerEvent, 'data' | 'corrects' | 'retracts'>>;
/** Events of a pathway in the order of recording, ids `e1`, `e2` … */
const history = (...told: readonly (readonly [type: string, on: string, more?: Told])[]): LedgerEvent[] =>
  told.map(([type, on, more], at) => ({ id: `e${at + 1}`, position: at + 1, kind: 'fact', type, occurredOn: osloDate(on), recordedAt: '2026-12-01T00:00:00Z', data: {}, ...more }));
const rowsOf = (events: readonly LedgerEvent[], asOf = '2026-12-31', knownAt = EVERYTHING_KNOWN): NprRow[] =>
  nprRowsOf({ referral: 'h', patient: 'p', organisation: { orgNumber: '999', reshId: '1' }, definition: 'd', facts: standingFacts(events, osloDate(asOf), knownAt) });
const referral = (...args: Parameters<typeof rowsOf>): NprRow => rowsOf(...args)[0]!;

const received = ['henvisningMottatt', '2026-01-05'] as const;
const assessed = ['vurdert', '2026-01-12', { data: { utfall: 'rett', svarkode: '2' } }] as const;
const due = ['fristSatt', '2026-01-12', { data: { dato: '2026-03-30' } }] as const;
const started = ['helsehjelpStartet', '2026-03-20', { data: { kontakttype: '1' } }] as const;
const ended = (kode: string, on = '2026-03-20') => ['ventetidSluttet', on, { data: { kode } }] as const;

describe('every official code, both ways', () => {
  const all = codeSystems.flatMap((system) => Object.keys(officialCodes[system]).map((code): [typeof system, string] => [system, code]));
  test.each(all)('%s %s is read as what writes it again', (system, code) => {
    const allowed = system === '9148' ? { rett: 1, avslag: 1, rad: 1, videresendt: 1 } : officialCodes[system];
    const own = fromOfficial(system, `0${code} - tekst`, allowed)!;
    expect(system === '9148' ? answersOfOutcome(own) : [toOfficial(system, own)]).toContain(code);
    expect(toOfficial(system, code)).toBe(code);
  });

  test('8446 has a word of our own for each code, and each word at most one code', () => {
    expect(Object.keys(officialCodes['8446']).map((code) => code8446Of(causeOf8446(code)))).toEqual(Object.keys(officialCodes['8446']));
    expect([toOfficial('8445', '6'), toOfficial('8446', '2'), toOfficial('8445', 'constructor'), code8446Of(causeOf8446('9'))]).toEqual([null, null, null, null]);
  });

  test.each(Object.keys(officialCodes['8445']))('end code 8445 %s is written as registered', (code) => {
    expect(referral(history(received, assessed, due, started, ended(code)))).toMatchObject({ waitEndedOn: '2026-03-20', waitEndCode: code, remarks: [] });
  });
  test.each(Object.keys(officialCodes['8446']))('postponement 8446 %s is written as registered', (code) => {
    expect(rowsOf(history(received, ['utsatt', '2026-02-01', { data: { kode: code, nyDato: '2026-03-01', gjelder: 'oppstart' } }]))[1]).toMatchObject({ kind: 'U', on: '2026-02-01', cause: code, newOn: '2026-03-01', concerns: 'oppstart', remarks: [] });
  });
  test.each(Object.keys(officialCodes['8432']))('contact 8432 %s is written as registered', (code) => {
    expect(rowsOf(history(received, ['kontaktRegistrert', '2026-02-01', { data: { rolle: 'spesialist', kontakttype: code } }]))[1]).toMatchObject({ kind: 'K', on: '2026-02-01', contactType: code, role: 'spesialist', remarks: [] });
  });
  test.each([
    ['1', 'rett'], ['2', 'rett'], ['3', 'videresendt'], ['4', 'avslag'], ['11', 'rad'],
  ])('answer 9148 %s of outcome %s is written as registered', (svarkode, utfall) => {
    expect(referral(history(received, ['vurdert', '2026-01-12', { data: { utfall, svarkode } }])).answer).toBe(svarkode);
  });
});

describe('what is not registered is said, never filled in', () => {
  test.each<[string, LedgerEvent[], Partial<Record<keyof NprRow, unknown>>]>([
    ['an outcome that is one of two answers', history(received, ['vurdert', '2026-01-12', { data: { utfall: 'rett' } }], due), { answer: null, outcome: 'rett', remarks: ['svar-mangler'] }],
    ['a rejection is one answer only, and needs no end code', history(received, ['vurdert', '2026-01-12', { data: { utfall: 'avslag' } }], ['forlopAvsluttet', '2026-01-13']), { answer: '4', waitEndCode: null, remarks: [] }],
    ['an answer that says otherwise than the outcome', history(received, ['vurdert', '2026-01-12', { data: { utfall: 'avslag', svarkode: '2' } }]), { answer: '2', remarks: ['svar-strider'] }],
    ['an answer that 9148 does not have', history(received, ['vurdert', '2026-01-12', { data: { utfall: 'avslag', svarkode: '8' } }]), { answer: null, remarks: ['svar-ukjent'] }],
    ['a right without a frist', history(received, assessed), { dueOn: null, remarks: ['frist-mangler'] }],
    ['begun without assessment and end code', history(received, ['helsehjelpStartet', '2026-03-20']), { startedOn: '2026-03-20', waitEndedOn: null, waitEndCode: null, remarks: ['ikke-vurdert', 'kontakttype-mangler', 'startet-uten-sluttkode'] }],
    ['an end code that 8445 does not have', history(received, assessed, due, ended('6')), { waitEndedOn: '2026-03-20', waitEndCode: null, remarks: ['sluttkode-ukjent'] }],
    ['died', history(received, assessed, due, ['pasientDod', '2026-02-01'], ['forlopAvsluttet', '2026-02-01']), { waitEndedOn: null, remarks: ['dod-uten-sluttkode'] }],
    ['died, and the wait ended with a code', history(received, assessed, due, ['pasientDod', '2026-02-01'], ended('9', '2026-02-01')), { waitEndedOn: '2026-02-01', waitEndCode: '9', remarks: [] }],
    ['transferred without a code', history(received, assessed, due, ['overfort', '2026-02-01']), { waitEndCode: null, remarks: ['overfort-uten-sluttkode'] }],
    ['transferred to a unit that goes on here', history(received, assessed, due, ['overfort', '2026-02-01'], ['overforingMottatt', '2026-02-03', { data: { folgesHer: true } }]), { waitEndCode: null, remarks: [] }],
    ["Helfo's offer accepted, and no end code", history(received, assessed, due, ['helfoSvar', '2026-04-10', { data: { utfall: 'aksepterer' } }]), { waitEndCode: null, remarks: ['helfo-uten-sluttkode'] }],
    ['closed without a code', history(received, assessed, due, ['forlopAvsluttet', '2026-02-01']), { waitEndCode: null, remarks: ['avsluttet-uten-sluttkode'] }],
    ['in quarantine', history(['henvisningIKarantene', '2026-01-05']), { receivedOn: '2026-01-05', remarks: ['karantene'] }],
  ])('%s', (_, events, wanted) => {
    expect(referral(events)).toMatchObject(wanted);
  });
});

describe('dates', () => {
  test('transferred and begun at the other: the ansiennitetsdato is kept, and code 3 does not end the wait', () => {
    const events = history(['henvisningMottatt', '2026-02-02', { data: { ansiennitetsdato: '2026-01-05' } }], assessed, due, ended('3', '2026-02-10'), started, ended('1'));
    expect(referral(events)).toMatchObject({ receivedOn: '2026-02-02', seniorityOn: '2026-01-05', waitEndedOn: '2026-03-20', waitEndCode: '1', remarks: ['flere-slutter'] });
    expect(referral(events, '2026-03-19')).toMatchObject({ waitEndedOn: '2026-02-10', waitEndCode: '3' });
  });

  test.each([['2026-03-19', null, null], ['2026-03-20', '2026-03-20', '1'], ['2026-03-21', '2026-03-20', '1']])('as of %s the wait ended %s', (asOf, on, code) => {
    expect(referral(history(received, assessed, due, started, ended('1')), asOf)).toMatchObject({ waitEndedOn: on, waitEndCode: code, startedOn: on });
  });

  test('received, assessed, begun and ended on one day', () => {
    const on = '2026-01-05';
    expect(referral(history(received, ['vurdert', on, assessed[2]], ['fristSatt', on, due[2]], ['helsehjelpStartet', on, started[2]], ended('1', on)))).toMatchObject({ receivedOn: on, seniorityOn: on, assessedOn: on, startedOn: on, waitEndedOn: on, remarks: [] });
  });

  test('a corrected date is what stood as known then, and a retracted fact is gone', () => {
    const events = history(received, assessed, due, started, ended('1'), ['helsehjelpStartet', '2026-03-24', { ...started[2], corrects: 'e4' }], ['ventetidSluttet', '2026-03-20', { ...ended('1')[2], retracts: 'e5' }]);
    expect(referral(events, '2026-12-31', 5)).toMatchObject({ startedOn: '2026-03-20', waitEndedOn: '2026-03-20', remarks: [] });
    expect(referral(events, '2026-12-31', 6)).toMatchObject({ startedOn: '2026-03-24', waitEndedOn: '2026-03-20' });
    expect(referral(events)).toMatchObject({ startedOn: '2026-03-24', waitEndedOn: null, remarks: ['startet-uten-sluttkode'] });
  });

  test('passed by the patient: who did not come has code 21, once, also when it is registered as a postponement too', () => {
    const missed = ['ikkeMott', '2026-03-10', { data: { timeId: 't1', gjelder: 'oppstart' } }] as const;
    const put = (more: object) => ['utsatt', '2026-03-10', { data: { kode: '21', nyDato: '2026-04-20', ...more } }] as const;
    expect(rowsOf(history(received, missed)).slice(1)).toMatchObject([{ kind: 'U', on: '2026-03-10', cause: '21', newOn: null, remarks: ['ny-dato-mangler'] }]);
    expect(rowsOf(history(received, missed, put({ timeId: 't1' })))).toHaveLength(2);
    expect(rowsOf(history(received, missed, put({})))).toHaveLength(2);
    expect(rowsOf(history(received, missed, put({ timeId: 't2' })))).toHaveLength(3);
  });

  test('set several times: the first receipt, deciding assessment and start stand, and the last frist', () => {
    const events = history(received, ['vurdert', '2026-01-08', { data: { utfall: 'videresendt', svarkode: '3' } }], assessed, due, ['henvisningMottatt', '2026-01-09'], ['fristSatt', '2026-02-01', { data: { dato: '2026-02-20' } }], ['vurdert', '2026-02-01', { data: { utfall: 'avslag', svarkode: '4' } }]);
    expect(referral(events)).toMatchObject({ receivedOn: '2026-01-05', assessedOn: '2026-01-12', answer: '2', dueOn: '2026-02-20', remarks: ['flere-mottak', 'flere-vurderinger', 'flere-frister'] });
  });
});

test('nothing is known of a referral that is not yet received, and a line has a cell for each column', () => {
  expect(rowsOf(history(received), '2026-01-04')).toEqual([]);
  const line = nprLine(referral(history(received, assessed, due, started, ended('1'))));
  expect(Object.fromEntries(nprColumns.map(({ label }, at) => [label, line[at]]).filter(([, cell]) => cell !== null))).toEqual({
    Rad: 'H', Henvisning: 'h', Pasient: 'p', Organisasjonsnummer: '999', 'RESH-id': '1', Definisjon: 'd', Mottattdato: '2026-01-05', Ansiennitetsdato: '2026-01-05', Vurderingsdato: '2026-01-12', 'Svar (9148)': '2', Utfall: 'rett',
    'Frist for start av helsehjelp': '2026-03-30', Startdato: '2026-03-20', 'Kontakttype ved start (8432)': '1', 'Ventetid sluttdato': '2026-03-20', 'Ventetid sluttkode (8445)': '1',
  });
});
