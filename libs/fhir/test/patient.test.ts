import { describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import { accepted, bundle, fnr, FODSELSNUMMER, patientResource, refused, serviceRequest, told } from './support.js';

type Json = Record<string, unknown>;

const D_NUMBER = { system: systems.dNummer, value: '57912075186' };
const SHARED = { system: systems.fellesHjelpenummer, value: '81212121223' };
const LOCAL = { type: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.8327', code: 'HNR' }] }, system: 'HNR', value: '15507600333', assigner: { identifier: { system: systems.organisasjonsnummer, value: '310000000' } } };

const about = (patient: Json) => bundle([serviceRequest({ subject: { reference: 'Patient/kari' } }), Object.fromEntries(Object.entries(patientResource(patient)).filter(([, value]) => value !== undefined))]);

describe('the numbers that a patient may have', () => {
  test.each<[string, Json[], object]>([
    ['D-number', [D_NUMBER], D_NUMBER],
    ['felles hjelpenummer', [SHARED], SHARED],
    ['a hospital’s own hjelpenummer, with the hospital', [LOCAL], { system: 'urn:forlop:hnr:310000000', value: '15507600333' }],
    ['a foreign number', [{ system: 'urn:oid:1.2.208.176.1.2', value: '010101-0101' }], { system: 'urn:oid:1.2.208.176.1.2', value: '010101-0101' }],
    ['fødselsnummer before the others', [{ system: 'urn:x', value: '1' }, LOCAL, SHARED, fnr(FODSELSNUMMER)], fnr(FODSELSNUMMER)],
    ['the present one before a past', [{ ...D_NUMBER, use: 'old' }, SHARED], SHARED],
    ['the present one before one that has ended', [{ ...D_NUMBER, period: { end: '2026-03-31' } }, SHARED], SHARED],
    ['one that ends today', [{ ...D_NUMBER, period: { end: '2026-04-01' } }, SHARED], D_NUMBER],
    ['a D-number sent as a fødselsnummer', [fnr(D_NUMBER.value)], D_NUMBER],
  ])('%s', (_what, identifier, expected) => {
    expect(accepted(about({ identifier, birthDate: undefined })).referral.patient.identifier).toEqual(expected);
  });

  test('no number yet: a newborn is accepted, and it is said', () => {
    const { referral, issues } = accepted(about({ identifier: undefined, name: [{ family: 'Testesen' }], birthDate: '2026-03-20', telecom: undefined, address: undefined }));
    expect(referral.patient).toEqual({ name: { given: '', family: 'Testesen' }, birthDate: '2026-03-20', sex: 'kvinne' });
    expect(told(issues, 'information')).toEqual(['uten-nummer Bundle.entry[0].resource.subject']);
  });

  test('born today is not in the future', () => {
    expect(accepted(bundle([serviceRequest({ extension: undefined, subject: { reference: 'Patient/kari' } }), { resourceType: 'Patient', id: 'kari', birthDate: '2026-04-01' }])).referral.patient).toEqual({ birthDate: '2026-04-01' });
  });

  test('only a name in the reference is accepted with a warning', () => {
    const { referral, issues } = accepted(serviceRequest({ subject: { reference: 'https://epj.example.org/Patient/7', display: 'Kari Prøve Testesen' } }));
    expect(referral.patient).toEqual({ name: { given: 'Kari Prøve', family: 'Testesen' } });
    expect(told(issues, 'warning')).toEqual(['uten-nummer ServiceRequest.subject']);
  });

  test('a local number without its hospital identifies nobody', () => {
    const { referral, issues } = accepted(about({ identifier: [{ ...LOCAL, assigner: { display: 'Utmarka' } }] }));
    expect(referral.patient).not.toHaveProperty('identifier');
    expect(told(issues, 'warning')).toEqual(['uklar-opplysning Bundle.entry[1].resource.identifier[0]']);
  });

  test('an invalid number beside a valid national one is a warning', () => {
    const { referral, issues } = accepted(about({ identifier: [fnr(FODSELSNUMMER), { ...SHARED, value: '81212121224' }] }));
    expect(referral.patient.identifier).toEqual(fnr(FODSELSNUMMER));
    expect(told(issues, 'warning')).toEqual(['ugyldig-hjelpenummer Bundle.entry[1].resource.identifier[1].value']);
  });

  test('an invalid fødselsnummer beside a foreign number is quarantined, and both are kept for whoever looks into it', () => {
    const one = refused(about({ identifier: [{ system: 'urn:x', value: 'A1' }, fnr('12345678901')] }));
    expect(one.reasonCode).toBe('ugyldig-fodselsnummer');
    expect(one.whatWasRead.identifiers.map(({ value }) => value)).toEqual(['A1', '12345678901']);
  });

  test('the referral’s own number and the resource’s are one person’s or nobody’s', () => {
    const message = bundle([serviceRequest({ subject: { reference: 'Patient/kari', identifier: fnr('17912099997') } }), patientResource()]);
    expect(refused(message)).toMatchObject({ reasonCode: 'motstridende-identitet', quarantine: true });
  });
});

describe('birth date', () => {
  test.each<[string, Json, string | undefined, string[]]>([
    ['from the number when it is not stated', { birthDate: undefined }, '2010-04-15', []],
    ['a year only is not used', { identifier: [SHARED], birthDate: '2010' }, undefined, ['ugyldig-dato Bundle.entry[1].resource.birthDate']],
    ['stated counts before a D-number’s', { identifier: [D_NUMBER], birthDate: '2020-11-18' }, '2020-11-18', ['fodselsdato-stemmer-ikke Bundle.entry[1].resource.birthDate']],
    ['stated counts before the century of a fødselsnummer', { birthDate: '1910-04-15' }, '1910-04-15', ['fodselsdato-stemmer-ikke Bundle.entry[1].resource.birthDate']],
  ])('%s', (_what, patient, birthDate, warnings) => {
    const { referral, issues } = accepted(about(patient));
    expect(referral.patient.birthDate).toBe(birthDate);
    expect(told(issues, 'warning')).toEqual(warnings);
  });
});

describe('demographics', () => {
  test.each<[string, Json, object]>([
    ['the official name before others', { name: [{ use: 'nickname', family: 'K' }, { use: 'official', family: 'Testesen', given: ['Kari', 'Marie'] }] }, { name: { given: 'Kari Marie', family: 'Testesen' } }],
    ['a past name only when there is no other', { name: [{ use: 'old', family: 'Før' }, { family: 'Nå' }] }, { name: { given: '', family: 'Nå' } }],
    ['a name in one piece', { name: [{ text: 'Kari Marie Testesen' }] }, { name: { given: 'Kari Marie', family: 'Testesen' } }],
    ['male', { gender: 'male' }, { sex: 'mann' }],
    ['other', { gender: 'other' }, { sex: 'annet' }],
    ['unknown', { gender: 'unknown' }, { sex: 'ukjent' }],
    ['the home address', { address: [{ use: 'work', city: 'Bergen' }, { use: 'home', city: 'Oslo' }] }, { address: { city: 'Oslo' } }],
    ['kode 7', { meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] } }, { protection: 'fortrolig' }],
    ['kode 6', { meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'V' }] } }, { protection: 'strengtFortrolig' }],
    ['both', { meta: { security: ['R', 'V'].map((code) => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code })) } }, { protection: 'strengtFortrolig' }],
  ])('%s', (_what, patient, expected) => {
    expect(accepted(about(patient)).referral.patient).toMatchObject(expected);
  });

  test.each<[string, Json, string]>([
    ['a gender that R4 does not have', { gender: 'K' }, 'ukjent-kode Bundle.entry[1].resource.gender'],
    ['a patient out of use at the sender’s', { active: false }, 'uklar-opplysning Bundle.entry[1].resource.active'],
    ['a patient replaced by another', { link: [{ other: { reference: 'Patient/2' }, type: 'replaced-by' }] }, 'uklar-opplysning Bundle.entry[1].resource.link'],
  ])('%s is a warning', (_what, patient, warning) => {
    expect(told(accepted(about(patient)).issues, 'warning')).toContain(warning);
  });
});
