import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listening, type Listening } from './support/listening.js';

const dir = mkdtempSync(join(tmpdir(), 'forlop-web-'));
let api: Listening;
beforeAll(async () => {
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Forløp</title>');
  writeFileSync(join(dir, 'assets', 'index-abc123.js'), 'export {};');
  writeFileSync(join(dir, '.vite', 'manifest.json'), '{}');
  api = await listening({ web: dir });
}, 60_000);
afterAll(async () => {
  await api.close();
  rmSync(dir, { recursive: true, force: true });
});

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = async (path: string, headers: Record<string, string> = browser) => {
  const response = await fetch(`${api.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the web application', () => {
  test.each(['/', '/pasient/0198c0de-7777-7000-8000-000000000007', '/?liste=brutt', '/finnes-ikke', '/apiary'])('%s is its page in a browser, under a strict policy', async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, text]).toEqual([200, '<!doctype html><title>Forløp</title>']);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*script-src 'self'; style-src 'self';/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-|\*/);
  });

  test.each([['/api/v1/finnes-ikke', 404], ['/api', 404], ['/auth/finnes-ikke', 404], ['/fhir/finnes-ikke', 404], ['/svar/finnes-ikke', 404], ['/health/finnes-ikke', 404], ['/assets/borte.js', 404], ['/.vite/manifest.json', 200]])('%s is no page of its', async (path, status) => {
    const answer = await get(path);
    expect(answer.text === '<!doctype html><title>Forløp</title>').toBe(path.startsWith('/.vite'));
    expect(answer.status).toBe(status);
  });

  test('its assets are kept for ever, since their names change with what is in them', async () => {
    const { status, headers } = await get('/assets/index-abc123.js', { Accept: '*/*' });
    expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([200, 'public, max-age=31536000, immutable', 'text/javascript; charset=utf-8']);
  });

  test('a program that asks for something that does not exist is told so', async () => {
    const { status, headers } = await get('/finnes-ikke', { Accept: 'application/json' });
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});
