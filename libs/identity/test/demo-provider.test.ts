import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { personRoles } from '@forlop/access';
import { checkPersonIdentifier, isHprNumber, systems } from '@forlop/contracts';
import { syntheticOrganisations } from '@forlop/simulator';
import { decodeJwt } from 'jose';
import { CookieJar, DemoInProduction, demoSystem, demoUser, demoUsers, startDemoProvider, SYSTEM, systemScopeNames } from '../src/index.js';
import { AUDIENCE, startProvider, type Provider } from './support.js';

describe('demo users', () => {
  test('there is one of each role that people have', () => {
    expect(new Set(demoUsers.map(({ role }) => role))).toEqual(new Set(personRoles));
    expect(new Set(demoUsers.map(({ key }) => key)).size).toBe(demoUsers.length);
    expect(new Set(demoUsers.map(({ personNumber }) => personNumber)).size).toBe(demoUsers.length);
  });

  test.each(demoUsers.map((user) => [user.key, user] as const))('«%s» belongs to nobody and to an organisation of the synthetic region', (_key, { personNumber, hprNumber, organisation }) => {
    expect(checkPersonIdentifier(systems.fodselsnummer, personNumber)).toMatchObject({ ok: true, kind: 'fodselsnummer', synthetic: true });
    expect(Number(personNumber.slice(2, 4))).toBeGreaterThan(80);
    expect(hprNumber === null || isHprNumber(hprNumber)).toBe(true);
    const known = syntheticOrganisations.map(({ orgNumber }) => orgNumber);
    expect(known).toEqual(expect.arrayContaining([organisation.parent, organisation.child ?? organisation.parent]));
  });

  test('act for the organisation that their title names', () => {
    const keyOf = (orgNumber: string | null) => syntheticOrganisations.find((one) => one.orgNumber === orgNumber)?.key;
    const places = demoUsers.map(({ key, organisation: { parent, child } }) => [key, keyOf(parent), keyOf(child)]);
    expect(places).toEqual([
      ['koordinator', 'sykehus', 'utmattelse'],
      ['behandler', 'sykehus', 'utmattelse'],
      ['fastlege', 'legesenter', undefined],
      ['lms', 'sykehus', undefined],
      ['kommune', 'kommune', undefined],
      ['revisor', 'region', undefined],
      ['fagrad', 'sykehus', undefined],
      ['brukerrepresentant', 'sykehus', undefined],
      ['administrator', 'sykehus', undefined],
      ['nabokoordinator', 'nabosykehus', 'nabopoliklinikk'],
    ]);
    expect(keyOf(demoSystem.organisation.child)).toBe('utmattelse');
  });

  test('asking for somebody who is not there names those who are', () => {
    expect(() => demoUser('overlege')).toThrow(/«overlege».*koordinator/);
  });
});

describe('in production', () => {
  const options = { port: 0, audience: AUDIENCE, webUrls: [], stateFile: '/finnes-ikke/tilstand.json' };

  test('the demo provider does not start, whichever says that it is production', async () => {
    await expect(startDemoProvider({ ...options, environment: 'production' })).rejects.toThrow(DemoInProduction);
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(startDemoProvider({ ...options, environment: 'development' })).rejects.toThrow(DemoInProduction);
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});

describe('the provider', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  afterAll(() => provider.remove());

  const authorize = (client: string, more: Record<string, string> = {}) => {
    const { clientId } = provider.clients[client as 'script'];
    const query = { response_type: 'code', client_id: clientId, redirect_uri: `${provider.issuer}/demo/ferdig`, scope: 'openid forlop:user', state: 's'.repeat(43), code_challenge: 'c'.repeat(43), code_challenge_method: 'S256', ...more };
    return new URL(`${provider.issuer}/auth?${new URLSearchParams(query)}`);
  };

  test('tells what it can do', async () => {
    const told = (await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    expect(told).toMatchObject({ issuer: provider.issuer, token_endpoint_auth_methods_supported: ['private_key_jwt'], code_challenge_methods_supported: ['S256'], response_types_supported: ['code'] });
    expect(told['pushed_authorization_request_endpoint']).toBeDefined();
    expect(told['end_session_endpoint']).toBeDefined();
    expect(told['dpop_signing_alg_values_supported']).toContain('ES256');
  });

  test('keeps private keys to itself', async () => {
    const { keys } = (await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: Record<string, unknown>[] };
    expect(keys.map((key) => key['d'])).toEqual([undefined]);
    expect((await stat(provider.stateFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(provider.stateFile))).toHaveLength(1);
    expect(JSON.parse(await readFile(provider.stateFile, 'utf8'))).toHaveProperty('clientKeys.web.d');
  });

  test('shows a page in bokmål with everybody on it, that says it is a demo and runs no script', async () => {
    const jar = new CookieJar();
    const sent = await jar.fetch(authorize('script'));
    const shown = await jar.fetch(new URL(sent.headers.get('location')!, provider.issuer));
    const html = await shown.text();
    expect(html).toContain('<html lang="nb">');
    expect(html).toContain('Dette er en demo');
    for (const { name, title } of demoUsers) expect(html).toContain(`<strong>${name}</strong><small>${title}`);
    expect(html).not.toContain('<script');
    expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  test('lets nobody in who is not in the list, nor without a log-in under way', async () => {
    const jar = new CookieJar();
    const sent = await jar.fetch(authorize('script'));
    const page = new URL(sent.headers.get('location')!, provider.issuer);
    expect((await jar.fetch(page, { method: 'POST', body: new URLSearchParams({ bruker: '<b>' }) })).status).toBe(400);
    expect((await jar.fetch(page, { method: 'POST', body: 'x'.repeat(2_000) })).status).toBe(400);
    expect((await new CookieJar().fetch(page, { method: 'POST', body: new URLSearchParams({ bruker: 'koordinator' }) })).status).toBe(400);
  });

  test.each<[string, string, Record<string, string>]>([
    ['without PKCE', 'script', { code_challenge: '', code_challenge_method: '' }],
    ['with plain PKCE', 'script', { code_challenge_method: 'plain' }],
    ['that would come back elsewhere', 'script', { redirect_uri: 'https://ond.example/' }],
    ['of the web that was not pushed', 'web', { redirect_uri: 'http://localhost:3000/auth/callback' }],
    ['of the system as a person', 'system', {}],
    ['for another API', 'script', { resource: 'nhn:kjernejournal' }],
  ])('refuses a log-in %s', async (_what, client, change) => {
    const answer = await fetch(authorize(client, change), { redirect: 'manual' });
    const location = answer.headers.get('location') ?? '';
    expect([answer.status === 400 || location.includes('error='), location.includes('/demo/logg-inn/')]).toEqual([true, false]);
  });

  test('the system gets the scopes that it asks for and has, and no others', async () => {
    expect(decodeJwt(await provider.token(SYSTEM))['scope']).toBe(systemScopeNames.join(' '));
    expect(decodeJwt(await provider.token(SYSTEM, { scopes: ['forlop:rules.read', 'forlop:user'] }))['scope']).toBe('forlop:rules.read');
  });

  test('a person gets no scope of a system', async () => {
    const { token } = provider;
    expect(decodeJwt(await token('koordinator'))['scope']).toBe('forlop:user');
  });
});
