import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import {
  appointmentColumns, appointmentRequestSchema, appointmentRequestsPageSchema, appointmentsSchema, breakingPageSchema, calendarWeeksSchema, capacityColumns, clockPictureSchema, mirroredFileSchema, pathwayAppointmentRequestsSchema, systems,
} from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, fodselsnummer, newNumber, problemOf, referralOf, SYSTEM, today, type Answered } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
}, 120_000);
afterAll(() => running?.close());

const inDays = (days: number) => addDays(today(), days);
const at = (days: number) => `${inDays(days)}T09:00:00Z`;

/** A patient with an individual frist so many days from now. */
async function patient(days: number): Promise<{ id: string; number: string }> {
  const number = newNumber();
  const id = await api.refer(referralOf({ patient: { identifier: { system: fodselsnummer, value: number }, name: { given: 'Kari', family: 'Testesen' } } }));
  const facts = [{ type: 'vurdert', occurredOn: today(), data: { utfall: 'rett' } }, { type: 'fristSatt', occurredOn: today(), data: { dato: inDays(days), arsak: 'forste' } }];
  expect((await api.post(`/pathways/${id}/facts`, { facts })).status).toBe(200);
  return { id, number };
}
const frist = async (id: string) => (await api.view(id)).clocks.find(({ clock }) => clock === 'FRIST-INDIVIDUELL')!;

const appointment = (number: string, day: number, more: object = {}) => {
  const id = randomUUID();
  return {
    resourceType: 'Appointment', id, meta: { versionId: '1', lastUpdated: new Date().toISOString() }, identifier: [{ system: 'urn:test:timebok', value: id }], status: 'booked', start: at(day), end: `${inDays(day)}T10:00:00Z`,
    serviceType: [{ coding: [{ system: 'urn:forlop:gjelder', code: 'oppstart' }] }],
    participant: [{ actor: { identifier: { system: fodselsnummer, value: number } }, status: 'accepted' }, { actor: { identifier: { system: systems.organisasjonsnummer, value: running.house.number } }, status: 'accepted' }], ...more,
  };
};
const codesOf = ({ body }: Answered) => (body as { issue: { details: { coding: { code: string }[] } }[] }).issue.map(({ details }) => details.coding[0]!.code);

describe('the FHIR door', () => {
  test('mirrors an appointment: 201, then 200, and the frist has its time', async () => {
    const { id, number } = await patient(20);
    const one = appointment(number, 15);
    const first = await api.fhir('/fhir/Appointment', one);
    expect([first.status, codesOf(first)]).toEqual([201, ['new']]);
    expect(first.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
    expect(JSON.stringify(first.body)).not.toMatch(new RegExp(`${number}|${id}`));
    expect((await frist(id)).bookedOn).toBe(inDays(15));
    const late = { ...one, meta: { versionId: '2', lastUpdated: new Date().toISOString() }, start: at(25), end: `${inDays(25)}T10:00:00Z`, cancelationReason: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.8446', code: '22' }] } };
    expect(codesOf(await api.fhir('/fhir/Appointment', late))).toEqual(['changed']);
    const { clocks } = await api.get(`/pathways/${id}/clocks`, clockPictureSchema);
    expect(clocks.find(({ clock }) => clock === 'FRIST-INDIVIDUELL')).toMatchObject({
      bookings: [{ role: 'offered', day: inDays(15), cause: null }, { role: 'postponed', day: inDays(25), cause: '22', causeTitle: 'Pasientens eget ønske' }], shown: [expect.objectContaining({ to: null })],
    });
    const back = { ...late, meta: { versionId: '3', lastUpdated: new Date().toISOString() }, start: at(15), end: one.end };
    expect(codesOf(await api.fhir('/fhir/Appointment', back))).toEqual(['changed']);
    const again = await api.send('PUT', `/fhir/Appointment/${one.id}`, back, { actor: SYSTEM, headers: { 'Content-Type': 'application/fhir+json' } });
    expect([again.status, codesOf(again)]).toEqual([200, ['same']]);
    const { appointments } = await api.get(`/pathways/${id}/appointments`, appointmentsSchema);
    expect(appointments).toEqual([expect.objectContaining({ source: 'urn:test:timebok', status: 'booked', kind: 'oppstart', version: '3' })]);
  });

  test('takes in what is right of a Bundle, and says of the rest what is wrong and where', async () => {
    const { id, number } = await patient(20);
    const schedule = { fullUrl: 'urn:uuid:plan', resource: { resourceType: 'Schedule', actor: [{ identifier: { system: systems.organisasjonsnummer, value: running.house.number } }] } };
    const slot = { resourceType: 'Slot', id: randomUUID(), schedule: { reference: 'urn:uuid:plan' }, status: 'free', start: at(2), end: `${inDays(2)}T10:30:00Z` };
    const wrong = [appointment(number, 3, { start: `${inDays(3)}T09:00:00` }), appointment('00000000000', 3), appointment(number, 3, { participant: [] }), { resourceType: 'Task' }];
    const answered = await api.fhir('/fhir/$mirror-calendar', { resourceType: 'Bundle', type: 'transaction', entry: [schedule, { resource: slot }, { resource: appointment(number, 10) }, ...wrong.map((resource) => ({ resource }))] });
    expect(answered.status).toBe(422);
    expect(codesOf(answered).sort()).toEqual(['ikke-timebok', 'mangler-enhet', 'mangler-pasient', 'mangler-pasient', 'new', 'new', 'ugyldig-tid'].sort());
    expect((await frist(id)).bookedOn).toBe(inDays(10));
    const { rows } = await api.get(`/calendar/weeks?asOf=${today()}`, calendarWeeksSchema);
    expect(rows.some(({ capacity }) => capacity?.freeMinutes === 90 && capacity.freePlaces === 1)).toBe(true);
  });

  test('asks for its own scope, and for JSON', async () => {
    const token = await running.issuer.token({ subject: 'system', personNumber: null, organisationNumber: running.house.number, scopes: ['forlop:referral.write'] });
    const refused = await fetch(`${running.url}/fhir/Appointment`, { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/fhir+json' }, body: '{}' });
    expect(refused.status).toBe(403);
    expect((await api.fhir('/fhir/Appointment', '{"resourceType":')).status).toBe(400);
    expect(codesOf(await api.fhir('/fhir/Appointment', [1]))).toEqual(['ugyldig-json']);
  });
});

describe('files', () => {
  const line = (number: string, day: number, more: Partial<Record<(typeof appointmentColumns)[number], string>> = {}) => {
    const cells = { kilde: 'urn:test:fil', id: randomUUID(), versjon: '1', endret: new Date().toISOString(), fodselsnummer: number, enhet: running.house.number, start: at(day), slutt: '', gjelder: 'oppstart', status: 'booked', arsak: '', laget: '', ...more };
    return appointmentColumns.map((column) => cells[column]).join(';');
  };
  const send = async (path: string, csv: string) => expected(await api.post(path, { csv }), 200, mirroredFileSchema);

  test('lines with faults are told by line and reason, the rest is in; the same file again changes nothing', async () => {
    const { id, number } = await patient(20);
    const csv = [appointmentColumns.join(';'), line(number, 12), line(number, 12, { gjelder: 'noe' }), line('123', 12), line(number, 12, { enhet: '4299999' }), line(number, 12, { start: 'i morgen' }), ''].join('\r\n');
    const told = await send('/calendar/appointments', csv);
    expect(told).toMatchObject({ lines: 5, taken: 1, known: 0 });
    expect(told.faults.map(({ line: n, code }) => [n, code])).toEqual([[3, 'ukjent-kode'], [4, 'ugyldig-nummer'], [5, 'ukjent-enhet'], [6, 'ugyldig-tid']]);
    expect((await frist(id)).bookedOn).toBe(inDays(12));
    const { position } = await api.view(id);
    expect(await send('/calendar/appointments', csv)).toMatchObject({ taken: 0, known: 1 });
    expect((await api.view(id)).position).toBe(position);
  });

  test('a file whose columns are not the documented ones is refused whole', async () => {
    for (const csv of ['kilde;id\na;b', `${capacityColumns.join(';')};hemmelig\n`]) expect(problemOf(await api.post('/calendar/capacity', { csv }))).toMatchObject({ status: 400, code: 'bad-file' });
  });

  test('capacity, with commas and quotes', async () => {
    const row = ['urn:test:fil', 'K,1', '1', new Date().toISOString(), running.house.number, inDays(40), 'dag', '60', '', '1', ''].map((cell) => `"${cell}"`).join(',');
    expect(await send('/calendar/capacity', `${capacityColumns.join(',')}\n${row}`)).toMatchObject({ lines: 1, taken: 1, faults: [] });
  });
});

describe('asking for a time', () => {
  test('stands in the booking office’s list with what breaks, until it is answered or taken back', async () => {
    const { id, number } = await patient(20);
    const asked = expected(await api.post(`/pathways/${id}/appointment-requests`, { kind: 'oppstart', beforeOn: inDays(20) }), 200, appointmentRequestSchema);
    expect((await api.get('/appointment-requests?limit=200', appointmentRequestsPageSchema)).rows).toContainEqual(expect.objectContaining({ id: asked.id, patient: expect.objectContaining({ name: { given: 'Kari', family: 'Testesen' } }) }));
    expect((await api.get('/calendar/breaking?limit=200', breakingPageSchema)).rows).toContainEqual(expect.objectContaining({ pathwayId: id, askedFor: inDays(20), bookedOn: null }));
    await api.fhir('/fhir/Appointment', appointment(number, 18));
    expect((await api.get(`/pathways/${id}/appointment-requests`, pathwayAppointmentRequestsSchema)).requests).toEqual([expect.objectContaining({ id: asked.id, state: 'answered' })]);
    expect((await api.get('/calendar/breaking?limit=200', breakingPageSchema)).rows.map(({ pathwayId }) => pathwayId)).not.toContain(id);
    expect(problemOf(await api.write('DELETE', `/pathways/${id}/appointment-requests`, undefined))).toMatchObject({ status: 400 });
  });

  test('is the fastlege’s to see for her own patients, and not to give', async () => {
    const { id } = await patient(20);
    const doctor = await newPerson(running.ledger, 'fastlegen', running.house, [], '9900777');
    await running.ledger.grantAccess(id, { hprNumber: '9900777', role: 'fastlege' }, { kind: 'system', id: 'prove' });
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, doctor)}` };
    const status = async (path: string) => (await fetch(`${running.url}/api/v1${path}`, { headers })).status;
    expect([await status(`/pathways/${id}/appointments`), await status(`/pathways/${(await patient(20)).id}/appointments`), await status('/calendar/breaking')]).toEqual([200, 404, 403]);
  });
});
