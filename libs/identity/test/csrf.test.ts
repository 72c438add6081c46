import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CookieJar } from '../src/index.js';
import { proof, proofKey, sha256 } from './support.js';
import { change, logIn, readElsewhere, startHouse, type House } from './web.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.remove());

const SESSION = 'forlop-session';

describe('requests that change something', () => {
  let jar: CookieJar;
  let csrf: string;
  beforeAll(async () => {
    ({ jar } = await logIn(house, 'koordinator'));
    csrf = jar.get('forlop-csrf')!;
  });
  const answerTo = async (headers: Record<string, string>) => (await change(house, jar, headers)).status;

  test('pass with the session\'s token from our own pages', async () => {
    expect(await answerTo({ origin: house.url, 'x-csrf-token': csrf })).toBe(200);
    expect(await answerTo({ 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrf })).toBe(200);
  });

  test.each<[string, () => Record<string, string>]>([
    ['no token', () => ({ origin: house.url })],
    ['an empty token', () => ({ origin: house.url, 'x-csrf-token': '' })],
    ['a wrong token', () => ({ origin: house.url, 'x-csrf-token': sha256('annet') })],
    ['another site\'s origin', () => ({ origin: 'https://ond.example', 'x-csrf-token': csrf })],
    ['an origin that is hidden', () => ({ origin: 'null', 'x-csrf-token': csrf })],
    ['another site by its own word', () => ({ 'sec-fetch-site': 'cross-site', 'x-csrf-token': csrf })],
    ['a neighbour of ours', () => ({ 'sec-fetch-site': 'same-site', 'x-csrf-token': csrf })],
    ['no word of where from', () => ({ 'x-csrf-token': csrf })],
  ])('are refused with %s', async (_what, headers) => {
    expect(await answerTo(headers())).toBe(403);
  });

  test('are refused with another session\'s token, also when the cookie agrees with it', async () => {
    const other = await logIn(house, 'koordinator');
    const theirs = other.jar.get('forlop-csrf')!;
    const mixed = new CookieJar();
    mixed.set(SESSION, jar.get(SESSION)!);
    mixed.set('forlop-csrf', theirs);
    expect((await change(house, mixed, { origin: house.url, 'x-csrf-token': theirs })).status).toBe(403);
  });

  test('need neither when a token of the provider is brought', async () => {
    const key = await proofKey();
    const token = await house.provider.token('behandler', { dpop: key });
    const dpop = await proof(key, token, { claims: { htm: 'POST', htu: `${house.url}/endre` } });
    const response = await change(house, new CookieJar(), { authorization: `DPoP ${token}`, dpop });
    expect(await response.json()).toMatchObject({ subject: 'behandler', csrf: null });
  });

  test('not so those that change nothing, where the one that answers has said which page may read', async () => {
    expect((await readElsewhere(house, jar)).status).toBe(200);
    expect((await readElsewhere(house, new CookieJar())).status).toBe(401);
  });

  test('a bad token is not made good by a cookie', async () => {
    expect((await jar.fetch(`${house.url}/meg`, { headers: { authorization: 'Bearer feil' } })).status).toBe(401);
  });
});
