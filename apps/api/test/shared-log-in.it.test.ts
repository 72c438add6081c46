import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKey, MasterKeys, readKeySet, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { Issuer, TokenVerifier, WebSession } from '@forlop/identity';
import { openLedger, testDatabase, type Ledger } from '@forlop/ledger';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { authenticationBy } from '../src/access/authentication.js';
import { sharedMemory } from '../src/access/shared-memory.js';
import { testIssuer, type TestIssuer } from './support/issuer.js';
import { listening, type Listening } from './support/listening.js';
import { newHouse, newPerson, personToken, type Person } from './support/people.js';

// Two of the API's processes, as behind a load balancer: nothing is shared but the database.
const publicUrl = 'https://forlop.example';
let database: Awaited<ReturnType<typeof testDatabase>>;
let issuer: TestIssuer;
let person: Person;
let ledgers: Ledger[];
let apis: Listening[];

beforeAll(async () => {
  database = await testDatabase();
  issuer = await testIssuer();
  const options = { url: database.url, rules: loadRules(), keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() }), searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() }), poolSize: 4 };
  const engine = await openLedger(options);
  const house = await newHouse(engine, 'Prøve sykehus');
  person = await newPerson(engine, 'anne', house, ['coordinator']);
  const keys = readKeySet(generateKey(), 'SESSION_KEYS');
  const seen = [await openLedger({ ...options, role: 'api' }), await openLedger({ ...options, role: 'api' })];
  ledgers = [engine, ...seen];
  apis = await Promise.all(
    seen.map((ledger) => {
      const provider = new Issuer({ issuer: issuer.issuer });
      const memory = sharedMemory(ledger);
      const verifier = new TokenVerifier({ issuer: provider, audience: issuer.audience, acceptSynthetic: true, proofs: memory.proofs });
      const session = new WebSession({ issuer: provider, verifier, clientId: 'web', clientKey: issuer.clientKey, scopes: [], publicUrl, keys, ended: memory.ended });
      return listening({ ledger, publicUrl, authentication: authenticationBy({ verifier, session, onRefused: () => undefined }) });
    }),
  );
}, 60_000);
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()));
  await Promise.all(ledgers.map((ledger) => ledger.close()));
  await issuer.close();
  await database.drop();
});

describe('two processes of the API', () => {
  test('a proof that one has taken, the other refuses', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwk = await exportJWK(publicKey);
    const token = await personToken(issuer, person, { cnf: { jkt: await calculateJwkThumbprint(jwk) } });
    const ath = createHash('sha256').update(token).digest('base64url');
    const proof = () => new SignJWT({ jti: randomUUID(), htm: 'GET', htu: `${publicUrl}/api/v1/me`, ath }).setIssuedAt().setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk }).sign(privateKey);
    const ask = async (api: Listening, dpop: string) => (await fetch(`${api.url}/api/v1/me`, { headers: { Authorization: `DPoP ${token}`, DPoP: dpop } })).status;
    const [one, other] = [await proof(), await proof()];
    expect([await ask(apis[0]!, one), await ask(apis[1]!, one), await ask(apis[0]!, one)]).toEqual([200, 401, 401]);
    const both = await Promise.all(apis.map((api) => ask(api, other)));
    expect(both.sort()).toEqual([200, 401]);
  });

  test('what the provider tells one of a log-out is taken as a form, and is known to the other', async () => {
    const claims = { aud: 'web', jti: randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
    const logoutToken = await issuer.token({ subject: 'anne', personNumber: '-' }, claims);
    const tell = async (body: string) => (await fetch(`${apis[0]!.url}/auth/backchannel-logout`, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).status;
    // Signed as an access token: refused for its type, and nobody is logged out.
    expect(await tell(`logout_token=${logoutToken}`)).toBe(400);
    expect(await tell(`logout_token=${'x'.repeat(20_000)}`)).toBe(413);
    const memory = ledgers.slice(1).map((ledger) => sharedMemory(ledger).ended);
    const began = new Date();
    await memory[0]!.end('session en', began);
    expect([await memory[1]!.has(['session en'], began), await memory[1]!.has(['session to'], began)]).toEqual([true, false]);
  });
});
