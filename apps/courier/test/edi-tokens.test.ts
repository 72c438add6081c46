import { afterEach, expect, test } from '@jest/globals';
import { EdiClient } from '@forlop/dialogmelding';
import { startEdiSimulator, type EdiSimulator } from '@forlop/dialogmelding/simulator';
import { IdentityError, Issuer, TokenVerifier } from '@forlop/identity';
import { startHelseIdSimulator, type HelseIdSimulator } from '@forlop/identity/simulator';
import { decodeJwt } from 'jose';
import { ediScope, ediTokens } from '../src/edi-tokens.js';

const [hospital, unit] = ['310000019', '310000027'];
let helseId: HelseIdSimulator;
let edi: EdiSimulator;
let refusals: string[] = [];
afterEach(async () => {
  await Promise.all([helseId.close(), edi.close()]);
  refusals = [];
});

/** EDI as it is behind HelseID: it takes tokens of its own audience and scope, bound to a key, with proof for the request and its own nonce. */
async function start(apis: Readonly<Record<string, string>> = { 'nhn:msh': ediScope }) {
  helseId = await startHelseIdSimulator({ apis, ownOrganisation: null });
  const verifier = new TokenVerifier({ issuer: new Issuer({ issuer: helseId.issuer }), audience: 'nhn:msh', acceptSynthetic: true });
  edi = await startEdiSimulator({
    accepts: async ({ authorization, dpop, method, url }) => {
      if (dpop === null || decodeJwt(dpop)['nonce'] !== 'n-1') return 'n-1';
      try {
        const { scopes, organisation } = await verifier.verify({ authorization, dpop, method, url });
        return scopes.includes(ediScope) && organisation.parent === hospital && organisation.child === unit;
      } catch (error) {
        if (!(error instanceof IdentityError)) throw error;
        refusals.push(error.code);
        return false;
      }
    },
  });
  const { issuer, clientId, clientKey } = helseId;
  const tokens = ediTokens({ issuer, clientId, clientKey: { reveal: () => JSON.stringify(clientKey) }, parent: hospital, child: unit });
  return new EdiClient({ baseUrl: edi.url, tokens, application: { name: 'Forlop', version: '0.1.0' } });
}

test('EDI lets in a token of HelseID with a proof for each request, and one token serves them all', async () => {
  const client = await start();
  expect(await client.unread({ receiverHerIds: ['8000001', '8000002'] })).toEqual([]);
  expect(await client.unread({ receiverHerIds: ['8000001'] })).toEqual([]);
  await expect(client.markRead('6f0d0f3c-5c27-4b6c-9a39-0a2b7a5d0c11', '8000001')).rejects.toMatchObject({ status: 404 });
  expect([refusals, helseId.given.get(ediScope)]).toEqual([[], 1]);
});

test('while HelseID is away it is tried again later; that HelseID says no is for somebody to see to', async () => {
  const away = await start();
  helseId.down(true);
  await expect(away.unread({ receiverHerIds: ['8000001'] })).rejects.toMatchObject({ kind: 'try-again' });
  await Promise.all([helseId.close(), edi.close()]);
  const closed = await start({ 'nhn:annet': 'nhn:annet/api' });
  await expect(closed.unread({ receiverHerIds: ['8000001'] })).rejects.toMatchObject({ kind: 'not-authorised', message: 'HelseID gir ikke Forløp tilgang til EDI.' });
});
