import { osloDateOf, type OsloDate } from '@forlop/calendar';
import { z } from 'zod';
import { RegistryHttp, type RegistryEndpoint } from '../http/registry-http.js';
import type { AddressRegistry, CommunicationParty } from '../ports.js';
import { osloDateOfTime } from '../registry-dates.js';

/** The scope at HelseID; tokens are bound to a key (DPoP). */
export const addressScope = 'nhn:cp-api/access-v2-dpop';

const text = z.string().nullish();
const parentSchema = z.object({ herId: z.number().int(), name: text, organizationNumber: text });

const partySchema = z.object({
  herId: z.number().int().positive(),
  name: text,
  displayName: text,
  type: z.enum(['Organization', 'Person', 'Service']),
  organizationDetails: z.object({ organizationNumber: text }).nullish(),
  personDetails: z.object({ hprNumber: z.number().int(), parentOrganization: parentSchema.nullish() }).nullish(),
  serviceDetails: z.object({ parentOrganization: parentSchema.nullish() }).nullish(),
  currentEncryptionCertificate: z.object({ validTo: text }).nullish(),
  ediAddress: text,
  validFrom: text,
  validTo: text,
});
type PartyDocument = z.output<typeof partySchema>;
const searchSchema = z.object({ communicationParties: z.array(partySchema).nullish() });

const kinds = { Organization: 'organisation', Person: 'person', Service: 'service' } as const;
const mostOffices = 100;

/** Adresseregisteret's CommunicationParty API, version 1 (docs/registries.md). @param endpoint `baseUrl` is what stands before `/api`. */
export function adresseregisteret(endpoint: RegistryEndpoint): AddressRegistry {
  const http = new RegistryHttp('adresseregisteret', endpoint);
  const today = (): OsloDate => osloDateOf((endpoint.now?.() ?? new Date()).getTime());
  const one = async (path: string) => {
    const { value, ...answer } = await http.json({ method: 'GET', path }, partySchema);
    return { ...answer, value: value === null ? null : partyOf(value, today()) };
  };
  return {
    byHerId: (herId) => one(`/api/v1/communicationparty/${encodeURIComponent(herId)}`),
    ofOrganisation: (orgNumber) => one(`/api/v1/organization/${encodeURIComponent(orgNumber)}`),
    async ofPerson(hprNumber) {
      const { value, ...answer } = await http.json(
        {
          method: 'POST',
          path: '/api/v1/communicationparty/search',
          query: new Map([['Page', ['1']], ['Size', [String(mostOffices)]]]),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ personSearchParameters: { hprNumber: Number(hprNumber) } }),
        },
        searchSchema,
      );
      const parties = (value?.communicationParties ?? []).map((party) => partyOf(party, today()));
      // Held to what was asked: a search that looks at less than it is given must not make a stranger somebody's doctor.
      return { ...answer, value: parties.filter((party) => party.hprNumber !== null && Number(party.hprNumber) === Number(hprNumber)) };
    },
  };
}

function partyOf(document: PartyDocument, today: OsloDate): CommunicationParty {
  const parent = document.personDetails?.parentOrganization ?? document.serviceDetails?.parentOrganization ?? null;
  const validFrom = osloDateOfTime(document.validFrom);
  const validTo = osloDateOfTime(document.validTo);
  const certificateTo = osloDateOfTime(document.currentEncryptionCertificate?.validTo);
  const isValid = (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);
  const hasCertificate = document.currentEncryptionCertificate != null && (certificateTo === null || today <= certificateTo);
  return {
    herId: String(document.herId),
    kind: kinds[document.type],
    name: document.displayName || document.name || '',
    orgNumber: document.organizationDetails?.organizationNumber ?? null,
    hprNumber: document.personDetails == null ? null : String(document.personDetails.hprNumber),
    parent: parent === null ? null : { herId: String(parent.herId), name: parent.name ?? '', orgNumber: parent.organizationNumber ?? null },
    receivesMessages: isValid && hasCertificate && Boolean(document.ediAddress),
    validFrom,
    validTo,
  };
}
