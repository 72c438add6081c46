import type { AddressProtection } from '../ports.js';
import type { SimEvent, SimPerson, Town } from './town.js';
import { json, problem, type Reply, type SimRequest } from './reply.js';

const levels: Readonly<Record<AddressProtection, string>> = { ugradert: 'Unclassified', klientadresse: 'ClientAddress', fortrolig: 'Confidential', strengtFortrolig: 'StrictlyConfidential' };
const mostEvents = 1000;

/** Answers as Persontjenesten does; undefined for what is not its own. */
export function persontjenestenReply(town: Town, { method, path, query, body }: SimRequest): Reply | undefined {
  if (!path.startsWith('/api/v3/full-access/')) return undefined;
  const call = path.slice('/api/v3/full-access/'.length);
  if (method === 'POST' && call === 'person/get-by-nin') {
    const parts = query.getAll('informationParts');
    if (parts.length === 0) return problem(400, 'informationParts is required');
    const nin = new URLSearchParams(body).get('nin') ?? '';
    if (!/^\d{11}$/.test(nin)) return problem(400, 'nin is not valid');
    const person = town.person(nin);
    return person === undefined ? problem(404, 'Person not found') : json(200, only(documentOf(person), parts));
  }
  if (method === 'GET' && call === 'event') {
    const from = Number(query.get('sequenceNumber') ?? '1');
    const types = new Set(query.getAll('eventTypes'));
    const results = town.events.filter(({ sequence, type }) => sequence >= from && (types.size === 0 || types.has(type))).slice(0, mostEvents);
    return json(200, { results: results.map(eventDocument), startIndex: 0, endIndex: results.length });
  }
  if (method === 'GET' && call === 'event/latest') {
    const last = town.events.at(-1);
    return last === undefined ? problem(404, 'Event document not found') : json(200, eventDocument(last));
  }
  return problem(404, 'No such endpoint');
}

const eventDocument = ({ sequence, personId, type }: SimEvent) => ({ sequenceNumber: String(sequence), personId, eventType: type });

/** The parts that were asked for, by their names with a small first letter. */
function only(document: Record<string, unknown>, parts: readonly string[]): Record<string, unknown> {
  const wanted = new Set(['id', 'sequenceNumber', ...parts.map((part) => part.charAt(0).toLowerCase() + part.slice(1))]);
  return Object.fromEntries(Object.entries(document).filter(([name]) => wanted.has(name)));
}

function documentOf({ id, nin, name, death, protection, address }: SimPerson): Record<string, unknown> {
  const isDead = death?.isValid === true;
  return {
    id,
    sequenceNumber: 1,
    norwegianIdentificationNumber: [{ isValid: true, status: 'InUse', identificationNumber: nin, identificationNumberType: 'NationalIdentityNumber' }],
    name: [{ isValid: true, givenName: name.given, familyName: name.family }],
    status: [{ isValid: true, status: isDead ? 'Deceased' : 'Resident' }],
    ...(death !== null && { death: { isValid: death.isValid, registeredAt: `${death.registeredOn}T12:00:00+00:00`, ...(death.on !== null && { deceasedDate: `${death.on}T00:00:00+00:00` }) } }),
    ...(protection !== 'ugradert' && { addressProtection: [{ isValid: true, protectionLevel: levels[protection] }] }),
    residentialAddress: [
      {
        isValid: true,
        addressConfidentiality: levels[protection],
        moveDate: `${address.movedOn}T12:00:00+00:00`,
        streetAddress: {
          municipalityNumber: address.municipality, addressName: address.street, addressNumber: { houseNumber: String(address.house) }, city: { cityName: address.city, postalCode: address.postalCode },
        },
      },
    ],
  };
}
