import { randomUUID } from 'node:crypto';
import { systems } from '@forlop/contracts';
import type { Referral } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { isUuid } from '../core/event-id.js';
import { LedgerError } from '../types/errors.js';
import type { Actor } from '../types/actor.js';
import type { Organisation, OrganisationInput } from '../types/intake.js';

/** Where referrals that name no receiver belong (made by the first migration). */
export const unnamedReceiver = '00000000-0000-4000-8000-000000000000';

type Named = NonNullable<Referral['receiver']>;
type RegisteredBy = 'operator' | 'referral';

/** Registers an organisation of the operator's, or updates the one with the same number. */
export function registerOrganisation(context: LedgerContext, input: OrganisationInput, within?: Transaction): Promise<Organisation> {
  return inTransactionOf(context.database, within, async (transaction) => {
    if (input.parentId !== undefined && !(await exists(transaction, input.parentId))) {
      throw new LedgerError('unknown-organisation', 'Den overordnede virksomheten finnes ikke.');
    }
    const id = (await byNumbers(transaction, input)) ?? (await byName(transaction, input)) ?? randomUUID();
    await upsert(transaction, id, input, 'operator');
    return { ...input, id };
  });
}

async function exists(transaction: Transaction, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await transaction.query('select from organisation where id = $1', [id])).length > 0;
}

async function byNumbers(transaction: Transaction, { orgNumber, reshId, herId }: Partial<OrganisationInput>): Promise<string | null> {
  const [row] = await transaction.query<{ id: string }>(
    'select id from organisation where org_number = $1 or resh_id = $2 or her_id = $3 order by id limit 1',
    [orgNumber ?? null, reshId ?? null, herId ?? null],
  );
  return row?.id ?? null;
}

/** By name only where neither side has a number: two hospitals may have a unit of the same name. */
async function byName(transaction: Transaction, { name, orgNumber, reshId, herId }: Partial<OrganisationInput>): Promise<string | null> {
  if (name === undefined || orgNumber !== undefined || reshId !== undefined || herId !== undefined) return null;
  const rows = await transaction.query<{ id: string }>('select id from organisation where lower(name) = lower($1) and id <> $2 limit 2', [name, unnamedReceiver]);
  return rows.length === 1 ? rows[0]!.id : null;
}

async function upsert(transaction: Transaction, id: string, input: OrganisationInput, registeredBy: RegisteredBy): Promise<void> {
  await transaction.query(
    `insert into organisation (id, parent_id, kind, name, org_number, resh_id, her_id, email, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set parent_id = excluded.parent_id, kind = excluded.kind, name = excluded.name,
       org_number = coalesce(excluded.org_number, organisation.org_number), resh_id = coalesce(excluded.resh_id, organisation.resh_id),
       her_id = coalesce(excluded.her_id, organisation.her_id), email = coalesce(excluded.email, organisation.email),
       registered_by = excluded.registered_by`,
    [id, input.parentId ?? null, input.kind, input.name, input.orgNumber ?? null, input.reshId ?? null, input.herId ?? null, input.email ?? null, registeredBy],
  );
}

interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationInput['kind'];
  readonly parentId: string | null;
  readonly orgNumber: string | null;
  readonly reshId: string | null;
  readonly herId: string | null;
  readonly email: string | null;
}

/** All organisations, by name. */
export async function organisations(context: LedgerContext): Promise<readonly Organisation[]> {
  const rows = await read<OrganisationRow>(
    context.database,
    'select id, name, kind, parent_id as "parentId", org_number as "orgNumber", resh_id as "reshId", her_id as "herId", email from organisation order by name, id',
  );
  return rows.map(({ id, name, kind, parentId, orgNumber, reshId, herId, email }) => ({
    id, name, kind,
    ...(parentId !== null && { parentId }),
    ...(orgNumber !== null && { orgNumber }),
    ...(reshId !== null && { reshId }),
    ...(herId !== null && { herId }),
    ...(email !== null && { email }),
  }));
}

/**
 * The organisation that a referral is sent to; null when it is not one of ours. One that names nobody is for whom its sender acts for, where
 * that is one of ours: otherwise the sender could not see what became of it. An installation that has not said which organisations it has takes
 * every receiver as its own.
 */
export async function receiverOf(transaction: Transaction, receiver: Referral['receiver'], actor: Actor): Promise<string | null> {
  if (receiver === undefined) return (await ownUnit(transaction, actor)) ?? ownTop(transaction);
  const known = await find(transaction, receiver);
  if (known !== null) return known;
  return (await hasOperators(transaction)) ? null : register(transaction, receiver, 'hospital');
}

/** The referrer's organisation, made known when it is not; null when the referral names none. */
export async function referrerOf(transaction: Transaction, referrer: Referral['referrer']): Promise<string | null> {
  const named = referrer?.organisation;
  if (named === undefined) return null;
  return (await find(transaction, named)) ?? register(transaction, named, 'practice');
}

function numbersOf({ system, value }: Named): Pick<OrganisationInput, 'orgNumber' | 'reshId' | 'herId'> {
  if (value === undefined) return {};
  if (system === systems.organisasjonsnummer) return { orgNumber: value };
  if (system === systems.reshId) return { reshId: value };
  return system === systems.herId ? { herId: value } : {};
}

async function find(transaction: Transaction, named: Named): Promise<string | null> {
  const numbers = numbersOf(named);
  return (await byNumbers(transaction, numbers)) ?? byName(transaction, { ...numbers, ...(named.name !== undefined && { name: named.name }) });
}

async function register(transaction: Transaction, named: Named, kind: OrganisationInput['kind']): Promise<string> {
  const name = named.name ?? `Virksomhet ${named.value ?? ''}`.trim();
  // Two referrals at once may name the same new organisation.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${named.system ?? ''}|${named.value ?? name.toLowerCase()}`]);
  const meanwhile = await find(transaction, named);
  if (meanwhile !== null) return meanwhile;
  const id = randomUUID();
  await upsert(transaction, id, { name, kind, ...numbersOf(named) }, 'referral');
  return id;
}

async function hasOperators(transaction: Transaction): Promise<boolean> {
  return (await transaction.query(`select from organisation where registered_by = 'operator' and kind in ('region', 'hospital', 'unit') limit 1`)).length > 0;
}

/** The organisation that the actor acts for, if it takes referrals. */
async function ownUnit(transaction: Transaction, { organisationId }: Actor): Promise<string | null> {
  if (organisationId === undefined) return null;
  const [row] = await transaction.query<{ id: string }>(
    `select id from organisation where id = $1 and registered_by = 'operator' and kind in ('region', 'hospital', 'unit')`,
    [organisationId],
  );
  return row?.id ?? null;
}

/** With a single organisation at the top there is no doubt whose an unaddressed referral is. */
async function ownTop(transaction: Transaction): Promise<string> {
  const tops = await transaction.query<{ id: string }>(
    `select id from organisation where registered_by = 'operator' and parent_id is null and kind in ('region', 'hospital', 'unit') limit 2`,
  );
  return tops.length === 1 ? tops[0]!.id : unnamedReceiver;
}
