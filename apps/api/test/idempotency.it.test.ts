import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { commandAnswerSchema, intakeResultSchema, timelineSchema } from '@forlop/contracts';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, daysAgo, expected, problemOf, referralOf, today } from './support/client.js';

let running: ApiOnDatabase;
let api: Client;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
});
afterAll(() => running.close());

const total = async (id: string) => (await api.get(`/pathways/${id}/timeline`, timelineSchema)).total;
const replayed = (headers: Headers) => headers.get('idempotency-replayed');

describe('a key does one thing once', () => {
  test('a repetition gets status, address and body of the first, and says that it is one', async () => {
    const [key, referral] = [randomUUID(), referralOf()];
    const first = await api.post('/referrals', referral, { key });
    const second = await api.post('/referrals', referral, { key });
    expected(first, 201, intakeResultSchema);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect([replayed(first.headers), replayed(second.headers)]).toEqual([null, 'true']);
  });

  test('the order of fields and the quotes of the key do not matter', async () => {
    const [key, id] = [randomUUID(), await api.refer()];
    await api.post(`/pathways/${id}/facts`, { facts: [{ type: 'svarSendt', occurredOn: today(), data: { til: 'pasient' } }] }, { key });
    const again = await api.post(`/pathways/${id}/facts`, { facts: [{ data: { til: 'pasient' }, occurredOn: today(), type: 'svarSendt' }] }, { key: `"${key}"` });
    expect([again.status, replayed(again.headers)]).toEqual([200, 'true']);
  });

  test('with another body or at another address: 422', async () => {
    const [key, id, other] = [randomUUID(), await api.refer(), await api.refer()];
    const body = { occurredOn: daysAgo(1) };
    expected(await api.post(`/pathways/${id}/commands/vurder-rett`, body, { key }), 200, commandAnswerSchema);
    expect(problemOf(await api.post(`/pathways/${id}/commands/vurder-rett`, { occurredOn: today() }, { key }))).toMatchObject({ status: 422, code: 'idempotency-conflict' });
    expect(problemOf(await api.post(`/pathways/${other}/commands/vurder-rett`, body, { key }))).toMatchObject({ status: 422 });
  });

  test('is someone’s own: another may use the same', async () => {
    const [key, id, other] = [randomUUID(), await api.refer(), await api.refer()];
    const body = { occurredOn: today() };
    expected(await api.post(`/pathways/${id}/commands/vurder-rett`, body, { key, actor: 'anne' }), 200, commandAnswerSchema);
    const second = await api.post(`/pathways/${other}/commands/vurder-rett`, body, { key, actor: 'berit' });
    expect([second.status, replayed(second.headers)]).toEqual([200, null]);
  });

  test('what was refused left no trace, and may be tried again with its key', async () => {
    const [key, id] = [randomUUID(), await api.refer()];
    const answer = { occurredOn: today(), data: { til: 'henviser' } };
    expect(problemOf(await api.post(`/pathways/${id}/commands/send-svar`, answer, { key })).status).toBe(409);
    await api.post(`/pathways/${id}/commands/vurder-rett`, { occurredOn: today() });
    const second = await api.post(`/pathways/${id}/commands/send-svar`, answer, { key });
    expect([second.status, replayed(second.headers)]).toEqual([200, null]);
  });

  test('ten at the same time are done once, and all get the same answer', async () => {
    const [key, id] = [randomUUID(), await api.refer()];
    const before = await total(id);
    const send = () => api.post(`/pathways/${id}/facts`, { facts: [{ type: 'svarSendt', occurredOn: today(), data: { til: 'henviser' } }] }, { key });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers.filter(({ headers }) => replayed(headers) === null)).toHaveLength(1);
    expect(await total(id)).toBe(before + 1);
  });

  test('ten times the same referral under keys of their own make one pathway', async () => {
    const referral = referralOf();
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/referrals', referral)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => intakeResultSchema.parse(body).pathwayId)).size).toBe(1);
  });
});

test('a write and its entry in the access log are one transaction; a repetition is logged anew', async () => {
  const [key, id] = [randomUUID(), await api.refer()];
  const write = () => api.post(`/pathways/${id}/commands/vurder-rett`, { occurredOn: today() }, { key });
  expected(await write(), 200, commandAnswerSchema);
  const database = new pg.Client(running.databaseUrl);
  await database.connect();
  const entries = () =>
    database.query<{ together: boolean }>(
      `select l.xmin = (select max(e.xmin::text::bigint)::text::xid from event e where e.pathway_id = $1) as together
         from access_log l where $1 = any(l.pathway_ids) and l.action = 'pathway.command' order by l.id`,
      [id],
    );
  try {
    expect((await entries()).rows).toEqual([{ together: true }]);
    expect(replayed((await write()).headers)).toBe('true');
    expect((await entries()).rows).toEqual([{ together: true }, { together: false }]);
  } finally {
    await database.end();
  }
});
