import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { payloadsSchema } from '@forlop/contracts';
import { codecServer, generateKey, payloadCodec, readKeySet } from '@forlop/crypto';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf } from './support/client.js';
import { listening, type Listening } from './support/listening.js';
import { newPerson, personToken } from './support/people.js';

const ui = 'http://localhost:8233';
const keys = readKeySet(generateKey(), 'FORLOP_PAYLOAD_KEYS');
const path = '/api/v1/codec/decode';
const carried = { pathwayId: '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11', nextDeadline: '2026-04-08', nextRule: 'FRIST-VURDERING' };

let running: ApiOnDatabase;
let withCodec: Listening;
let api: Client;
let auditor: string;
beforeAll(async () => {
  running = await apiOnDatabase();
  withCodec = await listening({ ...running.parts, codec: codecServer(keys, { uiOrigin: ui, namespace: 'default' }) });
  api = new Client(withCodec);
  auditor = await personToken(running.issuer, await newPerson(running.ledger, 'revisor', running.house, ['auditor']));
});
afterAll(async () => {
  await withCodec?.close();
  await running?.close();
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** As a worker leaves it in a history, and as the UI sends it on. */
async function encrypted(value: unknown): Promise<object> {
  const payloads = await payloadCodec(keys).encode([defaultPayloadConverter.toPayload(value)]);
  return { payloads: payloads.map(({ metadata, data }) => ({ metadata: Object.fromEntries(Object.entries(metadata!).map(([name, bytes]) => [name, base64(bytes)])), data: base64(data!) })) };
}

const decode = (body: unknown, token: string | null, more: Record<string, string> = {}) =>
  api.send('POST', path, body, { headers: { Origin: ui, 'X-Namespace': 'default', ...(token !== null && { Authorization: `Bearer ${token}` }), ...more } });

describe('the codec server', () => {
  test('opens for an auditor what a workflow carries, for the UI’s page and for no cache', async () => {
    const answer = await decode(await encrypted(carried), auditor);
    const { payloads } = expected(answer, 200, payloadsSchema);
    expect(JSON.parse(Buffer.from(payloads[0]!.data!, 'base64').toString())).toEqual(carried);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'access-control-allow-origin': ui, 'access-control-allow-credentials': 'true', 'cache-control': 'no-store' });
  });

  test('leaves each use in the log, and says that it does not know whose it was', async () => {
    await decode(await encrypted(carried), auditor);
    const { rows } = await running.ledger.accessLog({ action: 'codec.decode' });
    expect(rows[0]).toMatchObject({ outcome: 'read', role: 'auditor', basis: 'audit', pathwayIds: [], what: 'innhold i arbeidsflyter, uten at det kan sies hvilket forløp' });
  });

  test('is closed to whoever has not logged in, and to the administrator and those who treat; the page may read why', async () => {
    const body = await encrypted(carried);
    const anonymous = await decode(body, null);
    expect(problemOf(anonymous).status).toBe(401);
    expect(anonymous.headers.get('access-control-allow-origin')).toBe(ui);
    for (const role of ['administrator', 'coordinator', 'clinician'] as const) {
      const token = await personToken(running.issuer, await newPerson(running.ledger, `${role}-codec`, running.house, [role]));
      expect(problemOf(await decode(body, token))).toMatchObject({ status: 403, code: 'no-role' });
    }
    expect((await running.ledger.accessLog({ action: 'codec.decode', outcome: 'refused' })).rows.length).toBe(3);
  });

  test('answers the preflight of the UI’s page without a log-in, and turns other pages away', async () => {
    const preflight = (origin: string) => fetch(`${withCodec.url}${path}`, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type,x-namespace' } });
    const ours = await preflight(ui);
    expect([ours.status, ours.headers.get('access-control-allow-origin'), ours.headers.get('access-control-allow-headers')]).toEqual([204, ui, expect.stringContaining('x-namespace')]);
    const foreign = await preflight('https://ond.example');
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect(problemOf(await decode(await encrypted(carried), auditor, { Origin: 'https://ond.example' }))).toMatchObject({ status: 403, code: 'foreign-origin' });
  });

  test('reads its own namespace only, and says what it cannot read', async () => {
    expect(problemOf(await decode(await encrypted(carried), auditor, { 'X-Namespace': 'andre' }))).toMatchObject({ status: 404, code: 'unknown-namespace' });
    expect(problemOf(await decode({}, auditor))).toMatchObject({ status: 400 });
    expect(problemOf(await decode({ payloads: [{ metadata: { encoding: 'ikke base64!' } }] }, auditor))).toMatchObject({ status: 400, code: 'bad-request' });
    expect(problemOf(await api.send('POST', '/api/v1/codec/encode', await encrypted(carried), { headers: { Authorization: `Bearer ${auditor}` } })).status).toBe(404);
  });

  test('is not there where no keys were given', async () => {
    const without = await listening(running.parts);
    const answer = await new Client(without).send('POST', path, await encrypted(carried), { headers: { Authorization: `Bearer ${auditor}` } });
    await without.close();
    expect(problemOf(answer)).toMatchObject({ status: 503, code: 'not-set-up' });
  });
});
