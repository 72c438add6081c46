import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemSchema } from '@forlop/contracts';
import { LedgerError } from '@forlop/ledger';
import { pino } from 'pino';
import { ledgerOfParts, listening, type Listening } from './support/listening.js';

const id = '0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11';
const json = { 'Content-Type': 'application/json' };
let database: 'up' | 'away';
let temporal: boolean;
let api: Listening;
const lines: string[] = [];
type Body = NonNullable<RequestInit['body']>;

beforeAll(async () => {
  const ledger = {
    ping: () => (database === 'up' ? Promise.resolve() : Promise.reject(new LedgerError('unavailable', 'Databasen svarer ikke. Prøv igjen om litt.'))),
    effects: () => Promise.reject(new Error('select * from patient where name = Kari')),
  };
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  api = await listening({ ledger: ledgerOfParts(ledger), temporal: { isUp: () => Promise.resolve(temporal), close: () => Promise.resolve() } }, log);
}, 60_000);
afterAll(() => api.close());

const send = (path: string, init?: RequestInit) => fetch(`${api.url}${path}`, init);
const post = (path: string, body: Body, headers: Record<string, string> = json) => send(path, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) } as RequestInit);

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.correlationId).toBe(response.headers.get('x-correlation-id'));
  return problem;
}

describe('what is not there', () => {
  test.each(['/', '/api/v1', '/api/v1/pasienter', '/api/v1/pathways', `/api/v1/pathways/${id}/ukjent`])('%s: 404', async (path) => {
    expect(await problemOf(await send(path))).toMatchObject({ status: 404, code: 'not-found', detail: 'Det finnes ikke noe på denne adressen.' });
  });

  test.each(['15848800055', 'kari', '%00', `${id}0`])('an id that is none names no pathway: %s', async (wrong) => {
    expect(await problemOf(await send(`/api/v1/pathways/${wrong}`))).toMatchObject({ status: 404, code: 'unknown-pathway' });
  });

  test('an address that cannot be read', async () => {
    expect(await problemOf(await send('/api/v1/pathways/%FF'))).toMatchObject({ status: 400, code: 'bad-address' });
  });

  test.each([
    ['DELETE', `/api/v1/pathways/${id}`, 'GET'],
    ['GET', '/api/v1/search', 'POST'],
    ['POST', '/api/v1/settings/effects', 'GET, PUT'],
  ])('%s %s: 405, with what can be used', async (method, path, allowed) => {
    const response = await send(path, { method });
    expect(response.headers.get('allow')).toBe(allowed);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });
});

describe('bodies that are not taken', () => {
  const mega = 1024 * 1024;

  test.each([
    ['20 MB with its length', () => JSON.stringify({ name: 'x'.repeat(20 * mega) })],
    ['20 MB in pieces', () => Readable.toWeb(Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(mega, 'x')))) as unknown as Body],
  ])('%s: 413', async (_, body) => {
    expect(await problemOf(await post('/api/v1/search', body()))).toMatchObject({ status: 413, code: 'too-large', detail: expect.stringContaining('1 MB') });
  });

  test('just under 1 MB is read', async () => {
    expect(await problemOf(await post('/api/v1/search', JSON.stringify({ name: 'x'.repeat(mega - 100) })))).toMatchObject({ status: 400, code: 'invalid-input' });
  });

  test.each([
    ['broken JSON', '{"name": "Kari', json],
    ['a bare text', '"Kari"', json],
    ['not UTF-8', Buffer.from('{"name":"Bj\xf8rn"}', 'latin1'), json],
  ])('%s: 400, without a word of it', async (_, body, headers) => {
    const problem = await problemOf(await post('/api/v1/search', body, headers));
    expect(problem).toMatchObject({ status: 400, code: 'unreadable-body' });
    expect(JSON.stringify(problem)).not.toContain('Kari');
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('%s: 415', async (type) => {
    expect(await problemOf(await post('/api/v1/search', 'name=Kari', { 'Content-Type': type }))).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  test('nothing at all is told as such', async () => {
    expect(await problemOf(await send('/api/v1/search', { method: 'POST' }))).toMatchObject({ status: 400, errors: [{ path: '', code: 'required' }] });
  });
});

describe('a write names its key', () => {
  const command = (headers: Record<string, string>) => post(`/api/v1/pathways/${id}/commands/vurder-rett`, '{"occurredOn":"2026-03-20"}', { ...json, ...headers });

  test('without one: 400, and why one is needed', async () => {
    expect(await problemOf(await command({}))).toMatchObject({ status: 400, code: 'idempotency-key-missing', detail: expect.stringContaining('Idempotency-Key') });
  });

  test.each(['a b', '"', 'x'.repeat(201)])('one that cannot be used: %j', async (value) => {
    expect(await problemOf(await command({ 'Idempotency-Key': value }))).toMatchObject({ status: 400, code: 'idempotency-key-invalid' });
  });
});

describe('the FHIR door answers in FHIR', () => {
  test.each<[string, string, RequestInit, number, string]>([
    ['too large', 'ServiceRequest', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024), headers: { 'Content-Type': 'application/fhir+json' } }, 413, 'too-long'],
    ['XML', 'ServiceRequest', { method: 'POST', body: '<ServiceRequest/>', headers: { 'Content-Type': 'application/fhir+xml' } }, 415, 'not-supported'],
    ['nothing', 'ServiceRequest', { method: 'POST', headers: { 'Content-Type': 'application/fhir+json' } }, 400, 'invalid'],
    ['another resource', 'Patient', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/fhir+json' } }, 404, 'not-found'],
    ['another method', 'ServiceRequest', { method: 'PUT', body: '{}', headers: { 'Content-Type': 'application/fhir+json' } }, 405, 'not-supported'],
  ])('%s', async (_, path, init, status, code) => {
    for (const base of ['/api/v1/fhir', '/fhir']) {
      const response = await send(`${base}/${path}`, init);
      expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/fhir+json; charset=utf-8']);
      expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code, diagnostics: expect.any(String) }] });
    }
  });

  test('and says what it can', async () => {
    const response = await send('/fhir/metadata');
    expect(response.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
    expect(await response.json()).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [{ resource: [{ type: 'ServiceRequest' }, { type: 'Appointment' }, { type: 'Slot' }] }] });
  });
});

describe('the log', () => {
  test('has the correlation id, the route and nothing of a person', async () => {
    const correlationId = '7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11';
    lines.length = 0;
    await send('/api/v1/pathways/15848800055?navn=Kari', { headers: { 'X-Correlation-Id': correlationId, Cookie: 'Testesen' } });
    await send('/kari-testesen/15848800055');
    await post('/api/v1/search', '{"name": "Kari Testesen", "fnr": "15848800055"}');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { correlationId, method: 'GET', route: '/api/v1/pathways/:id', status: 404 },
      { method: 'GET', route: null, status: 404 },
      { method: 'POST', route: '/api/v1/search', status: 400 },
    ]);
    expect(lines.join()).not.toMatch(/kari|testesen|15848800055/i);
  });

  test('has where an unforeseen error came from, and not what it said; the caller learns nothing of it', async () => {
    lines.length = 0;
    const problem = await problemOf(await send('/api/v1/settings/effects'));
    expect(problem).toMatchObject({ status: 500, code: 'internal', errors: [] });
    expect(JSON.stringify(problem)).not.toMatch(/select|patient|at /i);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, status: 500, error: { name: 'Error', at: expect.arrayContaining([expect.stringMatching(/^at /)]) } });
    expect(lines.join()).not.toMatch(/select|Kari/);
  });

  test.each(['15848800055', 'x', '7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c1'])('takes over no correlation id that is not a UUID: %s', async (given) => {
    const response = await send('/api/v1/calendars', { headers: { 'X-Correlation-Id': given } });
    expect(response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(response.headers.get('x-correlation-id')).not.toBe(given);
  });
});

describe('health', () => {
  test.each([
    ['up', true, 200, { status: 'ok', checks: { postgres: 'up', temporal: 'up' }, detail: null }],
    ['up', false, 200, { status: 'degraded', checks: { postgres: 'up', temporal: 'down' } }],
    ['away', true, 503, { status: 'down', checks: { postgres: 'down', temporal: 'up' }, detail: 'Databasen svarer ikke. Prøv igjen om litt.' }],
  ] as const)('database %s, Temporal %s: %i', async (database_, temporal_, status, body) => {
    [database, temporal] = [database_, temporal_];
    const response = await send('/health/ready');
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(body)]);
    expect((await send('/health/live')).status).toBe(200);
  });
});

describe('the documentation', () => {
  test('is served with everything that its page needs', async () => {
    const page = await (await send('/docs')).text();
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset]) => asset!);
    expect(assets.length).toBeGreaterThan(4);
    expect(assets.filter((asset) => /^(https?:)?\/\//.test(asset))).toEqual([]);
    const served = await Promise.all(assets.map(async (asset) => (await fetch(new URL(asset, `${api.url}/docs`))).blob()));
    expect(served.filter(({ size, type }) => size < 500 || type.startsWith('application/problem'))).toEqual([]);
  });

  test('is served as a document', async () => {
    expect(await (await send('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Forløp' } });
  });
});

test('asked to end, it answers what is under way first', async () => {
  let reached: () => void = () => undefined;
  let release: () => void = () => undefined;
  const atWork = new Promise<void>((resolve) => (reached = resolve));
  const organisations = () => {
    reached();
    return new Promise((resolve) => (release = () => resolve([])));
  };
  const own = await listening({ ledger: ledgerOfParts({ organisations }) });
  const answer = fetch(`${own.url}/api/v1/organisations`);
  await atWork;
  const closed = own.close();
  release();
  expect(await (await answer).json()).toEqual({ organisations: [] });
  await closed;
  await expect(fetch(`${own.url}/health/live`)).rejects.toThrow();
});
