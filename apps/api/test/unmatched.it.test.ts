import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systems, unmatchedAttachedSchema, unmatchedCountsSchema, unmatchedOpenedSchema, unmatchedPageSchema, unmatchedSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf, referralOf } from './support/client.js';

let running: ApiOnDatabase;
let client: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  client = new Client(running);
  await running.ledger.registerOrganisation({ kind: 'hospital', name: 'Prøve sykehus', orgNumber: running.house.number, herId: '8000001' });
}, 120_000);
afterAll(() => running?.close());

let number = 0;
async function came(text: string | null = 'Ragnfrid Oppdiktesen har time 10. april.'): Promise<string> {
  number += 1;
  await running.ledger.keepUnmatched({
    channel: 'dialogmelding', externalId: `edi-${number}`, code: text === null ? 'unreadable-not-xml' : 'unknown-message', kind: text === null ? 'unreadable' : 'dialogmelding',
    senderHerId: '80123', receiverHerId: '8000001', text, content: 'PE1zZ0hlYWQvPg==',
  });
  return (await client.get('/unmatched-messages?limit=200', unmatchedPageSchema)).rows.at(-1)!.id;
}

const read = async () => (await running.ledger.accessLog({ actor: await client.actorOf('anne'), limit: 200 })).rows.map(({ action, outcome }) => `${action} ${outcome}`);

test('a list says nothing of what stands in them; one that is opened does, and that is logged', async () => {
  const id = await came();
  const page = await client.send('GET', '/api/v1/unmatched-messages');
  expect(JSON.stringify(page.body)).not.toContain('Ragnfrid');
  expect(await read()).not.toContain('unmatched.read read');
  expect(await client.get(`/unmatched-messages/${id}`, unmatchedOpenedSchema)).toMatchObject({ text: 'Ragnfrid Oppdiktesen har time 10. april.', entries: [{ what: 'opened', actor: await client.actorOf('anne') }] });
  expect(await read()).toContain('unmatched.read read');
  expect(await client.get('/unmatched-messages/counts', unmatchedCountsSchema)).toMatchObject({ open: 1, unowned: 1 });
});

test('one is taken, and put on the pathway that it belongs to', async () => {
  const [id, pathwayId] = [await came(), await client.refer(referralOf({ receiver: { system: systems.organisasjonsnummer, value: running.house.number } }))];
  const me = await client.actorOf('anne');
  expect(expected(await client.write('PUT', `/unmatched-messages/${id}/owner`, {}), 200, unmatchedSchema)).toMatchObject({ owner: me });
  expect(expected(await client.post(`/unmatched-messages/${id}/attachment`, { pathwayId }), 200, unmatchedAttachedSchema)).toMatchObject({ pathwayId, settledBy: me, outcome: 'attached' });
  expect((await client.view(pathwayId)).timeline.find(({ type }) => type === 'reply-received')!.text).toBe('Ragnfrid Oppdiktesen har time 10. april.');
  const { rows } = await running.ledger.accessLog({ pathwayId, outcome: 'wrote', limit: 50 });
  expect(rows.map(({ action }) => action)).toContain('unmatched.write');
  expect(problemOf(await client.post(`/unmatched-messages/${id}/attachment`, { pathwayId }))).toMatchObject({ status: 409, code: 'already-settled' });
});

test('one that cannot be read asks for words; another is set aside with a reason', async () => {
  const [id, pathwayId] = [await came(null), await client.refer()];
  expect(problemOf(await client.post(`/unmatched-messages/${id}/attachment`, { pathwayId }))).toMatchObject({ status: 400, code: 'bad-data' });
  expect(problemOf(await client.post(`/unmatched-messages/${id}/set-aside`, { reason: ' ' }))).toMatchObject({ status: 400, code: 'invalid-input' });
  expected(await client.post(`/unmatched-messages/${id}/set-aside`, { reason: 'Gjelder et annet system.' }), 200, unmatchedSchema);
  expect(await client.get(`/unmatched-messages/${id}`, unmatchedOpenedSchema)).toMatchObject({ reason: 'Gjelder et annet system.', outcome: 'set-aside' });
});

test('what does not exist is not found', async () => {
  for (const id of ['0198c0de-0000-7000-8000-000000000001', 'tull']) {
    expect(problemOf(await client.send('GET', `/api/v1/unmatched-messages/${id}`))).toMatchObject({ status: 404, code: 'unknown-message' });
    expect(problemOf(await client.write('PUT', `/unmatched-messages/${id}/owner`, { person: null }))).toMatchObject({ status: 404, code: 'unknown-message' });
  }
});
