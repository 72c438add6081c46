import { isRole, withRegistered, type Identity, type Principal, type Reach, type Role } from '@forlop/access';
import type { SearchKey } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { ledgerToday } from '../core/today.js';
import { read } from '../database/read.js';
import { hprHash, isHprNumber, personNumberHash } from '../tenancy/holder.js';
import type { ActorAccess } from '../types/access.js';

/** Enough of the hash that two people never meet by chance, and short enough to read out. */
const idLength = 24;

interface Place {
  readonly unit_id: string | null;
  readonly legal_entity_id: string | null;
}

interface Held {
  readonly role: string;
  readonly identities: boolean;
  readonly protected_addresses: boolean;
  /** Where it is held: null for the whole house. */
  readonly organisation_id: string | null;
  /** The unit, or one above it. */
  readonly covers_unit: boolean;
}

/**
 * Who a verified identity is in the house. Roles hold where they were given and below. Whoever acts for a unit has those that cover it;
 * with none there, those given further down in it, and of several departments only what is held in all of them: what one role allows must
 * not reach patients whom only another covers. Who holds no role reaches no organisation's patients.
 */
export async function principalOf(context: LedgerContext, identity: Identity): Promise<Principal> {
  const { searchKey } = context;
  const { unit_id: unitId, legal_entity_id: legalEntityId } = await placeOf(context, identity);
  const hpr = identity.hprNumber === null || !isHprNumber(identity.hprNumber) ? null : hprHash(searchKey, identity.hprNumber);
  const person = identity.personNumber === null ? null : personNumberHash(searchKey, identity.personNumber);
  const held = person === null ? [] : await heldBy(context, person, unitId);
  const { roles: granted, at } = acting(held, unitId);
  const roles = identity.kind === 'system' ? (['system'] as const) : withRegistered(granted, hpr !== null);
  const base = identity.kind === 'system' ? (unitId === null ? [] : [unitId]) : at;
  const counted = held.filter((one) => (granted as readonly string[]).includes(one.role) && (one.organisation_id === null || one.covers_unit || at.includes(one.organisation_id)));
  return {
    kind: identity.kind,
    id: principalId(searchKey, identity),
    name: identity.name,
    roles,
    scopes: identity.scopes,
    identitiesGranted: counted.some((one) => one.identities),
    protectedAddressesGranted: counted.some((one) => one.protected_addresses),
    unitId: at.length === 1 ? at[0]! : unitId,
    legalEntityId,
    organisationIds: await andBelow(context, base),
    personHashes: [hpr, person].filter((hash) => hash !== null),
  };
}

/** What somebody is called in the ledger: the same at each log-in, and nobody can tell from it who it is. */
export const principalId = (searchKey: SearchKey, { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): string =>
  searchKey.hash('principal', `${issuer}|${subject}`).toString('hex').slice(0, idLength);

/** The organisations that the token names: the unit, or the legal entity where it names no unit. A unit that the house does not know is none. */
async function placeOf({ database }: LedgerContext, { organisation: { parent, child } }: Identity): Promise<Place> {
  const [row] = await read<Place>(
    database,
    `select (select id from organisation where org_number = coalesce($1, $2)) as unit_id,
            (select id from organisation where org_number = $2) as legal_entity_id`,
    [child, parent],
  );
  return row!;
}

/** Grants that hold today in the whole house, over the unit or inside it. */
async function heldBy(context: LedgerContext, person: string, unitId: string | null): Promise<Held[]> {
  const today = await ledgerToday(context, { query: (sql, parameters) => read(context.database, sql, parameters) });
  return read<Held>(
    context.database,
    `with recursive up as (
       select id, parent_id from organisation where id = $2
       union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id),
     below as (
       select id from organisation where id = $2
       union select o.id from organisation o join below on o.parent_id = below.id)
     select g.role, g.identities, g.protected_addresses, g.organisation_id, g.organisation_id in (select id from up) as covers_unit
       from role_grant g
      where g.person = decode($1, 'hex') and g.withdrawn_at is null and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3)
        and (g.organisation_id is null or g.organisation_id in (select id from up) or g.organisation_id in (select id from below))
      order by g.role, g.id`,
    [person, unitId, today],
  );
}

/** The roles that are acted in, and the organisations that they are acted in for. */
function acting(held: readonly Held[], unitId: string | null): { readonly roles: readonly Role[]; readonly at: readonly string[] } {
  const house = held.filter((one) => one.organisation_id === null);
  const over = held.filter((one) => one.covers_unit);
  if (over.length > 0) return { roles: rolesIn([...house, ...over]), at: [unitId!] };
  const inside = held.filter((one) => one.organisation_id !== null);
  const places = [...new Set(inside.map((one) => one.organisation_id!))];
  const everywhere = rolesIn(inside).filter((role) => places.every((place) => inside.some((one) => one.role === role && one.organisation_id === place)));
  return { roles: rolesIn([...house, ...inside.filter((one) => (everywhere as string[]).includes(one.role))]), at: everywhere.length === 0 ? [] : places };
}

const rolesIn = (held: readonly Held[]): Role[] => [...new Set(held.map((one) => one.role))].filter(isRole).filter((role) => role !== 'system');

/** Organisations and all below them. */
async function andBelow({ database }: LedgerContext, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await read<{ id: string }>(
    database,
    `with recursive below as (
       select id from organisation where id = any($1)
       union select o.id from organisation o join below on o.parent_id = below.id)
     select id from below order by id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/**
 * The eyes that a principal has for something that the policy lets it do so far. Only a reach over a unit opens the unit's patients; whoever
 * reaches their own, or a step, sees patients that name them.
 */
export function accessOf(principal: Principal, reach: Reach): ActorAccess {
  const units = reach === 'unit' || reach === 'pseudonymous';
  return {
    kind: 'actor',
    actor: `${principal.kind === 'person' ? 'person' : 'integration'}:${principal.id}`,
    organisationIds: units ? principal.organisationIds : [],
    personHashes: reach === 'house' ? [] : principal.personHashes,
    wholePathwaysOnly: reach !== 'step',
    protectedAddresses: principal.protectedAddressesGranted === true,
  };
}
