import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { IdentityError, Issuer, machineClient, TokenVerifier } from '@forlop/identity';
import { startHelseIdSimulator, type HelseIdSimulator } from '@forlop/identity/simulator';
import { addressScope, adresseregisteret, personScope, persontjenesten, type RegistryName } from '@forlop/registries';
import { startRegistrySimulator, type RegistrySimulator } from '@forlop/registries/simulator';
import { decodeJwt } from 'jose';
import { byTokensOf } from '../src/registries/registry-tokens.js';

const apis = { 'nhn:hgd-persontjenesten-api': personScope, 'nhn:cp-api': addressScope };
const audiences: Partial<Record<RegistryName, keyof typeof apis>> = { persontjenesten: 'nhn:hgd-persontjenesten-api', adresseregisteret: 'nhn:cp-api' };
const hospital = '310000019';

let helseId: HelseIdSimulator;
let registries: RegistrySimulator;
let wantedNonce: string | null;
beforeEach(async () => {
  wantedNonce = null;
  helseId = await startHelseIdSimulator({ apis, ownOrganisation: hospital });
  const verifiers = new Map(Object.values(audiences).map((audience) => [audience, new TokenVerifier({ issuer: new Issuer({ issuer: helseId.issuer }), audience, acceptSynthetic: true })]));
  registries = await startRegistrySimulator({
    requireAuthorisation: true,
    accepts: async (registry, { authorization, dpop, method, url }) => {
      if (wantedNonce !== null && (dpop === null || decodeJwt(dpop)['nonce'] !== wantedNonce)) return wantedNonce;
      try {
        const { scopes } = await verifiers.get(audiences[registry]!)!.verify({ authorization, dpop: dpop ?? undefined, method, url });
        return scopes.includes(apis[audiences[registry]!]);
      } catch (error) {
        if (!(error instanceof IdentityError)) throw error;
        return false;
      }
    },
  });
});
afterEach(() => Promise.all([helseId.close(), registries.close()]));

const client = () => machineClient({ issuer: helseId.issuer, clientId: helseId.clientId, clientKey: { reveal: () => JSON.stringify(helseId.clientKey) }, parent: null, child: null });
const number = '01815000001';

test('Persontjenesten and Adresseregisteret let in a token each, with a proof for each request', async () => {
  const tokens = client();
  const persons = persontjenesten({ baseUrl: registries.urls.persontjenesten, authorise: byTokensOf(tokens, personScope) });
  const addresses = adresseregisteret({ baseUrl: registries.urls.adresseregisteret, authorise: byTokensOf(tokens, addressScope) });
  expect((await persons.person(number)).value?.personNumber).toBe(number);
  expect((await persons.events(1)).value).toEqual([]);
  expect((await addresses.byHerId('8100001')).value?.herId).toBe('8100001');
  expect([...helseId.given]).toEqual([[personScope, 1], [addressScope, 1]]);
});

test('a registry that asks for its nonce gets it with the same token; a token for another registry opens nothing', async () => {
  const tokens = client();
  const persons = persontjenesten({ baseUrl: registries.urls.persontjenesten, authorise: byTokensOf(tokens, personScope) });
  wantedNonce = 'n-1';
  expect((await persons.person(number)).value).not.toBeNull();
  wantedNonce = 'n-2';
  expect((await persons.person(number)).value).not.toBeNull();
  expect(helseId.given.get(personScope)).toBe(1);
  const wrong = persontjenesten({ baseUrl: registries.urls.persontjenesten, authorise: byTokensOf(tokens, addressScope) });
  await expect(wrong.person(number)).rejects.toMatchObject({ code: 'not-authorised' });
});

test('HelseID away is a registry that is away; HelseID that says no lets nobody in', async () => {
  helseId.down(true);
  const persons = persontjenesten({ baseUrl: registries.urls.persontjenesten, authorise: byTokensOf(client(), personScope) });
  await expect(persons.person(number)).rejects.toMatchObject({ code: 'unavailable' });
  helseId.down(false);
  const wrong = persontjenesten({ baseUrl: registries.urls.persontjenesten, authorise: byTokensOf(client(), 'nhn:annet/api') });
  await expect(wrong.person(number)).rejects.toMatchObject({ code: 'not-authorised', detail: expect.stringContaining('HelseID') });
});
