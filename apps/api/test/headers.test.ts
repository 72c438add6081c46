import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, readKeySet } from '@forlop/crypto';
import { Issuer, TokenVerifier, WebSession } from '@forlop/identity';
import { authenticationBy } from '../src/access/authentication.js';
import { testIssuer, type TestIssuer } from './support/issuer.js';
import { ledgerOfParts, listening, type Listening } from './support/listening.js';

let issuer: TestIssuer;
let api: Listening;
let secure: Listening;
beforeAll(async () => {
  issuer = await testIssuer();
  const provider = new Issuer({ issuer: issuer.issuer });
  const verifier = new TokenVerifier({ issuer: provider, audience: issuer.audience, acceptSynthetic: true });
  const publicUrl = 'https://forlop.example';
  const session = new WebSession({ issuer: provider, verifier, clientId: 'web', clientKey: issuer.clientKey, scopes: [], publicUrl, keys: readKeySet(generateKey(), 'SESSION_KEYS') });
  api = await listening({ ledger: ledgerOfParts({ organisations: () => Promise.resolve([]) }) });
  secure = await listening({ publicUrl, authentication: authenticationBy({ verifier, session, onRefused: () => undefined }) });
}, 60_000);
afterAll(() => Promise.all([api.close(), secure.close(), issuer.close()]));

const dataPolicy = /^default-src 'none';.*base-uri 'none';.*object-src 'none';.*form-action 'none';.*frame-ancestors 'none'/;

describe('headers that protect whoever reads it', () => {
  test.each([
    ['JSON', '/api/v1/organisations', 200, true],
    ['a problem', '/api/v1/finnes-ikke', 404, true],
    ['FHIR', '/fhir/metadata', 200, true],
    ['a page', '/docs', 200, false],
    ['the document', '/openapi.json', 200, false],
    ['an address outside the API', '/finnes-ikke', 404, false],
  ])('%s', async (_what, path, status, secret) => {
    const { headers, ...response } = await answered(api, path);
    expect(response.status).toBe(status);
    expect(headers.get('content-security-policy')).toMatch(dataPolicy);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-/);
    expect(common(headers)).toEqual(commonHeaders);
    expect(headers.get('cache-control') === 'no-store').toBe(secret);
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test.each([
    ['a redirect to the provider', '/auth/login', 303],
    ['a log-in that failed', '/auth/callback?error=access_denied', 401],
    ['a refusal', '/api/v1/worklist', 401],
  ])('%s, over https', async (_what, path, status) => {
    const { headers, ...response } = await answered(secure, path);
    expect(response.status).toBe(status);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-/);
    expect(common(headers)).toEqual(commonHeaders);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });
});

test('the documentation runs its own files and nothing that stands in a page but the styles whose hashes are told', async () => {
  const { headers, text } = await answered(api, '/docs');
  const styles = [...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => `'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
  expect(styles.length).toBeGreaterThan(0);
  const policy = headers.get('content-security-policy')!;
  expect(policy).toContain(`style-src 'self' ${styles.join(' ')};`);
  expect(policy).toContain("script-src 'self';");
  expect([text.includes(' style='), /<script>|<script [^>]*>[^<\s]/.test(text)]).toEqual([false, false]);
});

async function answered({ url }: Listening, path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const response = await fetch(`${url}${path}`, { redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const commonHeaders = ['nosniff', 'no-referrer', 'same-origin', 'same-origin', 'DENY', null];
const common = (headers: Headers) => ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'x-frame-options', 'x-powered-by'].map((name) => headers.get(name));
