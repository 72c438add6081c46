import { afterEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { IdentityError, Issuer, TokenClient, TokenVerifier, type ActsFor } from '../src/index.js';
import { startHelseIdSimulator, type HelseIdSimulator, type HelseIdSimulatorOptions } from '../src/simulator/index.js';

const apis = { 'nhn:msh': 'nhn:msh/api', 'nhn:cp-api': 'nhn:cp-api/access-v2-dpop' };
const [hospital, unit] = ['310000019', '310000027'];
const url = 'https://api.example/Messages/1?til=42';

let helseId: HelseIdSimulator | undefined;
let clock = 0;
afterEach(async () => {
  await helseId?.close();
  clock = 0;
});

async function start(actsFor: ActsFor, options: Partial<HelseIdSimulatorOptions> = {}, more: Partial<ConstructorParameters<typeof TokenClient>[0]> = {}) {
  helseId = await startHelseIdSimulator({ apis, ownOrganisation: null, ...options });
  const { issuer, clientId, clientKey } = helseId;
  const now = () => new Date(Date.now() + clock);
  const client = new TokenClient({ issuer: new Issuer({ issuer }), clientId, clientKey, actsFor, now, ...more });
  const verifier = (audience: keyof typeof apis) => new TokenVerifier({ issuer: new Issuer({ issuer }), audience, acceptSynthetic: true });
  return { helseId, client, verifier };
}
const both: ActsFor = { kind: 'multi-tenant', parent: hospital, child: unit };

describe('a token of HelseID', () => {
  test('is bound to a key, opens one API, and comes with a proof for one request', async () => {
    const { client, verifier } = await start(both);
    const { token, proof } = await client.accessTo('nhn:msh/api')({ method: 'GET', url });
    const shown = { authorization: `DPoP ${token}`, dpop: proof, method: 'GET', url };
    const api = verifier('nhn:msh');
    expect(await api.verify(shown)).toMatchObject({ kind: 'system', clientId: 'forlop-maskin', scopes: ['nhn:msh/api'], organisation: { parent: hospital, child: unit } });
    await expect(api.verify(shown)).rejects.toMatchObject({ code: 'replayed-proof' });
    await expect(api.verify({ ...shown, method: 'POST' })).rejects.toMatchObject({ code: 'invalid-proof' });
    await expect(api.verify({ ...shown, url: 'https://api.example/Messages/2' })).rejects.toMatchObject({ code: 'invalid-proof' });
    await expect(verifier('nhn:cp-api').verify(shown)).rejects.toMatchObject({ code: 'wrong-audience' });
    expect(decodeJwt(proof)).toMatchObject({ htm: 'GET', htu: 'https://api.example/Messages/1' });
  });

  test.each<[string, ActsFor, string | null, object]>([
    ['its own organisation', { kind: 'single-tenant', child: null }, hospital, { parent: hospital, child: null }],
    ['a unit of its own', { kind: 'single-tenant', child: unit }, hospital, { parent: hospital, child: unit }],
    ['an organisation that let it', { kind: 'multi-tenant', parent: hospital, child: null }, null, { parent: hospital, child: null }],
  ])('is for %s', async (_whom, actsFor, ownOrganisation, organisation) => {
    const { client, verifier } = await start(actsFor, { ownOrganisation });
    const { token, proof } = await client.accessTo('nhn:msh/api')({ method: 'POST', url });
    expect(await verifier('nhn:msh').verify({ authorization: `DPoP ${token}`, dpop: proof, method: 'POST', url })).toMatchObject({ organisation });
  });

  test('is fetched once for all who wait, kept, and renewed shortly before it expires', async () => {
    const { client, helseId } = await start(both, { tokenSeconds: 100 });
    const access = client.accessTo('nhn:msh/api');
    const all = await Promise.all([1, 2, 3].map(() => access({ method: 'GET', url })));
    expect(new Set(all.map(({ token }) => token)).size).toBe(1);
    expect(new Set(all.map(({ proof }) => proof)).size).toBe(3);
    clock = 60_000;
    await access({ method: 'GET', url });
    expect(helseId.given.get('nhn:msh/api')).toBe(1);
    clock = 75_000;
    expect((await access({ method: 'GET', url })).token).not.toBe(all[0]!.token);
    expect(helseId.given.get('nhn:msh/api')).toBe(2);
  });

  test('that was refused is not shown again, and is asked for once however many were refused with it', async () => {
    const { client, helseId } = await start(both);
    const access = client.accessTo('nhn:msh/api');
    const { token } = await access({ method: 'GET', url });
    const again = await Promise.all([1, 2, 3].map(() => access({ method: 'GET', url, refused: token })));
    expect(again.map((one) => one.token)).not.toContain(token);
    expect(helseId.given.get('nhn:msh/api')).toBe(2);
  });

  test('comes with the nonce that a server asked for, at that server', async () => {
    const { client } = await start(both);
    const access = client.accessTo('nhn:msh/api');
    await access({ method: 'GET', url, nonce: 'n-1' });
    const [same, other] = await Promise.all([access({ method: 'GET', url }), access({ method: 'GET', url: 'https://annet.example/' })]);
    expect([decodeJwt(same.proof)['nonce'], decodeJwt(other.proof)['nonce']]).toEqual(['n-1', undefined]);
  });
});

describe('no token', () => {
  test('while HelseID is away: a good one serves on, then it says so, and it is not asked at every call', async () => {
    const { client, helseId } = await start(both, { tokenSeconds: 100 });
    const access = client.accessTo('nhn:msh/api');
    const { token } = await access({ method: 'GET', url });
    helseId.down(true);
    clock = 75_000;
    expect((await access({ method: 'GET', url })).token).toBe(token);
    clock = 96_000;
    await expect(access({ method: 'GET', url })).rejects.toMatchObject({ code: 'unavailable' });
    helseId.down(false);
    await expect(access({ method: 'GET', url })).rejects.toMatchObject({ code: 'unavailable' });
    clock = 102_000;
    expect((await access({ method: 'GET', url })).token).not.toBe(token);
  });

  test.each<[string, Partial<ActsFor>, string | null, string]>([
    ['for an organisation that is not told', { kind: 'single-tenant' }, null, 'nhn:msh/api'],
    ['for another organisation than its own', {}, hospital, 'nhn:msh/api'],
    ['for an API that the client may not use', {}, null, 'nhn:annet/api'],
  ])('%s: it says that HelseID said no, and no secret', async (_what, more, ownOrganisation, scope) => {
    const { client, helseId } = await start({ ...both, child: null, ...more } as ActsFor, { ownOrganisation });
    const error = await client.accessTo(scope)({ method: 'GET', url }).then(() => null, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(IdentityError);
    expect(error).toMatchObject({ code: 'login-failed' });
    expect(JSON.stringify([(error as Error).message, (error as Error).cause])).not.toContain(helseId.clientKey.d);
  });
});
