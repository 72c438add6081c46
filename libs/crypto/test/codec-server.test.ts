import { describe, expect, test } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { codecServer, generateKey, payloadCodec, readKeySet, type CodecRequest } from '../src/index.js';

const keys = readKeySet(`ny:${generateKey()},gammel:${generateKey()}`, 'PROVE');
const older = { ...keys, current: 'gammel' };
const ui = 'http://localhost:8233';
const handle = codecServer(keys, { uiOrigin: ui, namespace: 'default', maxBytes: 10_000, maxPayloads: 3 });

type JsonPayload = { metadata: Record<string, string>; data?: string };

/** What the Temporal UI (2.x, `data-encoder.ts`) sends: proto3 JSON, the namespace in a header, its own origin. */
async function asked(values: readonly unknown[], under = keys): Promise<JsonPayload[]> {
  const payloads = await payloadCodec(under).encode(values.map((value) => defaultPayloadConverter.toPayload(value)));
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return payloads.map(({ metadata, data }) => ({ metadata: Object.fromEntries(Object.entries(metadata!).map(([name, bytes]) => [name, base64(bytes)])), data: base64(data!) }));
}

const request = (body: unknown, more: Partial<CodecRequest> = {}): CodecRequest => ({
  method: 'POST', path: '/api/v1/temporal/codec/decode', body: typeof body === 'string' ? body : JSON.stringify(body), ...more,
  headers: { 'content-type': 'application/json', 'x-namespace': 'default', origin: ui, ...more.headers },
});

const text = (base64: string | undefined) => Buffer.from(base64 ?? '', 'base64').toString('utf8');

describe('POST /decode', () => {
  test('reads payloads as the Temporal UI sends them, under the new key and the old', async () => {
    const payloads = [...(await asked([{ pathwayId: 'p1' }])), ...(await asked(['gammel'], older))];
    const answer = await handle(request({ payloads }));
    expect(answer).toMatchObject({ status: 200, headers: { 'Access-Control-Allow-Origin': ui, 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin', 'Cache-Control': 'no-store' } });
    const { payloads: decoded } = JSON.parse(answer.body) as { payloads: JsonPayload[] };
    expect(decoded.map(({ metadata, data }) => [text(metadata['encoding']), JSON.parse(text(data))])).toEqual([['json/plain', { pathwayId: 'p1' }], ['json/plain', 'gammel']]);
  });

  test('passes on what was never encrypted, and what has no data', async () => {
    const payloads = [{ metadata: { encoding: Buffer.from('binary/null').toString('base64') } }, { metadata: { encoding: Buffer.from('json/plain').toString('base64') }, data: Buffer.from('1').toString('base64') }];
    expect(JSON.parse((await handle(request({ payloads }))).body)).toEqual({ payloads });
    expect(JSON.parse((await handle(request({ payloads: [] }))).body)).toEqual({ payloads: [] });
  });

  test('answers the CLI, which names no origin', async () => {
    const answer = await handle(request({ payloads: await asked([1]) }, { headers: { origin: undefined } }));
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test('a preflight is answered for the UI’s address only', async () => {
    expect(await handle(request('', { method: 'OPTIONS', headers: { 'content-type': undefined } }))).toMatchObject({ status: 204, headers: { 'Access-Control-Allow-Headers': expect.stringMatching(/authorization, authorization-extras, content-type.* x-namespace/) } });
    const foreign = await handle(request('', { method: 'OPTIONS', headers: { origin: 'https://ond.example' } }));
    expect(foreign).toMatchObject({ status: 403 });
    expect(foreign.headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test.each([
    ['not JSON', '{', 400, 'bad-request'],
    ['no list', {}, 400, 'bad-request'],
    ['null', 'null', 400, 'bad-request'],
    ['a payload that is a text', { payloads: ['x'] }, 400, 'bad-request'],
    ['metadata that are a list', { payloads: [{ metadata: [] }] }, 400, 'bad-request'],
    ['bytes that are not base64', { payloads: [{ metadata: { encoding: 'binary/encrypted!' } }] }, 400, 'bad-request'],
    ['encrypted, and no data', { payloads: [{ metadata: { encoding: Buffer.from('binary/encrypted').toString('base64') } }] }, 400, 'bad-format'],
    ['too many', { payloads: [{}, {}, {}, {}] }, 413, 'too-many'],
    ['too large', { payloads: [], fill: 'x'.repeat(10_000) }, 413, 'too-large'],
  ])('%s is refused in a sentence', async (_, body, status, code) => {
    const answer = await handle(request(body));
    expect({ status: answer.status, ...JSON.parse(answer.body) as object }).toEqual({ status, code, message: expect.stringMatching(/\.$/) });
  });

  test('what is tampered with, and what is under a key that is gone, are told apart; neither says what was in it', async () => {
    const [payload] = await asked(['hemmelig']);
    const bytes = Buffer.from(payload!.data!, 'base64');
    bytes[20]! ^= 1;
    expect(await handle(request({ payloads: [{ ...payload!, data: bytes.toString('base64') }] }))).toMatchObject({ status: 400, body: expect.stringContaining('"tampered"') });
    const gone = readKeySet(`borte:${generateKey()}`, 'PROVE');
    const answer = await handle(request({ payloads: await asked(['hemmelig'], gone) }));
    expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('«borte»') });
    expect(answer.body).not.toContain('hemmelig');
  });

  test.each([
    ['/encode', request({ payloads: [] }, { path: '/x/encode' }), 404],
    ['/download', request({ payloads: [] }, { path: '/x/download' }), 404],
    ['GET', request('', { method: 'GET' }), 405],
    ['a form', request('', { headers: { 'content-type': 'text/plain' } }), 415],
    ['another namespace', request({ payloads: [] }, { headers: { 'x-namespace': 'andre' } }), 404],
    ['another page', request({ payloads: [] }, { headers: { origin: 'https://ond.example' } }), 403],
  ])('%s is refused', async (_, asking, status) => {
    expect((await handle(asking)).status).toBe(status);
  });
});
