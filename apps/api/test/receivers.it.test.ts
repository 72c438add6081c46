import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { receiverSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf, type Answered } from './support/client.js';
import { newHouse, newPerson, personToken } from './support/people.js';
import { sentReminder, type SentReminder } from './support/reminders.js';

let running: ApiOnDatabase;
let client: Client;
let doctor: string;
let [hers, others]: SentReminder[] = [];
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  hers = await sentReminder(running.ledger, running.house, { name: 'Lege Legesen', email: 'lege@prove.example', hprNumber: '9900401' });
  others = await sentReminder(running.ledger, await newHouse(running.ledger, 'Annet sykehus'), { name: 'Vikar Vikarsen', email: 'vikar@prove.example', hprNumber: '9900402' });
  doctor = await personToken(running.issuer, await newPerson(running.ledger, 'lege', running.house, [], '9900401'));
}, 120_000);
afterAll(() => running?.close());

const chosen = { channel: 'email', frequency: 'weekly', maxPerWeek: 5, language: 'nn', away: { from: '2026-07-06', to: '2026-07-24' }, standIn: { hprNumber: '9900402' } };

async function asDoctor(method: string, body?: object): Promise<Answered> {
  const headers = { Authorization: `Bearer ${doctor}`, 'Content-Type': 'application/json', ...(method === 'PUT' && { 'Idempotency-Key': randomUUID() }) };
  const response = await fetch(`${running.url}/api/v1/receivers/me`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

describe('a fastlege', () => {
  test('sees and sets how she is reminded, and names a stand-in by HPR number', async () => {
    expect(expected(await asDoctor('GET'), 200, receiverSchema)).toMatchObject({ id: hers!.receiverId, name: 'Lege Legesen', hprNumber: '9900401', frequency: 'each', standInId: null });
    const set = expected(await asDoctor('PUT', chosen), 200, receiverSchema);
    expect(set).toMatchObject({ channel: 'email', frequency: 'weekly', maxPerWeek: 5, language: 'nn', awayFrom: '2026-07-06', awayTo: '2026-07-24', standInId: others!.receiverId });
    // Who stands in stays by id too, though she does not see them herself.
    expect(expected(await asDoctor('PUT', { ...chosen, standIn: { id: set.standInId } }), 200, receiverSchema)).toEqual(set);
    expect(expected(await asDoctor('PUT', { ...chosen, channel: null, maxPerWeek: null, away: null, standIn: null }), 200, receiverSchema)).toMatchObject({ channel: null, maxPerWeek: null, awayFrom: null, awayTo: null, standInId: null });
  });

  test.each<[string, object, string]>([
    ['a stand-in who is not known here', { ...chosen, standIn: { hprNumber: '9900499' } }, 'bad-data'],
    ['a stand-in whom she does not see, by id', { ...chosen, standIn: { id: '0198c0de-0000-7000-8000-000000000001' } }, 'bad-data'],
    ['herself as stand-in', { ...chosen, standIn: { hprNumber: '9900401' } }, 'bad-data'],
    ['an absence that ends before it begins', { ...chosen, away: { from: '2026-07-24', to: '2026-07-06' } }, 'invalid-input'],
    ['no limit at all', { ...chosen, maxPerWeek: 0 }, 'invalid-input'],
    ['a way that there is not', { ...chosen, channel: 'sms' }, 'invalid-input'],
    ['half of it', { frequency: 'daily' }, 'invalid-input'],
    ['an address', { ...chosen, email: 'ny@prove.example' }, 'invalid-input'],
  ])('is told that %s cannot be, and nothing is changed', async (_what, body, code) => {
    const before = (await asDoctor('GET')).body;
    expect(problemOf(await asDoctor('PUT', body))).toMatchObject({ status: 400, code });
    expect((await asDoctor('GET')).body).toEqual(before);
  });

  test('whom nobody has reminded has nothing to choose for', async () => {
    const token = await personToken(running.issuer, await newPerson(running.ledger, 'ny', running.house, [], '9900403'));
    const answer = await fetch(`${running.url}/api/v1/receivers/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'unknown-receiver']);
  });
});

describe('a coordinator', () => {
  test('sees and sets it for somebody who was reminded of a patient of hers; that stands in the access log', async () => {
    const path = `/receivers/${hers!.receiverId}`;
    expect(await client.get(path, receiverSchema)).toMatchObject({ name: 'Lege Legesen' });
    const set = expected(await client.write('PUT', path, { ...chosen, standIn: null }), 200, receiverSchema);
    expect(set).toMatchObject({ frequency: 'weekly', awayFrom: '2026-07-06', standInId: null });
    expect(await client.get(path, receiverSchema)).toEqual(set);
    const { rows } = await running.ledger.accessLog({ actor: await client.actorOf('anne'), outcome: 'wrote', limit: 200 });
    expect(rows.map(({ action }) => action)).toContain('receivers.write');
  });

  test('finds nobody whom only other hospitals remind', async () => {
    for (const id of [others!.receiverId, '0198c0de-0000-7000-8000-000000000001', 'tull']) {
      expect(problemOf(await client.send('GET', `/api/v1/receivers/${id}`))).toMatchObject({ status: 404, code: 'unknown-receiver' });
      expect(problemOf(await client.write('PUT', `/receivers/${id}`, { ...chosen, standIn: null }))).toMatchObject({ status: 404, code: 'unknown-receiver' });
    }
  });
});
