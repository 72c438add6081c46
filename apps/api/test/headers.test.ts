import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ledgerOfParts, listening, type Listening } from './support/listening.js';

let api: Listening;
beforeAll(async () => (api = await listening({ ledger: ledgerOfParts({ organisations: () => Promise.resolve([]) }) })), 60_000);
afterAll(() => api.close());

test.each([
  ['JSON', '/api/v1/organisations', 200, true],
  ['a problem', '/api/v1/finnes-ikke', 404, true],
  ['FHIR', '/fhir/metadata', 200, true],
  ['a page', '/docs', 200, false],
  ['an address outside the API', '/finnes-ikke', 404, false],
])('%s: headers that protect whoever reads it', async (_what, path, status, secret) => {
  const response = await fetch(`${api.url}${path}`);
  expect(response.status).toBe(status);
  const header = (name: string) => response.headers.get(name);
  expect(header('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'self'.*object-src 'none'.*script-src 'self';.*script-src-attr 'none'/);
  expect(header('content-security-policy')).not.toContain('unsafe-eval');
  expect([header('x-content-type-options'), header('referrer-policy'), header('cross-origin-opener-policy'), header('cross-origin-resource-policy'), header('x-powered-by')]).toEqual(['nosniff', 'no-referrer', 'same-origin', 'same-origin', null]);
  expect(header('cache-control') === 'no-store').toBe(secret);
});
