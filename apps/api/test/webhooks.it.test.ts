import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { subscriberSchema, subscriberSecretSchema, subscribersSchema } from '@forlop/contracts';
import { BoxKeys, generateKey } from '@forlop/crypto';
import { secretContext } from '@forlop/ledger';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf } from './support/client.js';

const keys = BoxKeys.read(`bud:${generateKey()}`, 'FORLOP_WEBHOOK_KEYS');
const request = { label: 'Prøvevik legekontor', url: 'https://journal.prove.example/forlop', serves: [{ herId: '80123' }] };
let running: ApiOnDatabase;
let client: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
}, 120_000);
afterAll(() => running?.close());

test('before a courier has told its key, registering is refused with what to do', async () => {
  expect(problemOf(await client.post('/webhook-subscribers', request))).toMatchObject({ status: 409, code: 'no-courier-key', detail: expect.stringContaining('FORLOP_WEBHOOK_KEYS') });
  await running.ledger.tellCourierKey(keys.publicKey());
});

test('a subscriber is registered, shown without its secret, given another, tried, and ended; all of it stands in the access log', async () => {
  const key = randomUUID();
  const { subscriber, secret } = expected(await client.post('/webhook-subscribers', request, { key }), 201, subscriberSecretSchema);
  expect(subscriber).toMatchObject({ ...request, ping: null, figures: { sent: 0 } });
  expect((await running.ledger.sealedSecrets(subscriber.id)).map((sealed) => keys.open(sealed, secretContext(subscriber.id)))).toEqual([secret]);
  // The same request once more registers nobody, and tells no secret.
  expect(expected(await client.post('/webhook-subscribers', request, { key }), 201, subscriberSecretSchema)).toEqual({ subscriber, secret: null });
  expect((await client.get('/webhook-subscribers', subscribersSchema)).subscribers).toEqual([subscriber]);
  const rotated = expected(await client.post(`/webhook-subscribers/${subscriber.id}/secret`, { previousDays: 7 }), 200, subscriberSecretSchema);
  expect(rotated.secret).not.toBe(secret);
  expect(rotated.subscriber.previousUntil).not.toBeNull();
  expect(expected(await client.post(`/webhook-subscribers/${subscriber.id}/ping`, undefined), 202, subscriberSchema).ping).toMatchObject({ doneAt: null });
  expect(expected(await client.write('DELETE', `/webhook-subscribers/${subscriber.id}`, { why: 'Byttet system.' }), 200, subscriberSchema)).toMatchObject({ endedWhy: 'Byttet system.', endedBy: await client.actorOf('anne') });
  const { rows } = await running.ledger.accessLog({ actor: await client.actorOf('anne'), outcome: 'wrote', limit: 200 });
  expect(rows.filter(({ action }) => action === 'webhooks.write').length).toBeGreaterThanOrEqual(4);
});

test('what is served already is refused, and what does not exist is not found', async () => {
  const other = { ...request, serves: [{ orgNumber: '310000000' }] };
  expected(await client.post('/webhook-subscribers', other), 201, subscriberSecretSchema);
  expect(problemOf(await client.post('/webhook-subscribers', other))).toMatchObject({ status: 409, code: 'already-served' });
  for (const id of ['0198c0de-0000-7000-8000-000000000001', 'tull']) {
    expect(problemOf(await client.post(`/webhook-subscribers/${id}/secret`, { previousDays: 0 }))).toMatchObject({ status: 404, code: 'unknown-subscriber' });
    expect(problemOf(await client.post(`/webhook-subscribers/${id}/ping`, undefined))).toMatchObject({ status: 404, code: 'unknown-subscriber' });
    expect(problemOf(await client.write('DELETE', `/webhook-subscribers/${id}`, { why: 'x' }))).toMatchObject({ status: 404, code: 'unknown-subscriber' });
  }
});

test.each<[string, object]>([
  ['an address without TLS', { url: 'http://journal.prove.example/' }],
  ['a password in the address', { url: 'https://bruker:passord@journal.prove.example/' }],
  ['no address', { url: 'journal' }],
  ['nobody to serve', { serves: [] }],
  ['a number that is none', { serves: [{ orgNumber: '123456789' }] }],
  ['two things at once', { serves: [{ herId: '80124', orgNumber: '310000000' }] }],
])('%s is refused', async (_what, part) => {
  expect(problemOf(await client.post('/webhook-subscribers', { ...request, serves: [{ herId: '80124' }], ...part }))).toMatchObject({ status: 400, code: 'invalid-input' });
});
