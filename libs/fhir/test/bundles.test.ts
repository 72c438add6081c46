import { describe, expect, test } from '@jest/globals';
import { systems } from '@forlop/contracts';
import { accepted, bundle, fnr, FODSELSNUMMER, ORGANISASJONSNUMMER, patientResource, read, refused, RESH_ID, serviceRequest, told } from './support.js';

type Json = Record<string, unknown>;
const KARI = { given: 'Kari Prøve', family: 'Testesen' };

/** A Bundle with a referral whose subject is `reference`, and one patient under `fullUrl`. */
function withPatient(reference: Json, fullUrl?: string, requestUrl?: string): Json {
  const entry = (resource: Json, url?: string) => ({ ...(url && { fullUrl: url }), resource });
  return bundle([], { entry: [entry(serviceRequest({ subject: reference }), requestUrl), entry(patientResource(), fullUrl)] });
}

describe('how a subject is found in the Bundle', () => {
  test.each<[string, Json]>([
    ['by fullUrl', withPatient({ reference: 'urn:uuid:0b6cd4a5-52a4-4c1a-9c0d-3f7f9d1a1b11' }, 'urn:uuid:0b6cd4a5-52a4-4c1a-9c0d-3f7f9d1a1b11')],
    ['by absolute address', withPatient({ reference: 'https://epj.example.org/fhir/Patient/kari' }, 'https://epj.example.org/fhir/Patient/kari')],
    ['by absolute address of a version', withPatient({ reference: 'https://epj.example.org/fhir/Patient/kari/_history/2' }, 'https://epj.example.org/fhir/Patient/kari')],
    ['relative to its own address', withPatient({ reference: 'Patient/kari' }, 'https://epj.example.org/fhir/Patient/kari', 'https://epj.example.org/fhir/ServiceRequest/1')],
    ['by type and id', withPatient({ reference: 'Patient/kari' })],
    ['by logical identifier', withPatient({ type: 'Patient', identifier: fnr(FODSELSNUMMER) })],
    ['by conditional reference', withPatient({ reference: `Patient?identifier=${encodeURIComponent(systems.fodselsnummer)}|${FODSELSNUMMER}` })],
    ['contained', serviceRequest({ contained: [{ ...patientResource(), meta: undefined, id: 'p' }].map(({ meta: _meta, ...patient }) => patient), subject: { reference: '#p' } })],
  ])('%s', (_how, message) => {
    const { referral } = accepted(message);
    expect(referral.patient).toMatchObject({ identifier: fnr(FODSELSNUMMER), name: KARI, birthDate: '2010-04-15' });
  });

  test('two patients with one id under different addresses are told apart by the referral’s own', () => {
    const message = bundle([], {
      entry: [
        { fullUrl: 'https://b.example.org/fhir/ServiceRequest/1', resource: serviceRequest({ subject: { reference: 'Patient/kari' } }) },
        { fullUrl: 'https://a.example.org/fhir/Patient/kari', resource: patientResource({ name: [{ family: 'Feil' }] }) },
        { fullUrl: 'https://b.example.org/fhir/Patient/kari', resource: patientResource() },
      ],
    });
    expect(accepted(message).referral.patient.name).toEqual(KARI);
  });

  test('two patients that cannot be told apart are nobody', () => {
    const message = bundle([serviceRequest({ subject: { reference: 'Patient/kari' } }), patientResource(), patientResource()]);
    expect(refused(message).reasonCode).toBe('ukjent-pasient');
  });

  test('a conditional reference names the patient even when nothing else was sent', () => {
    const request = serviceRequest({ subject: { reference: `Patient?identifier=${systems.fodselsnummer}|${FODSELSNUMMER}` } });
    expect(accepted(request).referral.patient.identifier).toEqual(fnr(FODSELSNUMMER));
  });

  test('a reference that cannot be decoded is no reference', () => {
    expect(refused(serviceRequest({ subject: { reference: 'Patient?identifier=%E0%A4%A|1' } })).reasonCode).toBe('ukjent-pasient');
  });
});

describe('Bundle types', () => {
  test.each(['transaction', 'batch', 'collection', 'message', 'searchset'])('%s is read', (type) => {
    expect(accepted(bundle([serviceRequest()], { type })).referral.patient.identifier).toEqual(fnr(FODSELSNUMMER));
  });

  test.each([['history'], ['document'], ['transaction-response'], ['batch-response'], ['samling'], [undefined]])('%s is quarantined', (type) => {
    expect(refused(bundle([serviceRequest()], { type }))).toMatchObject({ reasonCode: 'feil-bundletype', quarantine: true, whatWasRead: { referral: { mottattdato: '2026-03-20' } } });
  });
});

describe('a batch', () => {
  const good = (value: string) => serviceRequest({ identifier: [{ system: 'urn:x', value }] });
  const message = bundle([good('1'), serviceRequest({ status: 'draft' }), patientResource(), { resourceType: 'Observation' }, good('2'), { resourceType: 'Henvisning' }], { type: 'batch' });

  test('goes on after a bad entry', () => {
    const { referrals, refused: others } = read(message);
    expect(referrals.map(({ path, referral }) => [path, referral.source.id])).toEqual([
      ['Bundle.entry[0].resource', '1'],
      ['Bundle.entry[4].resource', '2'],
    ]);
    expect(others.map(({ path, reasonCode, quarantine }) => [path, reasonCode, quarantine])).toEqual([
      ['Bundle.entry[1].resource', 'ikke-aktiv', true],
      ['Bundle.entry[5].resource', 'ukjent-ressurstype', true],
    ]);
  });

  test('tells of each entry what was found, in order, and only remarks on one of another type', () => {
    const issues = read(message).outcome.issue.map(({ severity, code, expression }) => [severity, code, expression?.[0]]);
    expect(issues).toEqual([
      ['error', 'business-rule', 'Bundle.entry[1].resource.status'],
      ['error', 'structure', 'Bundle.entry[5].resource'],
      ['information', 'not-supported', 'Bundle.entry[3].resource'],
    ]);
  });
});

describe('malformed Bundles lose no referral', () => {
  test.each<[string, Json, string, string]>([
    ['entry that is not a list', bundle([], { entry: { resource: serviceRequest() } }), 'ugyldig-struktur', 'Bundle.entry.resource'],
    ['a referral that is not in entry.resource', bundle([], { entry: [serviceRequest()] }), 'ugyldig-struktur', 'Bundle.entry[0]'],
    ['a list as a resource', bundle([], { entry: [{ resource: [serviceRequest()] }] }), 'ukjent-ressurstype', 'Bundle.entry[0].resource'],
  ])('%s', (_what, message, reasonCode, path) => {
    expect(refused(message)).toMatchObject({ reasonCode, path, quarantine: true });
  });

  test('a Bundle in a Bundle is read, but not without end', () => {
    const inside = (levels: number): Json => (levels === 0 ? serviceRequest() : bundle([inside(levels - 1)]));
    expect(accepted(inside(3)).path).toBe('Bundle.entry[0].resource.entry[0].resource.entry[0].resource');
    expect(refused(inside(4))).toMatchObject({ reasonCode: 'for-dypt', quarantine: true });
  });

  test('an entry without a resource is nothing', () => {
    const message = bundle([], { entry: [{ request: { method: 'DELETE', url: 'Patient/1' } }, { resource: serviceRequest() }] });
    expect(read(message)).toMatchObject({ referrals: [{ path: 'Bundle.entry[1].resource' }], refused: [] });
  });
});

describe('referrer and receiver', () => {
  const organisation = (system: string, value: string, name: string) => ({ resourceType: 'Organization', id: 'o', identifier: [{ system, value }], name });

  test.each<[string, Json[], Json, object]>([
    ['logical references', [], { requester: { identifier: { system: systems.hprNumber, value: '9144889' }, display: 'Lege Legesen' } }, { referrer: { hpr: '9144889', name: 'Lege Legesen' } }],
    ['only a name', [], { requester: { display: 'Lege Legesen' } }, { referrer: { name: 'Lege Legesen' } }],
    ['an organisation that refers', [organisation(systems.herId, '8094866', 'Legekontoret')], { requester: { reference: 'Organization/o' } }, { referrer: { organisation: { system: systems.herId, value: '8094866', name: 'Legekontoret' } } }],
    ['a receiver by logical reference', [], { performer: [{ identifier: { system: systems.reshId, value: RESH_ID }, display: 'Barneavdelingen' }] }, { receiver: { system: systems.reshId, value: RESH_ID, name: 'Barneavdelingen' } }],
    ['the organisation before the person', [organisation(systems.organisasjonsnummer, ORGANISASJONSNUMMER, 'Sykehuset')], { performer: [{ display: 'Dr. Dag' }, { reference: 'Organization/o' }] }, { receiver: { system: systems.organisasjonsnummer, value: ORGANISASJONSNUMMER, name: 'Sykehuset' } }],
    ['a receiver by name only', [], { performer: [{ display: 'Dr. Dag' }] }, { receiver: { name: 'Dr. Dag' } }],
    [
      'the provider of a service',
      [{ resourceType: 'HealthcareService', id: 's', name: 'Poliklinikken', providedBy: { reference: 'Organization/o' } }, organisation(systems.reshId, RESH_ID, 'Sykehuset')],
      { performer: [{ reference: 'HealthcareService/s' }] },
      { receiver: { system: systems.reshId, value: RESH_ID, name: 'Sykehuset' } },
    ],
  ])('%s', (_what, resources, change, expected) => {
    const { referral, issues } = accepted(bundle([serviceRequest(change), ...resources]));
    expect(referral).toMatchObject(expected);
    expect(issues).toEqual([]);
  });

  test('an invalid HPR number is a warning, and is not passed on', () => {
    const { referral, issues } = accepted(serviceRequest({ requester: { identifier: { system: systems.hprNumber, value: 'HPR 12' }, display: 'Lege Legesen' } }));
    expect(referral.referrer).toEqual({ name: 'Lege Legesen' });
    expect(told(issues, 'warning')).toEqual(['ugyldig-henviser ServiceRequest.requester.identifier.value']);
  });

  test('several receivers: the first counts, and it is said', () => {
    const to = (value: string) => ({ identifier: { system: systems.reshId, value } });
    const { referral, issues } = accepted(serviceRequest({ performer: [to('4200001'), to('4200002')] }));
    expect(referral.receiver).toMatchObject({ value: '4200001' });
    expect(told(issues, 'warning')).toEqual(['uklar-opplysning ServiceRequest.performer']);
  });
});
