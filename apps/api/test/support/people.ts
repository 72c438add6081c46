import { houseRoles, type Role } from '@forlop/access';
import { syntheticFodselsnummer, syntheticOrganisasjonsnummer } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import type { JWTPayload } from 'jose';
import type { TestIssuer } from './issuer.js';

/** An organisation of the tests and its number. */
export interface House {
  readonly id: string;
  readonly number: string;
}

/** Someone who may be signed in as. */
export interface Person {
  readonly key: string;
  readonly personNumber: string;
  readonly hprNumber?: string;
  readonly house: House;
}

const grantor = { kind: 'system', id: 'prove' } as const;
let serial = 0;

/** A hospital of its own. */
export async function newHouse(ledger: Ledger, name: string): Promise<House> {
  serial += 1;
  const number = syntheticOrganisasjonsnummer(100 + serial);
  const { id } = await ledger.registerOrganisation({ kind: 'hospital', name, orgNumber: number });
  return { id, number };
}

/** Someone new in these roles. */
export async function newPerson(ledger: Ledger, key: string, house: House, roles: readonly Exclude<Role, 'system' | 'fastlege'>[], hprNumber?: string): Promise<Person> {
  serial += 1;
  const personNumber = syntheticFodselsnummer({ birthDate: '1970-01-01', sex: 'kvinne', serial });
  for (const role of roles) await ledger.grantRole({ personNumber, role, why: 'Prøve', ...(!houseRoles.includes(role) && { organisationId: house.id }) }, grantor);
  return { key, personNumber, house, ...(hprNumber !== undefined && { hprNumber }) };
}

/** A token for a person, as after a log-in. */
export const personToken = (issuer: TestIssuer, { key, personNumber, hprNumber, house }: Person, more: JWTPayload = {}): Promise<string> =>
  issuer.token({ subject: key, personNumber, name: `${key} Prøvesen`, organisationNumber: house.number, ...(hprNumber !== undefined && { hprNumber }) }, more);

/** A token for a system of the house. */
export const systemToken = (issuer: TestIssuer, house: House, scopes: readonly string[]): Promise<string> =>
  issuer.token({ subject: 'system', personNumber: null, organisationNumber: house.number, scopes });
