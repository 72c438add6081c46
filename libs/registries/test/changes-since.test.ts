import { describe, expect, test } from '@jest/globals';
import { osloDate, type OsloDate } from '@forlop/calendar';
import { changesSince, type Answer, type GpContract, type KnownPerson, type ListDoctor, type RegisteredAddress, type RegisteredPerson } from '../src/index.js';

const today = osloDate('2026-03-20');
const d = osloDate;
const home: RegisteredAddress = { lines: ['Prøveveien 1'], postalCode: '0001', city: 'OSLO', municipality: '0301', movedOn: d('2020-01-01') };
const elsewhere: RegisteredAddress = { ...home, lines: ['Nyveien 2'], movedOn: d('2026-03-15') };

const personOf = (more: Partial<RegisteredPerson> = {}, asOf = '2026-03-20T08:00:00.000Z'): Answer<RegisteredPerson> => ({
  value: { registryId: 'r1', personNumber: null, name: { given: 'Kari', family: 'Prøvesen' }, death: null, protection: 'ugradert', address: home, ...more }, asOf, source: 'persontjenesten',
});
const doctor = (hprNumber: string, from: string, more: Partial<ListDoctor> = {}): ListDoctor => ({ hprNumber, name: `Lege ${hprNumber}`, role: 'fastlege', substitutesFor: null, from: d(from), to: null, ...more });
const contractOf = (doctors: readonly ListDoctor[], more: Partial<GpContract> = {}): GpContract => ({
  contractId: '1', from: d('2024-01-01'), to: null, shared: false, gpHerId: '8001', doctors, office: { name: 'Lia legesenter', orgNumber: '310000001' }, ...more,
});
const gpOf = (value: GpContract | null, asOf = '2026-03-20T08:00:00.000Z'): Answer<GpContract | null> => ({ value, asOf, source: 'fastlegeregisteret' });

const known: KnownPerson = {
  since: d('2026-01-05'), death: null, protection: 'ugradert', address: home, fastlege: { status: 'har-fastlege', hprNumbers: ['111'], from: d('2026-01-05') },
  asOf: { persontjenesten: '2026-03-19T08:00:00.000Z', fastlegeregisteret: '2026-03-19T08:00:00.000Z' },
};
const byRegistry = { ...known, death: { on: d('2026-03-10'), byRegistry: true } };
const byPerson = { ...known, death: { on: d('2026-03-10'), byRegistry: false } };
const dead = (on: string | null, registeredOn: string | null = '2026-03-19') => ({ death: { on: on === null ? null : d(on), registeredOn: registeredOn === null ? null : d(registeredOn) } });

/** What is to be recorded: kind, and day or value. */
const brief = (before: KnownPerson, answers: Parameters<typeof changesSince>[1], on: OsloDate = today) =>
  changesSince(before, answers, on).map((fact) => `${fact.kind} ${fact.kind === 'protection' ? fact.protection : fact.kind === 'death-withdrawn' ? '' : fact.on}${fact.kind === 'fastlege' ? ` ${fact.status} ${fact.now.hprNumbers.join('+')}` : ''}`.trim());

describe('what a look makes known', () => {
  test.each<[string, KnownPerson, Parameters<typeof changesSince>[1], string[]]>([
    ['nothing new', known, { person: personOf(), gp: gpOf(contractOf([doctor('111', '2024-01-01')])) }, []],
    ['nothing was answered', known, {}, []],
    ['nobody by that number', known, { person: { ...personOf(), value: null } }, []],
    ['dead', known, { person: personOf(dead('2026-03-18')) }, ['death 2026-03-18']],
    ['dead and moved at once', known, { person: personOf({ ...dead('2026-03-18'), address: elsewhere }) }, ['death 2026-03-18', 'moved 2026-03-15']],
    ['dead, and so off the list', known, { person: personOf(dead('2026-03-18')), gp: gpOf(null) }, ['death 2026-03-18']],
    ['known to be dead, and so off the list', byRegistry, { gp: gpOf(null) }, []],
    ['dead on a day that is not known', known, { person: personOf(dead(null)) }, ['death 2026-03-19']],
    ['dead, and no day at all', known, { person: personOf(dead(null, null)) }, ['death 2026-03-20']],
    ['dead tomorrow is dead today', known, { person: personOf(dead('2026-03-21')) }, ['death 2026-03-20']],
    ['the same death again', byRegistry, { person: personOf(dead('2026-03-10')) }, []],
    ['the day of death corrected', byRegistry, { person: personOf(dead('2026-03-09')) }, ['death-corrected 2026-03-09']],
    ['a known day that the registry no longer gives', byRegistry, { person: personOf(dead(null)) }, []],
    ['the death withdrawn', byRegistry, { person: personOf() }, ['death-withdrawn']],
    ['withdrawn, and a new doctor meanwhile', byRegistry, { person: personOf(), gp: gpOf(contractOf([doctor('222', '2026-03-12')])) }, ['death-withdrawn', 'fastlege 2026-03-12 har-fastlege 222']],
    ['a person recorded the death, the registry knows nothing yet', byPerson, { person: personOf() }, []],
    ['a person recorded the death, the registry says another day', byPerson, { person: personOf(dead('2026-03-09')) }, []],
    ['protected', known, { person: personOf({ protection: 'strengtFortrolig' }) }, ['protection strengtFortrolig']],
    ['no longer protected', { ...known, protection: 'fortrolig' }, { person: personOf() }, ['protection ugradert']],
    ['moved', known, { person: personOf({ address: elsewhere }) }, ['moved 2026-03-15']],
    ['moved, no day given', known, { person: personOf({ address: { ...elsewhere, movedOn: null } }) }, ['moved 2026-03-20']],
    ['no address any more', known, { person: personOf({ address: null }) }, ['moved 2026-03-20']],
    ['another move date is no move', known, { person: personOf({ address: { ...home, movedOn: d('2019-01-01') } }) }, []],
    ['the first look tells where she lives, and that is no move', { ...known, address: undefined }, { person: personOf({ address: elsewhere }) }, []],
    ['new doctor', known, { gp: gpOf(contractOf([doctor('222', '2020-01-01')], { from: d('2026-03-01') })) }, ['fastlege 2026-03-01 har-fastlege 222']],
    ['changed twice between looks: the last one, from his day', known, { gp: gpOf(contractOf([doctor('333', '2020-01-01')], { from: d('2026-03-12') })) }, ['fastlege 2026-03-12 har-fastlege 333']],
    ['the doctor sold the list: same list, another doctor', known, { gp: gpOf(contractOf([doctor('222', '2026-02-01')])) }, ['fastlege 2026-02-01 har-fastlege 222']],
    ['gone', known, { gp: gpOf(null) }, ['fastlege 2026-03-20 ingen']],
    ['a list without a doctor', known, { gp: gpOf(contractOf([])) }, ['fastlege 2026-03-20 ingen']],
    ['shared list', known, { gp: gpOf(contractOf([doctor('222', '2026-03-02'), doctor('111', '2024-01-01')], { shared: true })) }, ['fastlege 2026-03-02 fellesliste 111+222']],
    ['one left the shared list: today, the registry does not say when', { ...known, fastlege: { status: 'fellesliste', hprNumbers: ['111', '222'], from: d('2026-02-01') } },
      { gp: gpOf(contractOf([doctor('111', '2024-01-01')], { shared: true })) }, ['fastlege 2026-03-20 fellesliste 111']],
    ['the doctors in another order', { ...known, fastlege: { status: 'fellesliste', hprNumbers: ['111', '222'], from: d('2026-02-01') } },
      { gp: gpOf(contractOf([doctor('222', '2024-01-01'), doctor('111', '2024-01-01')], { shared: true })) }, []],
    ['a stand-in comes', known, { gp: gpOf(contractOf([doctor('111', '2024-01-01'), doctor('444', '2026-03-05', { role: 'vikar', substitutesFor: '111' })])) }, ['fastlege 2026-03-05 har-fastlege 111+444']],
    ['dated back before what is on record: the later counts', { ...known, fastlege: { status: 'ingen', hprNumbers: [], from: d('2026-03-10') } },
      { gp: gpOf(contractOf([doctor('222', '2020-01-01')], { from: d('2026-03-01') })) }, ['fastlege 2026-03-10 har-fastlege 222']],
    ['first look: dated when the pathway began', { ...known, fastlege: null }, { gp: gpOf(contractOf([doctor('111', '2010-01-01')])) }, ['fastlege 2026-01-05 har-fastlege 111']],
    ['first look, and nobody', { ...known, fastlege: null }, { gp: gpOf(null) }, ['fastlege 2026-03-20 ingen']],
    ['older than what we know', known, { person: personOf(dead('2026-03-18'), '2026-03-19T07:59:59.000Z'), gp: gpOf(null, '2026-03-19T08:00:00.000Z') }, []],
    ['one is older, the other newer', known, { person: personOf(dead('2026-03-18'), '2026-03-18T08:00:00.000Z'), gp: gpOf(null) }, ['fastlege 2026-03-20 ingen']],
  ])('%s', (_, before, answers, expected) => expect(brief(before, answers)).toEqual(expected));

  test('the same answers a second time make nothing known, even if they are called newer', () => {
    const later = '2026-03-21T08:00:00.000Z';
    const contract = contractOf([doctor('222', '2026-03-02')], { shared: true });
    const [death] = changesSince(known, { person: personOf(dead('2026-03-18')) }, today);
    const [fastlege] = changesSince(known, { gp: gpOf(contract) }, today);
    if (death?.kind !== 'death' || fastlege?.kind !== 'fastlege') throw new Error('not what was expected');
    expect(brief({ ...known, death: { on: death.on, byRegistry: true } }, { person: personOf(dead('2026-03-18'), later) })).toEqual([]);
    expect(brief({ ...known, fastlege: fastlege.now }, { gp: gpOf(contract, later) }, osloDate('2026-03-21'))).toEqual([]);
  });

  test('each says what happened, and by whom it is known', () => {
    const facts = changesSince(known, { person: personOf({ protection: 'fortrolig', address: elsewhere }), gp: gpOf(contractOf([doctor('222', '2026-03-02'), doctor('111', '2024-01-01')], { shared: true })) }, today);
    expect(facts.map(({ source, asOf, event, sentence }) => ({ source, asOf, event, sentence }))).toEqual([
      { source: 'persontjenesten', asOf: '2026-03-20T08:00:00.000Z', event: null, sentence: 'Pasientens adresse er gradert fortrolig i Folkeregisteret.' },
      { source: 'persontjenesten', asOf: '2026-03-20T08:00:00.000Z', event: null, sentence: 'Pasienten har flyttet, ifølge Folkeregisteret søndag 15. mars 2026.' },
      { source: 'fastlegeregisteret', asOf: '2026-03-20T08:00:00.000Z', event: 'fastlegeEndret', sentence: 'Pasienten står på en fellesliste ved Lia legesenter fra mandag 2. mars 2026: Lege 222 (HPR 222), Lege 111 (HPR 111).' },
    ]);
    // Where somebody with a protected address lives must stand in no sentence.
    expect(JSON.stringify(facts.map(({ sentence }) => sentence))).not.toContain('Nyveien');
  });

  test.each([
    [null, gpOf(contractOf([doctor('111', '2024-01-01')])), 'Pasientens fastlege er Lege 111 (HPR 111) ved Lia legesenter, fra mandag 1. januar 2024.'],
    [known.fastlege, gpOf(contractOf([doctor('222', '2026-02-01', { name: null })], { office: null })), 'Pasienten har fått ny fastlege: lege uten navn i registeret (HPR 222), fra søndag 1. februar 2026.'],
    [known.fastlege, gpOf(null), 'Pasienten står uten fastlege.'],
    [known.fastlege, gpOf(contractOf([])), 'Pasienten står på en fastlegeliste som er uten lege.'],
  ])('sentence about the fastlege %#', (fastlege, gp, sentence) => expect(changesSince({ ...known, fastlege }, { gp }, today)[0]?.sentence).toBe(sentence));
});
