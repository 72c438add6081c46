import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { newKey } from '../src/demo/demo-state.js';
import { IdentityError, Issuer, TokenVerifier, type DemoProviderOptions } from '../src/index.js';
import { API, AUDIENCE, forged, portOf, startProvider, type Provider } from './support.js';

const MINUTE = 60_000;

/** A clock that is moved by hand, from the real now on. */
function movedClock() {
  let ahead = 0;
  return { now: () => new Date(Date.now() + ahead), move: (milliseconds: number) => (ahead += milliseconds) };
}

const asked = (token: string) => ({ authorization: `Bearer ${token}`, method: 'GET', url: API });

async function outcome(verifier: TokenVerifier, token: string): Promise<string> {
  try {
    return (await verifier.verify(asked(token))).subject;
  } catch (error) {
    if (error instanceof IdentityError) return `${error.status} ${error.code}`;
    throw error;
  }
}

describe('a provider that comes, goes and changes its keys', () => {
  let provider: Provider;
  let again: Partial<DemoProviderOptions>;
  const running: Provider[] = [];

  const start = async (options: Partial<DemoProviderOptions>): Promise<Provider> => {
    const started = await startProvider(options);
    running.push(started);
    return started;
  };
  beforeAll(async () => {
    provider = await start({});
    again = { port: portOf(provider), tokenSeconds: 86_400 };
    await provider.close();
  });
  afterAll(async () => {
    // The last one is up, the others were closed on the way.
    for (const one of running.slice(-1)) await one.remove();
  });

  test('away from the start it is unavailable, not a refusal, and is found when it comes', async () => {
    const clock = movedClock();
    const verifier = new TokenVerifier({ issuer: new Issuer({ issuer: provider.issuer, now: clock.now }), audience: AUDIENCE, acceptSynthetic: true, now: clock.now });
    const up = await start({ ...again, stateFile: provider.stateFile });
    const token = await up.token('koordinator');
    await up.close();
    expect(await outcome(verifier, token)).toBe('503 unavailable');
    const back = await start({ ...again, stateFile: provider.stateFile });
    expect(await outcome(verifier, token)).toBe('503 unavailable');
    clock.move(5_000);
    expect(await outcome(verifier, token)).toBe('koordinator');
    await back.close();
  });

  test('tokens survive a restart, for the keys are kept', async () => {
    const first = await start({ ...again, stateFile: provider.stateFile });
    const token = await first.token('koordinator');
    await first.close();
    const second = await start({ ...again, stateFile: provider.stateFile });
    const verifier = new TokenVerifier({ issuer: new Issuer({ issuer: second.issuer }), audience: AUDIENCE, acceptSynthetic: true });
    expect(await outcome(verifier, token)).toBe('koordinator');
    await second.close();
  });

  test('known keys go on working while it is away, and for a day', async () => {
    const clock = movedClock();
    const failures: IdentityError[] = [];
    const issuer = new Issuer({ issuer: provider.issuer, now: clock.now, onFailure: (error) => failures.push(error) });
    const verifier = new TokenVerifier({ issuer, audience: AUDIENCE, acceptSynthetic: true, now: clock.now });
    const up = await start({ ...again, stateFile: provider.stateFile });
    const token = await up.token('koordinator');
    expect(await outcome(verifier, token)).toBe('koordinator');
    await up.close();
    clock.move(11 * MINUTE);
    expect(await outcome(verifier, token)).toBe('koordinator');
    const other = await forged(token, up.signingKey, { header: { kid: 'ny' } });
    expect(await outcome(verifier, other)).toBe('503 unavailable');
    expect(failures.map(({ code }) => code)).toContain('unavailable');
    clock.move(23 * 60 * MINUTE);
    expect(await outcome(verifier, token)).toBe('koordinator');
    clock.move(60 * MINUTE);
    expect(await outcome(verifier, token)).toBe('503 unavailable');
  });

  test('a new key is fetched when a token names it, and no more often than each half minute', async () => {
    const clock = movedClock();
    const verifier = new TokenVerifier({ issuer: new Issuer({ issuer: provider.issuer, now: clock.now }), audience: AUDIENCE, acceptSynthetic: true, now: clock.now });
    const before = await start({ ...again, stateFile: provider.stateFile });
    const old = await before.token('koordinator');
    expect(await outcome(verifier, old)).toBe('koordinator');
    await before.close();
    const after = await start(again);
    const token = await after.token('behandler');
    expect(after.signingKey.kid).not.toBe(before.signingKey.kid);
    expect(await outcome(verifier, token)).toBe('401 unknown-key');
    clock.move(30_000);
    expect(await outcome(verifier, token)).toBe('behandler');
    expect(await outcome(verifier, old)).toBe('401 unknown-key');
  });
});

describe('a provider that is not what it says', () => {
  test.each([
    ['another issuer in its description', (issuer: string) => ({ issuer: 'https://helseid.example', jwks_uri: `${issuer}/jwks` })],
    ['a slash more in its name', (issuer: string) => ({ issuer: `${issuer}/`, jwks_uri: `${issuer}/jwks` })],
    ['no keys', (issuer: string) => ({ issuer })],
    ['keys that are none', (issuer: string) => ({ issuer, jwks_uri: `${issuer}/.well-known/openid-configuration` })],
  ])('with %s is as one that is away', async (_what, description) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(description(issuer)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://localhost:${(server.address() as { port: number }).port}`;
    try {
      const verifier = new TokenVerifier({ issuer: new Issuer({ issuer }), audience: AUDIENCE, acceptSynthetic: true });
      const token = await forged(`e30.${Buffer.from('{}').toString('base64url')}.e30`, await newKey('RS256'), { claims: { iss: issuer } });
      expect(await outcome(verifier, token)).toBe('503 unavailable');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
