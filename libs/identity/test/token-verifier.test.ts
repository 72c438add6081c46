import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, exportJWK, exportSPKI, generateKeyPair, importJWK, UnsecuredJWT, type CryptoKey } from 'jose';
import { demoSystem, demoUser, demoUsers, IdentityError, Issuer, SYSTEM, TokenVerifier, type TokenRequest } from '../src/index.js';
import { API, AUDIENCE, forged, proof, proofKey, startProvider, type Forgery, type ProofKey, type Provider } from './support.js';

let provider: Provider;
let verifier: TokenVerifier;
let token: string;

beforeAll(async () => {
  provider = await startProvider();
  verifier = new TokenVerifier({ issuer: new Issuer({ issuer: provider.issuer }), audience: AUDIENCE, acceptSynthetic: true });
  token = await provider.token('behandler');
});
afterAll(() => provider.remove());

const request = (authorization: string | undefined, dpop?: string): TokenRequest => ({ authorization, dpop, method: 'GET', url: `${API}?side=2` });
const seconds = (fromNow: number): number => Math.floor(Date.now() / 1_000) + fromNow;

async function refusal(asked: TokenRequest, by: TokenVerifier = verifier): Promise<IdentityError> {
  try {
    await by.verify(asked);
  } catch (error) {
    if (error instanceof IdentityError) return error;
    throw error;
  }
  throw new Error('was let in');
}

describe('a token of the provider', () => {
  test('is of the kind that HelseID makes', () => {
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt', kid: provider.signingKey.kid });
    expect(decodeJwt(token)).toMatchObject({ iss: provider.issuer, aud: AUDIENCE, client_id: 'forlop-skript', 'helseid://claims/identity/security_level': '4' });
  });

  test.each(demoUsers.map(({ key }) => [key]))('says who «%s» is', async (key) => {
    const { name, personNumber, hprNumber, organisation } = demoUser(key);
    const identity = await verifier.verify(request(`Bearer ${await provider.token(key)}`));
    expect(identity).toEqual({ kind: 'person', issuer: provider.issuer, subject: key, personNumber, name, hprNumber, organisation, scopes: ['forlop:user'], clientId: 'forlop-skript' });
  });

  test('says which system it is, with the scopes asked for', async () => {
    const bearer = await provider.token(SYSTEM, { scopes: ['forlop:referral.write'] });
    expect(await verifier.verify(request(`Bearer ${bearer}`))).toEqual({
      kind: 'system',
      issuer: provider.issuer,
      subject: 'forlop-demojournal',
      personNumber: null,
      name: null,
      hprNumber: null,
      organisation: demoSystem.organisation,
      scopes: ['forlop:referral.write'],
      clientId: 'forlop-demojournal',
    });
  });

  test('a scheme in other letters is the same scheme', async () => {
    expect((await verifier.verify(request(`bearer ${token}`))).kind).toBe('person');
  });
});

describe('what is not a token of a person at the right level for us', () => {
  const withClaims = (claims: Record<string, unknown>): Forgery => ({ claims });

  test('the forging itself is right: nothing changed is let in', async () => {
    expect((await verifier.verify(request(`Bearer ${await forged(token, provider.signingKey, {})}`))).kind).toBe('person');
  });

  test.each<[string, Forgery, string]>([
    ['expired', withClaims({ exp: seconds(-11) }), 'expired'],
    ['without an end', withClaims({ exp: undefined }), 'invalid-claims'],
    ['not yet valid', withClaims({ nbf: seconds(30) }), 'not-yet-valid'],
    ['issued in the future', withClaims({ iat: seconds(30) }), 'not-yet-valid'],
    ['without a day of issue', withClaims({ iat: undefined }), 'invalid-claims'],
    ['for another audience', withClaims({ aud: 'nhn:kjernejournal' }), 'wrong-audience'],
    ['for us and others', withClaims({ aud: [AUDIENCE, 'nhn:kjernejournal'] }), 'wrong-audience'],
    ['for nobody', withClaims({ aud: undefined }), 'wrong-audience'],
    ['of another issuer', withClaims({ iss: 'https://helseid.example' }), 'wrong-issuer'],
    ['of an issuer that is almost ours', withClaims({ iss: 'http://localhost/' }), 'wrong-issuer'],
    ['typed as an ID token', { header: { typ: 'id+jwt' } }, 'wrong-type'],
    ['typed as a log-out token', { header: { typ: 'logout+jwt' } }, 'wrong-type'],
    ['without a type', { header: { typ: undefined } }, 'wrong-type'],
    ['signed with a key that nobody knows', { header: { kid: 'ukjent' } }, 'unknown-key'],
    ['with an extension that we do not understand', { header: { crit: ['utvidelse'], utvidelse: true } }, 'invalid-token'],
    ['of level 3', withClaims({ 'helseid://claims/identity/security_level': '3' }), 'low-security-level'],
    ['without a level', withClaims({ 'helseid://claims/identity/security_level': undefined }), 'low-security-level'],
    ['with a wrong person number', withClaims({ 'helseid://claims/identity/pid': '01010112345' }), 'invalid-claims'],
    ['of a person without a number, which is no system', withClaims({ 'helseid://claims/identity/pid': undefined }), 'invalid-claims'],
    ['bound in a way that we cannot check', withClaims({ cnf: { 'x5t#S256': 'abc' } }), 'invalid-claims'],
  ])('%s', async (_what, forgery, code) => {
    const error = await refusal(request(`Bearer ${await forged(token, provider.signingKey, forgery)}`));
    expect(error).toMatchObject({ code, status: 401, publicSentence: 'Du er ikke logget inn, eller innloggingen gjelder ikke her.' });
  });

  test('clocks may differ by some seconds', async () => {
    const late = await forged(token, provider.signingKey, { claims: { exp: seconds(-5), nbf: seconds(5), iat: seconds(5) } });
    expect((await verifier.verify(request(`Bearer ${late}`))).kind).toBe('person');
  });

  test('unsigned', async () => {
    const unsigned = new UnsecuredJWT(decodeJwt(token)).encode();
    expect((await refusal(request(`Bearer ${unsigned}`))).code).toBe('wrong-algorithm');
    const [header, claims] = token.split('.');
    expect((await refusal(request(`Bearer ${header}.${claims}.`))).code).toBe('bad-signature');
    expect((await refusal(request(`Bearer ${header}.${claims}`))).code).toBe('invalid-token');
  });

  test('signed by HS256 with the provider\'s public key as the secret', async () => {
    const { n, e, kty } = provider.signingKey;
    const pem = await exportSPKI((await importJWK({ n: n!, e: e!, kty: kty! } as never, 'RS256')) as CryptoKey);
    const hs256 = await forged(token, provider.signingKey, { header: { alg: 'HS256' }, key: new TextEncoder().encode(pem) });
    expect((await refusal(request(`Bearer ${hs256}`))).code).toBe('wrong-algorithm');
  });

  test('signed by another with the provider\'s key id', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await refusal(request(`Bearer ${await forged(token, provider.signingKey, { key: privateKey })}`))).code).toBe('bad-signature');
  });

  test('changed after it was signed', async () => {
    const [header, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(token), 'helseid://claims/identity/pid': demoUser('koordinator').personNumber })).toString('base64url');
    expect((await refusal(request(`Bearer ${header}.${claims}.${signature}`))).code).toBe('bad-signature');
  });

  test('the provider\'s ID token and the script\'s own assertions', async () => {
    const idToken = await forged(token, provider.signingKey, { header: { typ: 'JWT' }, claims: { aud: 'forlop-skript' } });
    expect((await refusal(request(`Bearer ${idToken}`))).code).toBe('wrong-audience');
  });

  test.each([
    [undefined, 'missing-token'],
    ['', 'missing-token'],
    ['Basic YTpi', 'invalid-token'],
    ['Bearer', 'invalid-token'],
    ['Bearer a b', 'invalid-token'],
    ['Bearer ikke.et.token', 'invalid-token'],
    ['Bearer ....', 'invalid-token'],
  ])('Authorization «%s»', async (authorization, code) => {
    expect((await refusal(request(authorization))).code).toBe(code);
  });

  test('a number of the test series in production', async () => {
    const strict = new TokenVerifier({ issuer: new Issuer({ issuer: provider.issuer }), audience: AUDIENCE, acceptSynthetic: false });
    expect((await refusal(request(`Bearer ${token}`), strict)).code).toBe('invalid-claims');
  });

  test('no refusal holds the token or the person\'s number', async () => {
    const error = await refusal(request(`Bearer ${await forged(token, provider.signingKey, withClaims({ exp: seconds(-11) }))}`));
    const shown = JSON.stringify([error.message, error.publicSentence, error.cause, error.stack]);
    expect(shown).not.toContain(demoUser('behandler').personNumber);
    expect(shown).not.toContain(token.split('.')[1]!.slice(0, 20));
  });
});

describe('proof of possession', () => {
  let key: ProofKey;
  let bound: string;

  beforeAll(async () => {
    key = await proofKey();
    bound = await provider.token('koordinator', { dpop: key });
  });

  test('with its proof a bound token is let in', async () => {
    expect(decodeJwt(bound)['cnf']).toEqual({ jkt: key.thumbprint });
    expect((await verifier.verify(request(`DPoP ${bound}`, await proof(key, bound)))).subject).toBe('koordinator');
  });

  test('systems have it too', async () => {
    const system = await provider.token(SYSTEM, { dpop: key });
    expect((await verifier.verify(request(`DPoP ${system}`, await proof(key, system)))).kind).toBe('system');
  });

  test('a proof is good once', async () => {
    const once = await proof(key, bound);
    await verifier.verify(request(`DPoP ${bound}`, once));
    expect(await refusal(request(`DPoP ${bound}`, once))).toMatchObject({ code: 'replayed-proof', status: 401 });
  });

  test('a bound token is no bearer token, with or without its proof', async () => {
    expect((await refusal(request(`Bearer ${bound}`))).code).toBe('bound-token-as-bearer');
    expect((await refusal(request(`Bearer ${bound}`, await proof(key, bound)))).code).toBe('bound-token-as-bearer');
  });

  test('a bearer token is no bound token', async () => {
    expect((await refusal(request(`DPoP ${token}`, await proof(key, token)))).code).toBe('not-bound');
  });

  test('without a proof', async () => {
    expect((await refusal(request(`DPoP ${bound}`))).code).toBe('missing-proof');
  });

  test.each<[string, Forgery]>([
    ['for another method', { claims: { htm: 'POST' } }],
    ['for another path', { claims: { htu: 'http://localhost:3000/api/v1/innstillinger' } }],
    ['for another host', { claims: { htu: API.replace('localhost', 'annet.example') } }],
    ['for no address', { claims: { htu: 'arbeidsliste' } }],
    ['for another token', { claims: { ath: 'x'.repeat(43) } }],
    ['for no token', { claims: { ath: undefined } }],
    ['too old', { claims: { iat: seconds(-80) } }],
    ['from the future', { claims: { iat: seconds(60) } }],
    ['without a time', { claims: { iat: undefined } }],
    ['without an id', { claims: { jti: undefined } }],
    ['with an empty id', { claims: { jti: '' } }],
    ['with an endless id', { claims: { jti: 'x'.repeat(300) } }],
    ['of another type', { header: { typ: 'JWT' } }],
    ['without a key', { header: { jwk: undefined } }],
    ['with a key that is none', { header: { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } } }],
  ])('a proof %s', async (_what, forgery) => {
    expect((await refusal(request(`DPoP ${bound}`, await proof(key, bound, forgery)))).code).toBe('invalid-proof');
  });

  test('a proof by another key', async () => {
    expect((await refusal(request(`DPoP ${bound}`, await proof(await proofKey(), bound)))).code).toBe('invalid-proof');
  });

  test('a proof that shows its private key', async () => {
    const jwk = await exportJWK(key.privateKey);
    expect((await refusal(request(`DPoP ${bound}`, await proof(key, bound, { header: { jwk } })))).code).toBe('invalid-proof');
  });

  test('two proofs in one header, or words', async () => {
    const two = `${await proof(key, bound)}, ${await proof(key, bound)}`;
    expect((await refusal(request(`DPoP ${bound}`, two))).code).toBe('invalid-proof');
    expect((await refusal(request(`DPoP ${bound}`, 'bevis'))).code).toBe('invalid-proof');
  });

  test('the address of the proof may have a query and the standard port', async () => {
    const elsewhere: TokenRequest = { authorization: `DPoP ${bound}`, method: 'GET', url: 'https://forlop.example/api/v1/sok?navn=x' };
    const dpop = await proof(key, bound, { claims: { htu: 'https://FORLOP.example:443/api/v1/sok' } });
    expect((await verifier.verify({ ...elsewhere, dpop })).subject).toBe('koordinator');
  });

  test('rather than letting one through that cannot be remembered, it is put off', async () => {
    const full = new TokenVerifier({ issuer: new Issuer({ issuer: provider.issuer }), audience: AUDIENCE, acceptSynthetic: true, proofs: { remember: () => 'full' } });
    expect(await refusal(request(`DPoP ${bound}`, await proof(key, bound)), full)).toMatchObject({ code: 'too-many-proofs', status: 503 });
  });
});
