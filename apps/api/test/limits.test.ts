import { afterEach, describe, expect, test } from '@jest/globals';
import { standardLimits } from '@forlop/config';
import { pino } from 'pino';
import type { ApiParts } from '../src/api.module.js';
import { Limits } from '../src/http/limits.js';
import { ledgerOfParts, listening, type Listening } from './support/listening.js';

let api: Listening | undefined;
afterEach(() => api?.close());

const lines: string[] = [];
const ledger = ledgerOfParts({ organisations: () => Promise.resolve([]), search: () => Promise.resolve({ hits: [], more: false }) });
const start = async (parts: Partial<ApiParts>): Promise<Listening> => (api = await listening({ ledger, ...parts }, pino({ level: 'warn' }, { write: (line) => void lines.push(line) })));
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api!.url}${path}`, { headers, redirect: 'manual' });
const statuses = async (ask: () => Promise<Response>, times: number): Promise<number[]> => {
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) all.push((await ask()).status);
  return all;
};

describe('whoever asks too often', () => {
  test('is told so with a sentence and when to come back, and it is logged once', async () => {
    await start({ limits: { ...standardLimits, callerPerMinute: 2 } });
    expect(await statuses(() => get('/api/v1/organisations'), 3)).toEqual([200, 200, 429]);
    const response = await get('/api/v1/organisations');
    expect([response.status, response.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await response.json()).toMatchObject({ status: 429, code: 'too-many-requests', detail: expect.stringContaining(`Vent ${wait} sekund`) });
    expect(lines.filter((line) => line.includes('too many requests (caller'))).toHaveLength(1);
  });

  test('has fewer searches than other questions', async () => {
    await start({ limits: { ...standardLimits, searchPerMinute: 1 } });
    const search = () => fetch(`${api!.url}/api/v1/search`, { method: 'POST', body: '{"name":"Kari"}', headers: { 'Content-Type': 'application/json' } });
    expect((await statuses(search, 2))[1]).toBe(429);
    expect((await get('/api/v1/organisations')).status).toBe(200);
  });

  test('has few uses of break-glass, and bundles', async () => {
    const limits = new Limits({ ...standardLimits, breakGlassPerHour: 1, bundlePerMinute: 1 });
    for (const deed of ['break-glass.use', 'bundle'] as const) {
      await limits.assertCaller('en', deed);
      await expect(limits.assertCaller('en', deed)).rejects.toMatchObject({ kind: 'too-many-requests' });
      await limits.assertCaller('en annen', deed);
    }
    await expect(limits.assertCaller('en', 'break-glass.use')).rejects.toMatchObject({ detail: expect.stringMatching(/Vent \d+ minutter/) });
  });

  test('is answered in FHIR at the FHIR door', async () => {
    await start({ limits: { ...standardLimits, bundlePerMinute: 1, addressPerMinute: 2 } });
    expect(await statuses(() => get('/fhir/metadata'), 2)).toEqual([200, 200]);
    const response = await get('/fhir/metadata');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'throttled' }] });
  });
});

describe('before anybody is logged in', () => {
  test('an address has so many requests, and health is asked about as often as one likes', async () => {
    await start({ limits: { ...standardLimits, addressPerMinute: 2 } });
    expect(await statuses(() => get('/finnes-ikke'), 3)).toEqual([404, 404, 429]);
    expect(await statuses(() => get('/health/live'), 5)).toEqual([200, 200, 200, 200, 200]);
  });

  test('fewer to log in', async () => {
    await start({ limits: { ...standardLimits, logInPerMinute: 1 } });
    expect((await statuses(() => get('/auth/login'), 2))[1]).toBe(429);
    expect((await get('/api/v1/organisations')).status).toBe(200);
  });

  test('nobody gets more by inventing addresses', async () => {
    await start({ limits: { ...standardLimits, addressPerMinute: 1 } });
    let n = 0;
    expect(await statuses(() => get('/finnes-ikke', { 'X-Forwarded-For': `192.0.2.${n++}` }), 2)).toEqual([404, 429]);
  });

  test('behind a proxy that is trusted, the address is the one that it tells of', async () => {
    await start({ limits: { ...standardLimits, addressPerMinute: 1 }, trustedProxies: ['127.0.0.1'] });
    const from = (address: string) => get('/finnes-ikke', { 'X-Forwarded-For': address });
    expect([(await from('192.0.2.1')).status, (await from('192.0.2.2')).status, (await from('198.51.100.9, 192.0.2.1')).status]).toEqual([404, 404, 429]);
  });

  test.each([
    ['2001:db8::1', '2001:db8:0:0:9::2', true],
    ['2001:db8:0:1::1', '2001:db8::1', false],
    ['::1', '::2', true],
    ['192.0.2.1', '192.0.2.2', false],
  ])('%s and %s count as one: %s', async (one, other, same) => {
    const limits = new Limits({ ...standardLimits, addressPerMinute: 1 });
    await limits.assertAddress(one, false);
    const second = limits.assertAddress(other, false).then(() => false, () => true);
    expect(await second).toBe(same);
  });
});
