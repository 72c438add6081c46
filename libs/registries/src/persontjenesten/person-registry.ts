import { RegistryHttp, type RegistryEndpoint } from '../http/registry-http.js';
import type { PersonEvent, PersonRegistry } from '../ports.js';
import { personOf } from './person-of.js';
import { eventSchema, eventsSchema, personSchema } from './person-schema.js';

/** The scope at HelseID that shows protected addresses too. */
export const personScope = 'nhn:hgd-persontjenesten-api/full-access';

/** What we ask for and no more (dataminimering). */
const parts = ['NorwegianIdentificationNumber', 'Name', 'Death', 'Status', 'AddressProtection', 'ResidentialAddress'];
/** What a change in our parts is called, and what may change all of them. */
const eventTypes = [
  'PersonIsDeceased', 'PersonIsReactivated', 'PersonIsDiscontinued', 'PersonIsDiscontinuedAsDuplicate', 'PersonIsEmigrated', 'ChangeInStatus', 'ChangeInDeath', 'ChangeInName',
  'ChangeInAddressProtection', 'ChangeInResidentialAddress', 'ChangeInResidentialAddressWithoutRelocation', 'ChangeInNorwegianIdentificationNumber', 'PersonCorrected',
];
const root = '/api/v3/full-access';

/** Persontjenesten's Person API, version 3 (docs/registries.md). @param endpoint `baseUrl` is what stands before `/api`. */
export function persontjenesten(endpoint: RegistryEndpoint): PersonRegistry {
  const http = new RegistryHttp('persontjenesten', endpoint);
  return {
    async person(personNumber) {
      const { value, ...answer } = await http.json(
        {
          method: 'POST',
          path: `${root}/person/get-by-nin`,
          query: new Map([['informationParts', parts], ['includeHistory', ['false']]]),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ nin: personNumber }).toString(),
        },
        personSchema,
      );
      return { ...answer, value: value === null ? null : personOf(value) };
    },
    async events(fromSequence) {
      const { value, ...answer } = await http.json({ method: 'GET', path: `${root}/event`, query: new Map([['sequenceNumber', [String(fromSequence)]], ['eventTypes', eventTypes]]) }, eventsSchema);
      return { ...answer, value: (value?.results ?? []).map(eventOf) };
    },
    async latestEvent() {
      const { value, ...answer } = await http.json({ method: 'GET', path: `${root}/event/latest` }, eventSchema);
      return { ...answer, value: value === null ? null : eventOf(value) };
    },
  };
}

const eventOf = ({ sequenceNumber, personId, eventType }: { sequenceNumber: number; personId: string; eventType: string }): PersonEvent => ({ sequence: sequenceNumber, registryId: personId, type: eventType });
