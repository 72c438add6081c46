import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  accessLogPageSchema, carriedOutSchema, erasureHoldSchema, erasureHoldsSchema, erasureObstaclesSchema, erasureRequestedSchema, erasuresSchema, liftedHoldSchema, pathwayViewSchema, recordedSchema, retentionDueSchema,
  searchPageSchema, withdrawnErasureSchema,
} from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, fodselsnummer, newNumber, problemOf, referralOf, today, type Answered } from './support/client.js';
import { newHouse, newPerson, personToken, type House } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
let here: Readonly<Record<'coordinator' | 'clinician' | 'administrator', string>>;
let elsewhere: typeof here;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
  here = await staff('her', running.house);
  elsewhere = await staff('der', await newHouse(running.ledger, 'Et annet sykehus'));
});
afterAll(() => running?.close());

/** One of each, who is nothing else; the administrator holds for the whole house. */
async function staff(name: string, house: House): Promise<typeof here> {
  const tokenOf = async (role: keyof typeof here) => personToken(running.issuer, await newPerson(running.ledger, `${role}-${name}`, house, [role]));
  return { coordinator: await tokenOf('coordinator'), clinician: await tokenOf('clinician'), administrator: await tokenOf('administrator') };
}

const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const ask = (id: string, token = here.coordinator, legalBasis = 'patients-demand') => api.post(`/pathways/${id}/erasures`, { legalBasis, reason: 'Krav etter § 43, vurdert av journalansvarlig.' }, as(token));
const carryOut = (erasure: string, token = here.administrator) => api.post(`/erasures/${erasure}/carry-out`, undefined, as(token));
const read = (path: string, token: string): Promise<Answered> => api.send('GET', `/api/v1${path}`, undefined, as(token));

interface Ended {
  readonly id: string;
  readonly number: string;
  readonly family: string;
}

let serial = 0;
/** A patient who is found by number and by a name of her own, and whose pathway is over. */
async function endedPathway(): Promise<Ended> {
  const [number, family] = [newNumber(), `Sletteskog${'abcdefghij'[serial++]}`];
  const id = await api.refer(referralOf({ patient: { identifier: { system: fodselsnummer, value: number }, name: { given: 'Kari', family } } }));
  expected(await api.post(`/pathways/${id}/facts`, { facts: [{ type: 'vurdert', occurredOn: today(), data: { utfall: 'rett' } }, { type: 'pasientDod', occurredOn: today() }] }), 200, recordedSchema);
  return { id, number, family };
}

async function hits({ number, family }: Ended): Promise<number> {
  const found = async (body: object) => expected(await api.send('POST', '/api/v1/search', body, as(here.coordinator)), 200, searchPageSchema).hits.length;
  return (await found({ identifier: { value: number } })) + (await found({ name: family }));
}

describe('an erasure, from the wish to the end', () => {
  let patient: Ended;
  let erasure: string;

  test('is asked for by a coordinator, and waits', async () => {
    patient = await endedPathway();
    expect(await hits(patient)).toBe(2);
    const first = expected(await ask(patient.id), 201, erasureRequestedSchema);
    expect(first).toMatchObject({ outcome: 'requested', pathwayId: patient.id, obstacles: [] });
    erasure = first.id;
    expect(expected(await ask(patient.id), 200, erasureRequestedSchema)).toMatchObject({ outcome: 'waiting', id: erasure });
  });

  test('is listed with its reason for those who see the patient, and with ids alone for the administrator; of another hospital’s it does not exist', async () => {
    const rows = async (token: string) => expected(await read('/erasures?state=open', token), 200, erasuresSchema).rows.filter(({ id }) => id === erasure);
    expect(await rows(here.coordinator)).toMatchObject([{ pathwayId: patient.id, reason: 'Krav etter § 43, vurdert av journalansvarlig.', state: 'open' }]);
    expect(await rows(here.administrator)).toMatchObject([{ pathwayId: patient.id, reason: null }]);
    expect(await rows(elsewhere.coordinator)).toEqual([]);
    expect(expected(await read(`/erasures/${erasure}/obstacles`, here.administrator), 200, erasureObstaclesSchema).obstacles).toEqual([]);
    for (const answer of [await read(`/erasures/${erasure}/obstacles`, elsewhere.coordinator), await api.write('DELETE', `/erasures/${erasure}`, undefined, as(elsewhere.coordinator))]) {
      expect(problemOf(answer)).toMatchObject({ status: 404, code: 'unknown-erasure' });
    }
    expect(problemOf(await ask(patient.id, elsewhere.coordinator))).toMatchObject({ status: 404, code: 'unknown-pathway' });
  });

  test('is carried out by someone else, and nothing that led to her does any longer', async () => {
    const key = randomUUID();
    const sent = { key, ...as(here.administrator) };
    const entry = expected(await api.post(`/erasures/${erasure}/carry-out`, undefined, sent), 200, carriedOutSchema);
    expect(entry).toMatchObject({ erasureId: erasure, pathwayIds: [patient.id], legalBasis: 'patients-demand' });
    expect(entry.requestedBy).not.toBe(entry.carriedOutBy);
    const again = await api.post(`/erasures/${erasure}/carry-out`, undefined, sent);
    expect([again.body, again.headers.get('Idempotency-Replayed')]).toEqual([entry, 'true']);

    expect(await hits(patient)).toBe(0);
    const view = expected(await read(`/pathways/${patient.id}`, here.coordinator), 200, pathwayViewSchema);
    expect(view).toMatchObject({ mode: 'historical', patient: { name: null, identifier: null, birthDate: null, erased: true } });
    expect(JSON.stringify(view)).not.toContain(patient.family);
    expect(problemOf(await read(`/pathways/${patient.id}`, elsewhere.coordinator))).toMatchObject({ status: 404 });
    expect(problemOf(await read(`/pathways/${patient.id}`, here.administrator))).toMatchObject({ status: 403 });
    const gone = [
      ask(patient.id),
      api.post(`/pathways/${patient.id}/holds`, { reason: 'Klage.' }, as(here.clinician)),
      api.write('PUT', `/pathways/${patient.id}/contacts/fastlege`, { name: 'Lege', email: 'lege@prove.example' }, as(here.coordinator)),
      api.post(`/pathways/${patient.id}/facts`, { facts: [{ type: 'klagegrunnKjent', occurredOn: today(), text: 'Noe om henne.' }] }, as(here.coordinator)),
      carryOut(erasure),
    ];
    for (const answer of await Promise.all(gone)) expect(problemOf(answer).status).toBe(410);
  });

  test('leaves chains and lists whole, and her workflow is told to end', async () => {
    expect((await running.ledger.verify()).differences).toEqual([]);
    expect((await running.ledger.verifyAccessLog()).differences).toEqual([]);
    // As the relay: asked again while a transaction of anybody's is open.
    const told = async () => (await running.ledger.unsent(500)).map(({ pathwayId }) => pathwayId);
    for (let left = 600; left > 0 && !(await told()).includes(patient.id); left--) await new Promise((done) => setTimeout(done, 100));
    expect(await told()).toContain(patient.id);
    expect(await running.ledger.advance(patient.id, new Date().toISOString())).toMatchObject({ finished: true, mode: 'historical', openObligations: [] });
  });

  test('stands in the patient’s log: who asked, and who carried it out', async () => {
    const { rows } = expected(await read(`/pathways/${patient.id}/access-log?limit=200`, here.coordinator), 200, accessLogPageSchema);
    const done = rows.filter(({ outcome, action }) => outcome === 'wrote' && action.startsWith('erasure.')).map(({ action, role }) => [action, role]);
    expect(done).toEqual(expect.arrayContaining([['erasure.request', 'coordinator'], ['erasure.carry-out', 'administrator']]));
  });
});

describe('what is refused', () => {
  test('a pathway that is not over, with a sentence for each obstacle', async () => {
    const id = await api.refer();
    const asked = expected(await ask(id), 201, erasureRequestedSchema);
    expect(asked.obstacles).toMatchObject([{ code: 'live', pathwayId: id }]);
    expect(problemOf(await carryOut(asked.id))).toMatchObject({ status: 409, code: 'obstacles', detail: 'Pasienten kan ikke slettes nå. Forløpet er ikke avsluttet.', errors: [{ code: 'live' }] });
    expect((await api.view(id)).patient.erased).toBe(false);
  });

  test('the same person', async () => {
    const { id } = await endedPathway();
    // The one who is both coordinator and administrator.
    const asked = expected(await api.post(`/pathways/${id}/erasures`, { legalBasis: 'order', reason: 'Pålegg.' }), 201, erasureRequestedSchema);
    expect(problemOf(await api.post(`/erasures/${asked.id}/carry-out`, undefined))).toMatchObject({ status: 403, code: 'same-person' });
    expect((await api.view(id)).patient.erased).toBe(false);
  });

  test('one that is withdrawn, or that nobody asked for', async () => {
    const { id } = await endedPathway();
    const asked = expected(await ask(id), 201, erasureRequestedSchema);
    expected(await api.write('DELETE', `/erasures/${asked.id}`, undefined, as(here.coordinator)), 200, withdrawnErasureSchema);
    expect(problemOf(await carryOut(asked.id))).toMatchObject({ status: 409, code: 'withdrawn' });
    for (const unknown of [randomUUID(), 'tull']) expect(problemOf(await carryOut(unknown))).toMatchObject({ status: 404, code: 'unknown-erasure' });
  });

  test('a record that somebody holds, until a coordinator lifts the hold', async () => {
    const { id } = await endedPathway();
    const hold = expected(await api.post(`/pathways/${id}/holds`, { reason: 'Klagesak.' }, as(here.clinician)), 201, erasureHoldSchema);
    expect(expected(await read(`/pathways/${id}/holds`, here.clinician), 200, erasureHoldsSchema).holds).toEqual([hold]);
    const asked = expected(await ask(id), 201, erasureRequestedSchema);
    expect(problemOf(await carryOut(asked.id))).toMatchObject({ status: 409, code: 'obstacles', errors: [{ code: 'held' }] });
    const lift = (path: string, token: string) => api.write('DELETE', path, { reason: 'Saken er avsluttet.' }, as(token));
    expect(problemOf(await lift(`/pathways/${id}/holds/${hold.id}`, here.clinician))).toMatchObject({ status: 403 });
    expect(problemOf(await lift(`/pathways/${id}/holds/${hold.id}`, elsewhere.coordinator))).toMatchObject({ status: 404 });
    expected(await lift(`/pathways/${id}/holds/${hold.id}`, here.coordinator), 200, liftedHoldSchema);
    expect(problemOf(await lift(`/pathways/${id}/holds/${hold.id}`, here.coordinator))).toMatchObject({ status: 404, code: 'unknown-erasure' });
    expected(await carryOut(asked.id), 200, carriedOutSchema);
  });
});

test('what is due is listed for those who may ask and for those who carry out; nobody here has been kept for so long', async () => {
  for (const token of [here.coordinator, here.administrator]) expect(expected(await read('/retention-due', token), 200, retentionDueSchema)).toEqual({ rows: [] });
  expect(problemOf(await read('/retention-due?after=tull', here.administrator))).toMatchObject({ status: 400 });
});
