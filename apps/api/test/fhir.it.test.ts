import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addWorkingDays, calendarById } from '@forlop/calendar';
import { commandsSchema, intakeResultSchema, quarantinePageSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { listening } from './support/listening.js';
import { Client, daysAgo, expected, fodselsnummer, newNumber, problemOf, referralOf, SYSTEM, today, type Answered } from './support/client.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
});
afterAll(() => running.close());

const uuidSystem = 'http://helsenorge.no/fhir/identifiers/uuid';
const mottatt = (date: string) => ({ url: 'http://helsenorge.no/fhir/StructureDefinition/no-mottatt-dato', valueDateTime: date });

function serviceRequest(number: string, parts: object = {}): object {
  return {
    resourceType: 'ServiceRequest',
    identifier: [{ system: uuidSystem, value: randomUUID() }],
    extension: [mottatt(daysAgo(2))],
    status: 'active',
    intent: 'order',
    subject: { identifier: { system: fodselsnummer, value: number } },
    reasonCode: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7170', code: 'A04' }] }],
    ...parts,
  };
}

interface Issue {
  readonly severity: string;
  readonly diagnostics: string;
  readonly details: { readonly coding: readonly { readonly code: string }[] };
  readonly expression?: readonly string[];
}

/** The issues of an OperationOutcome. */
function issuesOf({ headers, body }: Answered): readonly Issue[] {
  expect(headers.get('content-type')).toMatch(/^application\/fhir\+json/);
  const { resourceType, issue } = body as { resourceType: string; issue: Issue[] };
  expect(resourceType).toBe('OperationOutcome');
  return issue;
}
const codesOf = (answered: Answered) => issuesOf(answered).map(({ details }) => details.coding[0]!.code);
const pathwayOf = (answered: Answered) => answered.headers.get('location')!.split('/').at(-1)!;
const quarantined = async () => (await api.get('/quarantine?limit=200', quarantinePageSchema)).rows;
/** Our own number of a quarantined referral, as its sender is told it. */
const numberIn = (answered: Answered) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(issuesOf(answered).at(-1)!.diagnostics)![0];

describe('a good referral', () => {
  test.each(['/fhir/ServiceRequest', '/api/v1/fhir/ServiceRequest'])('begins a pathway at %s', async (path) => {
    const answered = await api.fhir(path, serviceRequest(newNumber()));
    expect([answered.status, codesOf(answered)]).toEqual([201, ['uten-feil', 'created']]);
    const view = await api.view(pathwayOf(answered));
    expect(view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ startOn: daysAgo(2), dueOn: addWorkingDays(calendarById('norge'), daysAgo(2), 10) });
    expect(view.timeline[0]!.actor).toBe(await api.actorOf(SYSTEM));
  });

  test('stands in the patient’s log as written by the system, also when it is kept in quarantine', async () => {
    const written = async (pathwayId: string) => (await running.ledger.accessLog({ pathwayId, outcome: 'wrote' })).rows.map(({ action, basis }) => [action, basis]);
    const taken = await api.fhir('/fhir/ServiceRequest', serviceRequest(newNumber()));
    const kept = await api.fhir('/fhir/ServiceRequest', serviceRequest('12345678901'));
    expect([taken.status, kept.status]).toEqual([201, 422]);
    for (const id of [pathwayOf(taken), numberIn(kept)]) expect(await written(id)).toEqual([['referral.receive', 'system']]);
  });

  test('sent twice, also at the same time, makes one pathway', async () => {
    const request = serviceRequest(newNumber());
    const answers = await Promise.all([1, 2, 3].map(() => api.fhir('/fhir/ServiceRequest', request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(pathwayOf)).size).toBe(1);
    const again = await api.fhir('/fhir/ServiceRequest', request);
    expect([again.status, codesOf(again).at(-1)]).toEqual([200, 'same']);
  });

  test('sent again with another content is a correction, and about another person is kept apart', async () => {
    const [number, identifier] = [newNumber(), [{ system: uuidSystem, value: randomUUID() }]];
    const first = await api.fhir('/fhir/ServiceRequest', serviceRequest(number, { identifier }));
    const changed = await api.fhir('/fhir/ServiceRequest', serviceRequest(number, { identifier, note: [{ text: 'Prøvesvarene er kommet.' }] }));
    expect([changed.status, codesOf(changed).at(-1), pathwayOf(changed)]).toEqual([200, 'corrected', pathwayOf(first)]);
    expect((await api.view(pathwayOf(first))).timeline.at(-1)).toMatchObject({ type: 'henvisningMottatt', text: expect.stringContaining('Prøvesvarene') });
    for (const _ of ['once', 'and once more']) {
      const another = await api.fhir('/fhir/ServiceRequest', serviceRequest(newNumber(), { identifier }));
      expect([another.status, issuesOf(another).at(-1)!.severity]).toEqual([422, 'error']);
      expect(issuesOf(another).at(-1)!.diagnostics).toMatch(/egen identifikator/);
      expect((await api.view(numberIn(another))).step.id).toBe('karantene');
    }
  });

  test('in a Bundle with its patient', async () => {
    const patient = { resourceType: 'Patient', identifier: [{ system: fodselsnummer, value: newNumber() }], name: [{ given: ['Nils'], family: 'Eksempelsen' }] };
    const request = serviceRequest('', { subject: { reference: 'urn:uuid:0198c0de-0000-7000-8000-000000000001' } });
    const answered = await api.fhir('/fhir', { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:uuid:0198c0de-0000-7000-8000-000000000001', resource: patient }, { fullUrl: `urn:uuid:${randomUUID()}`, resource: request }] });
    expect([answered.status, codesOf(answered).at(-1)]).toEqual([201, 'created']);
    expect((await api.view(pathwayOf(answered))).patient.name).toEqual({ given: 'Nils', family: 'Eksempelsen' });
  });

  test('under a key is answered the same again', async () => {
    const [key, request] = [randomUUID(), serviceRequest(newNumber())];
    const first = await api.fhir('/fhir/ServiceRequest', request, { key });
    const second = await api.fhir('/fhir/ServiceRequest', request, { key });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await api.fhir('/fhir/ServiceRequest', serviceRequest(newNumber()), { key });
    expect([other.status, codesOf(other)]).toEqual([422, ['idempotency-conflict']]);
  });
});

describe('what cannot be accepted is kept and watched, and the sender is told why', () => {
  test('an invalid number, as in the profile’s own example', async () => {
    const example = serviceRequest('12345678901', { identifier: [{ system: uuidSystem, value: 'cdeaceeb-4119-42c6-8a3a-b8d495970cb9' }], extension: [] });
    const answered = await api.fhir('/fhir/ServiceRequest', example);
    expect(answered.status).toBe(422);
    expect(issuesOf(answered)).toEqual(expect.arrayContaining([expect.objectContaining({ severity: 'error', details: { coding: [expect.objectContaining({ code: 'ugyldig-fodselsnummer' })] }, expression: [expect.stringMatching(/^ServiceRequest\./)] })]));
    const view = await api.view(numberIn(answered));
    expect(view).toMatchObject({ step: { id: 'karantene' }, patient: { verified: false }, quarantine: { receivedOn: today(), owner: expect.any(String), reasons: expect.arrayContaining([expect.objectContaining({ code: 'ugyldig-fodselsnummer' })]) } });
    expect(view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ startOn: today(), status: 'running' });
    const row = (await quarantined()).find(({ pathwayId }) => pathwayId === view.pathwayId)!;
    const reasons = expect.arrayContaining([expect.objectContaining({ code: 'ugyldig-fodselsnummer', sentence: expect.stringMatching(/\.$/) })]) as never;
    const frister = expect.arrayContaining([expect.objectContaining({ clock: 'FRIST-VURDERING', dueOn: addWorkingDays(calendarById('norge'), today(), 10), status: 'running' })]) as never;
    expect(row.quarantine).toEqual({ receivedOn: today(), owner: 'mottak', reasons, sourceSystem: uuidSystem, frister });
    const again = await api.fhir('/fhir/ServiceRequest', example);
    expect([again.status, numberIn(again)]).toEqual([422, view.pathwayId]);
  });

  test('a test person, where only real ones are wanted', async () => {
    const production = await listening({ ...running.parts, acceptSynthetic: false });
    try {
      const request = serviceRequest(newNumber());
      const answered = await new Client({ ...running, url: production.url }).fhir('/fhir/ServiceRequest', request);
      expect([answered.status, codesOf(answered)]).toEqual([422, ['syntetisk-nummer', 'quarantined']]);
      // The same number is welcome where test persons are.
      const elsewhere = await api.fhir('/fhir/ServiceRequest', { ...request, identifier: [{ system: uuidSystem, value: randomUUID() }] });
      expect(elsewhere.status).toBe(201);
      // Nor in a form, or by way of the quarantine list.
      const there = new Client({ ...running, url: production.url });
      expect(problemOf(await there.post('/referrals', referralOf()))).toMatchObject({ status: 400, errors: [{ path: '/patient/identifier/value', code: 'syntetisk-nummer' }] });
      const released = await there.post(`/quarantine/${numberIn(answered)}/release`, { as: 'accepted', referral: referralOf({ mottattdato: today() }), on: today() });
      expect(problemOf(released)).toMatchObject({ status: 400, errors: [{ path: '/referral/patient/identifier/value', code: 'syntetisk-nummer' }] });
      expect((await there.view(numberIn(answered))).step.id).toBe('karantene');
    } finally {
      await production.close();
    }
  });

  test('mended and sent again, it leaves quarantine with its first day of receipt', async () => {
    const identifier = [{ system: uuidSystem, value: randomUUID() }];
    const refused = await api.fhir('/fhir/ServiceRequest', serviceRequest('15848800056', { identifier }));
    expect(refused.status).toBe(422);
    const mended = await api.fhir('/fhir/ServiceRequest', serviceRequest(newNumber(), { identifier }));
    expect(mended.status).toBe(201);
    expect((await quarantined()).map(({ pathwayId }) => pathwayId)).not.toContain(numberIn(refused));
  });

  test('offers no command that ends the quarantine, and says where that is done', async () => {
    const id = numberIn(await api.fhir('/fhir/ServiceRequest', serviceRequest('15848800056')));
    const release = { allowed: false, refusal: { code: 'release-quarantine' } };
    const { commands } = await api.get(`/pathways/${id}/commands`, commandsSchema);
    expect(commands.find(({ command }) => command === 'los-karantene')).toMatchObject(release);
    expect((await api.view(id)).commands.find(({ command }) => command === 'los-karantene')).toMatchObject(release);
    expect(commands.some(({ allowed }) => allowed)).toBe(true);
    expect(problemOf(await api.post(`/pathways/${id}/commands/los-karantene`, { occurredOn: today(), data: { utfall: 'rettet' } }))).toMatchObject({ status: 409, code: 'release-quarantine' });
  });

  test('or is released by a person, or found to be none', async () => {
    const refuse = async () => numberIn(await api.fhir('/fhir/ServiceRequest', serviceRequest('15848800056')));
    const accepted = await api.post(`/quarantine/${await refuse()}/release`, { as: 'accepted', referral: referralOf({ mottattdato: today() }), on: today() });
    expect(expected(accepted, 200, intakeResultSchema).outcome).not.toBe('quarantined');
    // Whoever releases it may choose the pathway: the referral's reason then does not.
    const chosen = await api.post(`/quarantine/${await refuse()}/release`, { as: 'accepted', referral: referralOf({ mottattdato: today(), definition: 'langvarig-smerte' }), on: today() });
    expect((await api.view(expected(chosen, 200, intakeResultSchema).pathwayId)).regime.definition.id).toBe('langvarig-smerte');
    const id = await refuse();
    expected(await api.post(`/quarantine/${id}/release`, { as: 'discarded', reason: 'Testmelding.', on: today() }), 200, intakeResultSchema);
    expect((await api.view(id)).quarantine!.releasedAt).not.toBeNull();
    expect(problemOf(await api.post(`/quarantine/${id}/release`, { as: 'discarded', reason: 'En gang til.', on: today() }))).toMatchObject({ status: 409, code: 'not-in-quarantine' });
  });

  test.each<[string, string | Buffer]>([
    ['cut off on its way', '{"resourceType": "ServiceRequest", "status": "act'],
    ['not in UTF-8', Buffer.from('{"resourceType":"ServiceRequest","subject":{"display":"Bj\xf8rn"}}', 'latin1')],
  ])('a message %s', async (_, body) => {
    const response = await fetch(`${api.url}/fhir/ServiceRequest`, { method: 'POST', body: body as string, headers: { 'Content-Type': 'application/fhir+json', Authorization: `Bearer ${await running.systemToken()}` } });
    const answered = { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
    expect([answered.status, codesOf(answered)]).toEqual([400, ['ugyldig-json', 'quarantined']]);
    expect((await api.view(numberIn(answered))).quarantine).toMatchObject({ receivedOn: today() });
  });

  test('one of two in a Bundle: the good one is taken in, and each is told of', async () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: serviceRequest(newNumber()) }, { resource: serviceRequest('15848800056') }] };
    const answered = await api.fhir('/fhir', bundle);
    expect([answered.status, codesOf(answered)]).toEqual([422, expect.arrayContaining(['created', 'quarantined', 'ugyldig-fodselsnummer'])]);
    expect(answered.headers.get('location')).toBeNull();
  });

  test('a resource that is no referral is refused and not kept', async () => {
    const before = (await quarantined()).length;
    const answered = await api.fhir('/fhir', { resourceType: 'Patient' });
    expect([answered.status, codesOf(answered)]).toEqual([422, ['ikke-henvisning']]);
    expect((await quarantined()).length).toBe(before);
  });
});
