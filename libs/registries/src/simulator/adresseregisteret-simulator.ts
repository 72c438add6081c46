import { offices, type Office } from './names.js';
import { json, problem, type Reply, type SimRequest } from './reply.js';
import type { SimDoctor, Town } from './town.js';

/** Answers as Adresseregisteret does; undefined for what is not its own. */
export function adresseregisteretReply(town: Town, { method, path, body }: SimRequest): Reply | undefined {
  const one = /^\/api\/v1\/(communicationparty|organization)\/(\d+)$/.exec(path);
  if (method === 'GET' && one !== null) {
    const parties = allParties(town);
    const found = one[1] === 'organization'
      ? parties.find((party) => party.organizationDetails?.organizationNumber === one[2])
      : parties.find((party) => String(party.herId) === one[2]);
    return found === undefined ? problem(404, 'Not found') : json(200, found);
  }
  if (method === 'POST' && path === '/api/v1/communicationparty/search') {
    const { personSearchParameters: asked } = JSON.parse(body) as { personSearchParameters?: { hprNumber?: number } };
    return json(200, { communicationParties: allParties(town).filter((party) => party.personDetails?.hprNumber === asked?.hprNumber) });
  }
  return path.startsWith('/api/v1/') ? problem(404, 'No such endpoint') : undefined;
}

interface Party {
  readonly herId: number;
  readonly organizationDetails?: { readonly organizationNumber: string; readonly [more: string]: unknown };
  readonly personDetails?: { readonly hprNumber: number; readonly [more: string]: unknown };
  readonly [more: string]: unknown;
}

function allParties(town: Town): Party[] {
  return offices.flatMap((office, i) => {
    const reach = reachOf(town, office);
    const parentOrganization = { herId: office.herId, name: office.name, organizationNumber: office.orgNumber };
    const person = ({ herId, hprNumber, name }: SimDoctor): Party => ({ herId, name: `${name.given} ${name.family}`, type: 'Person', personDetails: { hprNumber: Number(hprNumber), parentOrganization }, ...reach });
    return [
      { herId: office.herId, name: office.name, type: 'Organization', organizationDetails: { organizationNumber: office.orgNumber, persons: [], services: [] }, ...reach },
      { herId: office.serviceHerId, name: 'Fastlege, liste uten fast lege', type: 'Service', serviceDetails: { parentOrganization }, ...reach },
      ...town.doctors.slice(2 * i, 2 * i + 2).map(person),
    ];
  });
}

/** An office that is closed takes no messages any more. */
function reachOf(town: Town, { orgNumber }: Office) {
  const certificate = { thumbprint: '00', validFrom: '2020-01-01T00:00:00Z', validTo: '2099-01-01T00:00:00Z' };
  const open = { ediAddress: `${orgNumber}@edi.example`, currentEncryptionCertificate: certificate, currentSigningCertificate: certificate, validFrom: '2012-01-01T00:00:00Z', amqpTransportStatus: 'Enabled' };
  return town.closedOffices.has(orgNumber) ? { ...open, ediAddress: null, validTo: '2012-02-01T00:00:00Z' } : open;
}
