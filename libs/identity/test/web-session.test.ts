import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { CookieJar, logInAs, sessionKey, type BegunLogIn } from '../src/index.js';
import { entrance, logIn, sessionKeys, startHouse, type House } from './web.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.remove());

const SESSION = 'forlop-session';
const me = (jar: CookieJar) => jar.fetch(`${house.url}/meg`);
const subjectOf = async (jar: CookieJar) => {
  const response = await me(jar);
  return response.status === 200 ? ((await response.json()) as { subject: string }).subject : response.status;
};

describe('logging in by browser', () => {
  test('goes by a pushed request with PKCE and comes back to where one was', async () => {
    const jar = new CookieJar();
    const started = await jar.fetch(`${house.url}/auth/login?til=${encodeURIComponent('/pasienter?steg=kartlegging')}`);
    expect(started.status).toBe(303);
    const address = new URL(started.headers.get('location')!);
    expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const back = await logInAs('koordinator', address, `${house.url}/auth/callback`);
    const finished = await jar.fetch(back);
    expect(finished.headers.get('location')).toBe(`${house.url}/pasienter?steg=kartlegging`);
    expect(await subjectOf(jar)).toBe('koordinator');
    expect(await (await me(jar)).json()).toMatchObject({ clientId: 'forlop-web' });
  });

  test('the session cookie is out of the script\'s reach, the token against forgery within it', async () => {
    const jar = new CookieJar();
    const started = await jar.fetch(`${house.url}/auth/login`);
    const finished = await jar.fetch(await logInAs('koordinator', new URL(started.headers.get('location')!), `${house.url}/auth/callback`));
    const lines = finished.headers.getSetCookie();
    expect(lines.map((line) => line.replace(/=[^;]*/, '=…'))).toEqual([
      'forlop-session=…; Path=/; SameSite=Lax; HttpOnly',
      'forlop-csrf=…; Path=/; SameSite=Lax',
      'forlop-hint=…; Path=/; SameSite=Lax; HttpOnly',
      'forlop-login=…; Path=/; SameSite=Lax; HttpOnly; Max-Age=0',
    ]);
    for (const line of lines) expect(line.length).toBeLessThan(4_096);
  });

  test.each(['//ond.example', '/\\ond.example', 'https://ond.example/', '/\t/ond.example', '/.//ond.example', 'ond', ''])('is never led away to «%s»', async (returnTo) => {
    expect((await logIn(house, 'koordinator', returnTo)).arrived).toBe(`${house.url}/`);
  });

  test('each logs in as themselves', async () => {
    const [first, second] = [await logIn(house, 'koordinator'), await logIn(house, 'fastlege')];
    expect([await subjectOf(first.jar), await subjectOf(second.jar)]).toEqual(['koordinator', 'fastlege']);
  });

  const failures: readonly (readonly [string, (back: URL, jar: CookieJar) => void, string])[] = [
    ['another state', (back) => back.searchParams.set('state', 'annet'), 'login-failed'],
    ['no state', (back) => back.searchParams.delete('state'), 'login-failed'],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://helseid.example'), 'login-failed'],
    ['another code', (back) => back.searchParams.set('code', 'annet'), 'login-failed'],
    ['no log-in under way in this browser', (_back, jar) => jar.set('forlop-login', ''), 'login-failed'],
    ['the session\'s cookie in place of the log-in\'s', (_back, jar) => jar.set('forlop-login', jar.get(SESSION) ?? 'x'), 'login-failed'],
  ];
  test.each(failures)('coming back with %s lets nobody in', async (_what, spoil, code) => {
    const jar = new CookieJar();
    const started = await jar.fetch(`${house.url}/auth/login`);
    const back = await logInAs('koordinator', new URL(started.headers.get('location')!), `${house.url}/auth/callback`);
    spoil(back, jar);
    const finished = await jar.fetch(back);
    expect([finished.status, house.refused.at(-1)?.code]).toEqual([401, code]);
    expect(await finished.text()).toContain('Prøv igjen');
    expect(await subjectOf(jar)).toBe(401);
  });

  test('a code is good once', async () => {
    const jar = new CookieJar();
    const started = await jar.fetch(`${house.url}/auth/login`);
    const login = jar.get('forlop-login')!;
    const back = await logInAs('koordinator', new URL(started.headers.get('location')!), `${house.url}/auth/callback`);
    expect((await jar.fetch(back)).status).toBe(303);
    const thief = new CookieJar();
    thief.set('forlop-login', login);
    expect((await thief.fetch(back)).status).toBe(401);
  });

  test('somebody who gives up at the provider is told so', async () => {
    const jar = new CookieJar();
    await jar.fetch(`${house.url}/auth/login`);
    const finished = await jar.fetch(`${house.url}/auth/callback?error=access_denied`);
    expect(finished.status).toBe(401);
  });
});

describe('a log-in that has begun', () => {
  test('is told of before the browser has it, with who, until when and by which keys it ends', async () => {
    const told: BegunLogIn[] = [];
    const house = await startHouse({ onBegun: async (session) => void told.push(session) });
    try {
      const { jar } = await logIn(house, 'behandler');
      const { signedIn } = await house.session.current(jar.header());
      expect(told).toMatchObject([{ identity: { subject: 'behandler' }, keys: [sessionKey(signedIn!), 'sub behandler'], browser: expect.stringContaining('node') }]);
      expect(told[0]!.until.getTime() - told[0]!.began.getTime()).toBe(8 * 3_600_000);
    } finally {
      await house.remove();
    }
  });

  test('that cannot be told of lets nobody in', async () => {
    const house = await startHouse({ onBegun: () => Promise.reject(new Error('databasen er borte')) });
    try {
      const { jar } = await logIn(house, 'behandler');
      expect([jar.get(SESSION), (await jar.fetch(`${house.url}/meg`)).status]).toEqual([undefined, 401]);
    } finally {
      await house.remove();
    }
  });
});

describe('a session', () => {
  test('without a cookie nobody is logged in, and nothing is cleared', async () => {
    const response = await me(new CookieJar());
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
  });

  const spoilt: readonly (readonly [string, (value: string) => string])[] = [
    ['one letter changed', (value) => value.slice(0, -2) + (value.at(-2) === 'A' ? 'B' : 'A') + value.at(-1)],
    ['a part cut off', (value) => value.slice(0, -8)],
    ['another key id', (value) => [Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(value.split('.')[0]!, 'base64url').toString()), kid: 'ukjent' })).toString('base64url'), ...value.split('.').slice(1)].join('.')],
    ['no encryption at all', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`],
    ['words', () => 'koordinator'],
  ];
  test.each(spoilt)('whose cookie has %s is none, and the cookie is cleared', async (_what, spoil) => {
    const { jar } = await logIn(house, 'koordinator');
    jar.set(SESSION, spoil(jar.get(SESSION)!));
    expect((await me(jar)).status).toBe(401);
    expect(jar.get(SESSION)).toBeUndefined();
  });

  test('sealed by another house with the same key id is none', async () => {
    const other = await startHouse();
    try {
      const { jar } = await logIn(other, 'koordinator');
      expect((await me(jar)).status).toBe(401);
      expect(jar.get(SESSION)).toBeUndefined();
    } finally {
      await other.remove();
    }
  });

  test('of another provider is none, though the key is ours', async () => {
    const other = await startHouse();
    try {
      const { jar } = await logIn(house, 'koordinator');
      const { session } = entrance(other.provider, house.url, house.keys, () => new Date());
      expect((await session.current(jar.header())).signedIn).toBeNull();
    } finally {
      await other.remove();
    }
  });

  test('another kind of our own cookies does not pass for it, nor two of a name', async () => {
    const { jar } = await logIn(house, 'koordinator');
    const [own, hint] = [jar.get(SESSION)!, jar.get('forlop-hint')!];
    expect((await house.session.current(`${SESSION}=${hint}`)).signedIn).toBeNull();
    expect((await house.session.current(`${SESSION}=${own}; ${SESSION}=${own}`)).signedIn).toBeNull();
    expect((await house.session.current(`${SESSION}=${own}`)).signedIn?.identity.subject).toBe('koordinator');
  });

  test('outlives a change of keys, as long as the old one is there', async () => {
    const { jar } = await logIn(house, 'koordinator');
    const newest = sessionKeys('nyest');
    const both = { current: 'nyest', keys: new Map([...newest.keys, ...house.keys.keys]) };
    const now = () => new Date();
    expect((await entrance(house.provider, house.url, both, now).session.current(jar.header())).signedIn?.identity.subject).toBe('koordinator');
    expect((await entrance(house.provider, house.url, newest, now).session.current(jar.header())).signedIn).toBeNull();
  });

  test('shows nothing of the person', async () => {
    const { jar } = await logIn(house, 'behandler');
    const shown = jar.header().split(/[.;=]/).map((part) => Buffer.from(part, 'base64url').toString('latin1')).join('');
    expect(shown).not.toMatch(/Yngve|behandler|\d{11}/);
  });
});

describe('time', () => {
  test('half an hour without a request ends it, requests keep it up to eight hours', async () => {
    const house = await startHouse();
    try {
      const at = async (jar: CookieJar) => (await jar.fetch(`${house.url}/meg`)).status;
      const { jar: idle } = await logIn(house, 'koordinator');
      const { jar: busy } = await logIn(house, 'behandler');
      house.move(29);
      expect(await at(busy)).toBe(200);
      house.move(2);
      expect([await at(idle), await at(busy)]).toEqual([401, 200]);
      expect(idle.get(SESSION)).toBeUndefined();
      for (let minutes = 31; minutes + 25 < 480; minutes += 25) {
        house.move(25);
        expect(await at(busy)).toBe(200);
      }
      house.move(25);
      expect(await at(busy)).toBe(401);
    } finally {
      await house.remove();
    }
  });

  test('a new cookie is given at most each minute', async () => {
    const house = await startHouse();
    try {
      const { jar } = await logIn(house, 'koordinator');
      const given = async () => (await jar.fetch(`${house.url}/meg`)).headers.getSetCookie().length;
      expect(await given()).toBe(0);
      house.move(1);
      expect([await given(), await given()]).toEqual([1, 0]);
    } finally {
      await house.remove();
    }
  });
});

describe('logging out', () => {
  const logOut = (jar: CookieJar, csrf: string) => jar.fetch(`${house.url}/auth/logout`, { method: 'POST', headers: { origin: house.url, 'x-csrf-token': csrf } });

  test('ends it here, for copies of the cookie too, and at the provider', async () => {
    const { jar, atProvider } = await logIn(house, 'koordinator');
    const copy = new CookieJar();
    copy.set(SESSION, jar.get(SESSION)!);
    const response = await logOut(jar, jar.get('forlop-csrf')!);
    const { location } = (await response.json()) as { location: string };
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect([jar.get(SESSION), jar.get('forlop-csrf'), jar.get('forlop-hint')]).toEqual([undefined, undefined, undefined]);
    expect([await subjectOf(jar), await subjectOf(copy)]).toEqual([401, 401]);

    const asked = await (await atProvider.fetch(location)).text();
    expect(asked).toContain('Vil du logge ut?');
    const [, action] = /action="([^"]+)"/.exec(asked)!;
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(asked)!;
    const ended = await atProvider.fetch(action!, { method: 'POST', body: new URLSearchParams({ xsrf: xsrf!, logout: 'yes' }) });
    expect(ended.headers.get('location')).toBe(`${house.url}/`);

    const again = await new CookieJar().fetch(`${house.url}/auth/login`);
    const asksAnew = await atProvider.fetch(again.headers.get('location')!);
    expect(asksAnew.headers.get('location')).toContain('/demo/logg-inn/');
  });

  test('whoever logs in anew has one session: the one before is ended, for copies too', async () => {
    const { jar } = await logIn(house, 'koordinator');
    const copy = new CookieJar();
    copy.set(SESSION, jar.get(SESSION)!);
    const started = await jar.fetch(`${house.url}/auth/login`);
    await jar.fetch(await logInAs('koordinator', new URL(started.headers.get('location')!), `${house.url}/auth/callback`));
    expect([await subjectOf(jar), await subjectOf(copy)]).toEqual(['koordinator', 401]);
  });

  test('another site cannot do it', async () => {
    const { jar } = await logIn(house, 'koordinator');
    expect((await jar.fetch(`${house.url}/auth/logout`, { method: 'POST', headers: { origin: 'https://ond.example' } })).status).toBe(403);
    expect((await jar.fetch(`${house.url}/auth/logout`)).status).toBe(405);
    expect(await subjectOf(jar)).toBe('koordinator');
    expect((await logOut(new CookieJar(), 'x')).status).toBe(401);
  });
});

describe('the provider says that a log-in has ended', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const now = () => Math.floor(Date.now() / 1_000);
  const tell = async (claims: Record<string, unknown>, typ = 'logout+jwt') => {
    const { issuer, signingKey, clients } = house.provider;
    const key = (await importJWK(signingKey, 'RS256')) as CryptoKey;
    const payload = JSON.parse(JSON.stringify({ iss: issuer, aud: clients.web.clientId, iat: now(), exp: now() + 120, jti: randomUUID(), events: event, ...claims })) as JWTPayload;
    const token = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ, kid: signingKey.kid! }).sign(key);
    return (await fetch(`${house.url}/auth/ut`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })).status;
  };

  test('of a person: whoever has her cookie is out, others stay, and she can log in anew', async () => {
    const [{ jar }, other] = [await logIn(house, 'koordinator'), await logIn(house, 'behandler')];
    expect(await tell({ sub: 'koordinator', iat: now() - 30 })).toBe(200);
    expect(await subjectOf(jar)).toBe('koordinator');
    expect(await tell({ sub: 'koordinator' })).toBe(200);
    expect([await subjectOf(jar), await subjectOf(other.jar)]).toEqual([401, 'behandler']);
  });

  const refusals: readonly (readonly [string, Record<string, unknown>])[] = [
    ['for another client', { aud: 'en-annen' }],
    ['of another provider', { iss: 'https://ond.example' }],
    ['without the event', { events: {} }],
    ['that is an ID token', { nonce: 'x' }],
    ['that names nobody', { sub: undefined }],
    ['that is old', { iat: now() - 3_600, exp: now() + 60 }],
    ['past its time', { exp: now() - 60 }],
  ];
  test.each(refusals)('a token %s ends nothing', async (_what, claims) => {
    const { jar } = await logIn(house, 'lms');
    expect(await tell({ sub: 'lms', ...claims })).toBe(400);
    expect(await subjectOf(jar)).toBe('lms');
  });

  test('an access token ends nothing', async () => {
    const { jar } = await logIn(house, 'lms');
    expect(await tell({ sub: 'lms' }, 'at+jwt')).toBe(400);
    expect(await subjectOf(jar)).toBe('lms');
  });

  test('no token at all', async () => {
    expect((await fetch(`${house.url}/auth/ut`, { method: 'POST', body: 'x' })).status).toBe(400);
  });
});

describe('a provider that is away', () => {
  test('nobody can log in, those who are in stay in and can log out', async () => {
    const house = await startHouse();
    try {
      const { jar } = await logIn(house, 'koordinator');
      await house.provider.close();
      const csrf = jar.get('forlop-csrf')!;
      const started = await jar.fetch(`${house.url}/auth/login`);
      expect([started.status, house.refused.at(-1)?.code]).toEqual([503, 'unavailable']);
      expect(await started.text()).toContain('svarer ikke akkurat nå');
      expect((await jar.fetch(`${house.url}/meg`)).status).toBe(200);
      expect((await jar.fetch(`${house.url}/auth/logout`, { method: 'POST', headers: { origin: house.url, 'x-csrf-token': csrf } })).status).toBe(200);
      expect((await jar.fetch(`${house.url}/meg`)).status).toBe(401);
    } finally {
      await house.remove();
    }
  });
});

describe('over https', () => {
  test('cookies are held to this host and to TLS', async () => {
    const { session } = entrance(house.provider, 'https://forlop.example', house.keys, () => new Date());
    const { setCookies } = await session.current(`__Host-forlop-session=x`);
    expect(setCookies).toEqual([
      '__Host-forlop-session=; Path=/; SameSite=Lax; HttpOnly; Secure; Max-Age=0',
      '__Host-forlop-hint=; Path=/; SameSite=Lax; HttpOnly; Secure; Max-Age=0',
      '__Host-forlop-csrf=; Path=/; SameSite=Lax; Secure; Max-Age=0',
    ]);
    expect(await session.current('forlop-session=x')).toEqual({ signedIn: null, setCookies: [] });
  });
});
