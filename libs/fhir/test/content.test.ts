import { describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import { accepted, bundle, refused, serviceRequest, told } from './support.js';

type Json = Record<string, unknown>;
const NOTE = 'Økende utmattelse etter infeksjon.';

describe('reasons and text', () => {
  test.each<[string, Json, object]>([
    ['the systems’ other addresses', { reasonCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icpc-2', code: 'A04' }, { system: 'http://hl7.org/fhir/sid/icd-10', code: 'R53' }] }] }, { reasonCodes: [{ system: systems.icpc2, code: 'A04' }, { system: systems.icd10, code: 'R53' }] }],
    ['no reason', { reasonCode: undefined }, { reasonCodes: [], text: NOTE }],
    ['a reason in words', { reasonCode: [{ text: 'Slapp' }] }, { reasonCodes: [], text: `Slapp\n\n${NOTE}` }],
    ['words that only repeat the code’s', { reasonCode: [{ coding: [{ system: 'urn:x', code: '1', display: 'Slapp' }], text: 'Slapp' }] }, { reasonCodes: [{ system: 'urn:x', code: '1', display: 'Slapp' }], text: NOTE }],
    ['the same code twice', { reasonCode: [1, 2].map(() => ({ coding: [{ system: 'urn:x', code: '1' }] })) }, { reasonCodes: [{ system: 'urn:x', code: '1' }] }],
    ['what was asked for', { code: { coding: [{ system: 'urn:x', code: '1', display: 'Utredning' }] } }, { text: `Bestilt: Utredning\n\n${NOTE}` }],
    ['several notes', { note: [{ text: 'En' }, { text: 'To' }] }, { text: 'En\n\nTo' }],
    ['the pathway', { instantiatesUri: ['http://example.org', 'urn:forlop:definition:langvarig-utmattelse'] }, { definition: 'langvarig-utmattelse' }],
    ['a contained condition', { contained: [{ resourceType: 'Condition', id: 'c', subject: { display: 'x' }, code: { coding: [{ system: systems.icd10, code: 'G93.3' }] } }], reasonReference: [{ reference: '#c' }] }, { reasonCodes: [{ system: systems.icpc2, code: 'A04', display: 'Slapphet/tretthet' }, { system: systems.icd10, code: 'G93.3' }] }],
  ])('%s', (_what, change, expected) => {
    expect(accepted(serviceRequest(change)).referral).toMatchObject(expected);
  });

  test('a referral without any text has none', () => {
    expect(accepted(serviceRequest({ note: undefined })).referral).not.toHaveProperty('text');
  });

  test('a code without its system is kept as text, with a warning', () => {
    const { referral, issues } = accepted(serviceRequest({ reasonCode: [{ coding: [{ code: 'A04', display: 'Slapphet' }] }] }));
    expect(referral).toMatchObject({ reasonCodes: [], text: `Slapphet\n\n${NOTE}` });
    expect(told(issues, 'warning')).toEqual(['uklar-opplysning ServiceRequest.reasonCode[0].coding[0]']);
  });

  test('a reason that was not sent along is said, and its name kept', () => {
    const { referral, issues } = accepted(serviceRequest({ reasonReference: [{ reference: 'Condition/9', display: 'Utmattelse' }] }));
    expect(referral.text).toBe(`Utmattelse\n\n${NOTE}`);
    expect(told(issues, 'information')).toEqual(['ikke-lest ServiceRequest.reasonReference[0]']);
  });

  test('a pathway id with other signs is not passed on', () => {
    const { referral, issues } = accepted(serviceRequest({ instantiatesUri: ['urn:forlop:definition:../../x'] }));
    expect(referral).not.toHaveProperty('definition');
    expect(told(issues, 'warning')).toEqual(['uklar-opplysning ServiceRequest.instantiatesUri']);
  });

  test('what is not read is said', () => {
    const { issues } = accepted(serviceRequest({ supportingInfo: [{ display: 'Smittefare' }], occurrencePeriod: { start: '2026-05-01' }, patientInstruction: 'Møt fastende' }));
    expect(told(issues, 'information')).toEqual(['ikke-lest ServiceRequest.occurrence', 'ikke-lest ServiceRequest.supportingInfo', 'ikke-lest ServiceRequest.patientInstruction']);
  });
});

describe('what makes it the same referral', () => {
  const source = (change: Json) => accepted(serviceRequest(change)).referral.source;

  test('the profile’s UUID before other identifiers', () => {
    expect(source({ identifier: [{ system: 'urn:x', value: '1' }, { system: 'http://helsenorge.no/fhir/identifiers/uuid', value: 'u' }] })).toEqual({ kind: 'fhir', system: 'http://helsenorge.no/fhir/identifiers/uuid', id: 'u' });
  });

  test('else the first that has a system and is not past', () => {
    expect(source({ identifier: [{ value: '1' }, { system: 'urn:x', value: '2', use: 'old' }, { system: 'urn:x', value: '3' }] })).toEqual({ kind: 'fhir', system: 'urn:x', id: '3' });
  });

  test('else the address at the sender’s', () => {
    const message = bundle([], { entry: [{ fullUrl: 'https://epj.example.org/fhir/ServiceRequest/17', resource: serviceRequest({ identifier: undefined }) }] });
    expect(accepted(message).referral.source).toEqual({ kind: 'fhir', system: 'https://epj.example.org/fhir/ServiceRequest', id: '17' });
  });

  test('else a digest of the content: the same for the same referral, however it is sent again', () => {
    const first = source({ identifier: undefined, id: 'a' });
    const again = accepted(bundle([{ note: serviceRequest().note, ...serviceRequest({ identifier: undefined, id: 'b', meta: { lastUpdated: '2026-04-01T08:00:00Z' } }) }])).referral.source;
    expect(first).toEqual({ kind: 'fhir', system: 'urn:forlop:innhold-sha256', id: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(again).toEqual(first);
  });

  test.each<[string, Json, Json]>([
    ['an id that two senders use', { id: '1', subject: { display: 'Kari Testesen' } }, { id: '1', subject: { display: 'Ola Testesen' } }],
    ['an identifier without system', { identifier: [{ value: '1' }], note: [{ text: 'En' }] }, { identifier: [{ value: '1' }], note: [{ text: 'To' }] }],
  ])('%s does not make two referrals one', (_what, one, other) => {
    expect(source({ identifier: undefined, ...one })).not.toEqual(source({ identifier: undefined, ...other }));
  });

  test('a quarantined referral has its source, so that the corrected one can be recognised', () => {
    const wrong = refused(serviceRequest({ subject: undefined }));
    expect(wrong.whatWasRead.referral.source).toEqual(source({}));
  });
});
