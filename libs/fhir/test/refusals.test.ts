import { describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import { reasons, type ReasonCode } from '../src/index.js';
import { bundle, dateExtension, fnr, FODSELSNUMMER, OTHER_FODSELSNUMMER, patientResource, read, refused, serviceRequest, told } from './support.js';

type Change = Record<string, unknown>;

/** One change to a good referral, the reason it is refused for, and the element that the sender is shown. */
const table: readonly [what: string, change: Change, reason: ReasonCode, expression: string][] = [
  ['no status', { status: undefined }, 'ugyldig-struktur', 'ServiceRequest.status'],
  ['status draft', { status: 'draft' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['status on-hold', { status: 'on-hold' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['status revoked', { status: 'revoked' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['status completed', { status: 'completed' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['status entered-in-error', { status: 'entered-in-error' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['status unknown', { status: 'unknown' }, 'ikke-aktiv', 'ServiceRequest.status'],
  ['a status that R4 does not have', { status: 'aktiv' }, 'ukjent-kode', 'ServiceRequest.status'],
  ['a status with the name of an object’s own property', { status: 'constructor' }, 'ukjent-kode', 'ServiceRequest.status'],
  ['a status that is a number', { status: 1 }, 'ugyldig-struktur', 'ServiceRequest.status'],
  ['no intent', { intent: undefined }, 'ugyldig-struktur', 'ServiceRequest.intent'],
  ['intent plan', { intent: 'plan' }, 'ikke-bestilling', 'ServiceRequest.intent'],
  ['intent proposal', { intent: 'proposal' }, 'ikke-bestilling', 'ServiceRequest.intent'],
  ['intent original-order', { intent: 'original-order' }, 'ikke-bestilling', 'ServiceRequest.intent'],
  ['an intent that R4 does not have', { intent: 'bestilling' }, 'ukjent-kode', 'ServiceRequest.intent'],
  ['doNotPerform', { doNotPerform: true }, 'skal-ikke-utfores', 'ServiceRequest.doNotPerform'],
  ['doNotPerform as a text', { doNotPerform: 'true' }, 'ugyldig-struktur', 'ServiceRequest.doNotPerform'],
  ['an unknown priority', { priority: 'fort' }, 'ukjent-kode', 'ServiceRequest.priority'],
  ['no subject', { subject: undefined }, 'mangler-pasient', 'ServiceRequest.subject'],
  ['a subject that is a text', { subject: 'Kari' }, 'ugyldig-struktur', 'ServiceRequest.subject'],
  ['a subject that was not sent along', { subject: { reference: 'Patient/1' } }, 'ukjent-pasient', 'ServiceRequest.subject'],
  ['a subject that is a group', { subject: { reference: 'Group/1', display: 'Alle' } }, 'ukjent-pasient', 'ServiceRequest.subject'],
  ['a subject of another type', { subject: { type: 'Device', identifier: { system: 'urn:x', value: '1' } } }, 'ukjent-pasient', 'ServiceRequest.subject'],
  ['a wrong fødselsnummer', { subject: { identifier: fnr('12345678901') } }, 'ugyldig-fodselsnummer', 'ServiceRequest.subject.identifier.value'],
  ['a wrong D-number', { subject: { identifier: { system: systems.dNummer, value: '57912075187' } } }, 'ugyldig-d-nummer', 'ServiceRequest.subject.identifier.value'],
  ['a wrong hjelpenummer', { subject: { identifier: { system: systems.fellesHjelpenummer, value: '81212121224' } } }, 'ugyldig-hjelpenummer', 'ServiceRequest.subject.identifier.value'],
  ['mottattdato tomorrow', { extension: [dateExtension('mottattdato', '2026-04-02')] }, 'dato-i-framtiden', 'ServiceRequest.extension[0].value'],
  ['mottattdato tomorrow in Norway', { extension: [dateExtension('mottattdato', '2026-04-01T22:00:00Z')] }, 'dato-i-framtiden', 'ServiceRequest.extension[0].value'],
  ['ansiennitetsdato tomorrow', { extension: [dateExtension('ansiennitetsdato', '2026-04-02')] }, 'dato-i-framtiden', 'ServiceRequest.extension[0].value'],
  ['vurdert tomorrow', { extension: [dateExtension('vurdertDato', '2026-04-02')] }, 'dato-i-framtiden', 'ServiceRequest.extension[0].value'],
  ['written tomorrow', { authoredOn: '2026-04-02' }, 'dato-i-framtiden', 'ServiceRequest.authoredOn'],
  ['mottattdato before the birth', { extension: [dateExtension('mottattdato', '2010-04-14')] }, 'dato-for-fodsel', 'ServiceRequest.extension[0].value'],
  ['a frist before the birth', { extension: [dateExtension('fristForHelsehjelp', '2010-04-14')] }, 'dato-for-fodsel', 'ServiceRequest.extension[0].value'],
  ['written before the birth', { authoredOn: '2010-04-14' }, 'dato-for-fodsel', 'ServiceRequest.authoredOn'],
  ['mottattdato without a day', { extension: [dateExtension('mottattdato', '2026-03')] }, 'ugyldig-dato', 'ServiceRequest.extension[0].value'],
  ['mottattdato on 30 February', { extension: [dateExtension('mottattdato', '2026-02-30')] }, 'ugyldig-dato', 'ServiceRequest.extension[0].value'],
  ['mottattdato at a time without a zone', { extension: [dateExtension('mottattdato', '2026-03-20T10:00:00')] }, 'ugyldig-dato', 'ServiceRequest.extension[0].value'],
  ['mottattdato that is a number', { extension: [dateExtension('mottattdato', 20260320)] }, 'ugyldig-struktur', 'ServiceRequest.extension[0].value'],
  ['mottattdato without a value', { extension: [{ url: dateExtension('mottattdato', '').url, valueString: '2026-03-20' }] }, 'ugyldig-dato', 'ServiceRequest.extension[0]'],
  ['two different mottattdato', { extension: [dateExtension('mottattdato', '2026-03-20'), dateExtension('mottattdato', '2026-03-21')] }, 'flere-verdier', 'ServiceRequest.extension[1].value'],
  ['extension that is not a list', { extension: dateExtension('mottattdato', '2026-03-20') }, 'ugyldig-struktur', 'ServiceRequest.extension'],
  ['a receiver with a wrong number', { performer: [{ identifier: { system: systems.organisasjonsnummer, value: '123456784' } }] }, 'ugyldig-mottaker', 'ServiceRequest.performer[0].identifier.value'],
  ['an element that R4 does not have', { mottattdato: '2026-03-20' }, 'ugyldig-struktur', 'ServiceRequest.mottattdato'],
  ['an element that R4 has elsewhere, of a wrong type', { bodySite: 'kne' }, 'ugyldig-struktur', 'ServiceRequest.bodySite'],
  ['null', { encounter: null }, 'ugyldig-struktur', 'ServiceRequest.encounter'],
  ['two kinds of occurrence', { occurrenceDateTime: '2026-05-01', occurrencePeriod: { start: '2026-05-01' } }, 'ugyldig-struktur', 'ServiceRequest'],
  ['an extension that must be understood', { modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }, 'ukjent-modifikator', 'ServiceRequest.modifierExtension'],
  ['rules that must be understood', { implicitRules: 'http://example.org/rules' }, 'ukjent-modifikator', 'ServiceRequest.implicitRules'],
  ['a name longer than any name', { subject: { display: `Kari ${'a'.repeat(2000)}` } }, 'ugyldig-struktur', 'ServiceRequest'],
];

test.each(table)('%s is quarantined', (_what, change, reason, expression) => {
  const one = refused(serviceRequest(change));
  expect(told(one.issues, 'error')).toContain(`${reason} ${expression}`);
  expect(one).toMatchObject({ path: 'ServiceRequest', reasonCode: reason, quarantine: true });
  expect(one.whatWasRead).toMatchObject({ receivedAt: '2026-03-31T22:30:00Z', receivedOn: '2026-04-01' });
});

/** Faults of a Patient that is sent along. */
const patients: readonly [what: string, change: Change, reason: ReasonCode, expression: string][] = [
  ['born tomorrow', { identifier: undefined, birthDate: '2026-04-02' }, 'dato-i-framtiden', 'Bundle.entry[1].resource.birthDate'],
  ['born on a day that does not exist', { birthDate: '2010-02-30' }, 'ugyldig-dato', 'Bundle.entry[1].resource.birthDate'],
  ['another birth date than the number’s', { birthDate: '2010-04-16' }, 'fodselsdato-stemmer-ikke', 'Bundle.entry[1].resource.birthDate'],
  ['dead', { deceasedBoolean: true }, 'pasienten-er-dod', 'Bundle.entry[1].resource.deceased'],
  ['dead on a date', { deceasedDateTime: '2026-03-01' }, 'pasienten-er-dod', 'Bundle.entry[1].resource.deceased'],
  ['two fødselsnummer at once', { identifier: [fnr(FODSELSNUMMER), fnr(OTHER_FODSELSNUMMER)] }, 'motstridende-identitet', 'Bundle.entry[1].resource.identifier[0]'],
  ['an element that R4 does not have', { navn: 'Kari' }, 'ugyldig-struktur', 'Bundle.entry[1].resource.navn'],
  ['an extension that must be understood', { modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }, 'ukjent-modifikator', 'Bundle.entry[1].resource.modifierExtension'],
];

test.each(patients)('a patient %s: quarantined', (_what, change, reason, expression) => {
  const patient = Object.fromEntries(Object.entries(patientResource(change)).filter(([, value]) => value !== undefined));
  const one = refused(bundle([serviceRequest({ subject: { reference: 'Patient/kari' } }), patient]));
  expect(told(one.issues, 'error')).toContain(`${reason} ${expression}`);
  expect(one).toMatchObject({ path: 'Bundle.entry[0].resource', reasonCode: reason, quarantine: true });
});

test('every fault is told at once', () => {
  const one = refused(serviceRequest({ status: 'draft', intent: 'plan', subject: { identifier: fnr('12345678901') }, priority: 'fort' }));
  expect(one.reasonCodes).toEqual(['ikke-aktiv', 'ikke-bestilling', 'ugyldig-fodselsnummer', 'ukjent-kode']);
});

test('a test person is refused where only real persons are wanted', () => {
  expect(refused(serviceRequest(), { acceptSynthetic: false })).toMatchObject({ reasonCode: 'syntetisk-nummer', quarantine: true });
});

test('a number under the rule of 2032 is refused before it and accepted from the day', () => {
  const request = serviceRequest({ subject: { identifier: fnr('01820099814') }, extension: undefined });
  expect(refused(request).reasonCode).toBe('ugyldig-fodselsnummer');
  expect(read(request, { receivedAt: '2032-01-01T08:00:00+01:00', today: '2032-01-01' as never }).referrals).toHaveLength(1);
});

describe('what is not a referral', () => {
  test.each<[string, unknown, ReasonCode, boolean]>([
    ['a Patient', patientResource(), 'ikke-henvisning', false],
    ['an Observation', { resourceType: 'Observation' }, 'ikke-henvisning', false],
    ['a Bundle of patients', bundle([patientResource()]), 'ingen-henvisning', false],
    ['an empty Bundle', bundle([]), 'ingen-henvisning', false],
    ['null', null, 'ugyldig-json', false],
    ['a text', 'ServiceRequest', 'ugyldig-json', false],
    ['an empty list', [], 'ugyldig-json', false],
    ['a misspelt type', { ...serviceRequest(), resourceType: 'ServiceReqest' }, 'ukjent-ressurstype', true],
    ['no type', { ...serviceRequest(), resourceType: undefined }, 'ukjent-ressurstype', true],
    ['a type that is not a text', { ...serviceRequest(), resourceType: 7 }, 'ukjent-ressurstype', true],
    ['a list of referrals', [serviceRequest()], 'ukjent-ressurstype', true],
    ['an object without anything', {}, 'ukjent-ressurstype', true],
  ])('%s', (_what, json, reason, quarantine) => {
    expect(refused(json)).toMatchObject({ reasonCode: reason, quarantine });
  });

  test('what may have been meant as a referral is read as far as it goes', () => {
    const { whatWasRead, reasonCodes } = refused({ ...serviceRequest(), resourceType: 'ServiceReqest' });
    expect(reasonCodes).toEqual(['ukjent-ressurstype']);
    expect(whatWasRead.referral).toMatchObject({ patient: { identifier: fnr(FODSELSNUMMER) }, mottattdato: '2026-03-20', text: 'Økende utmattelse etter infeksjon.' });
  });

  test('how it differs from a referral is not held against it', () => {
    expect(refused({ resourceType: 'Henvisning', subject: 5, extension: 'x' }).reasonCodes).toEqual(['ukjent-ressurstype']);
  });

  test('JSON deeper than any resource', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    expect(refused(serviceRequest({ note: deep }))).toMatchObject({ reasonCode: 'for-dypt', quarantine: true });
  });
});

test.each(Object.entries(reasons).filter(([code]) => code !== 'uten-feil'))('%s says what the sender should do', (_code, { advice }) => {
  expect(advice).toMatch(/^[A-ZÆØÅ].*\.$/);
});
