import { randomUUID } from 'node:crypto';
import { houseRoles, isRole, personRoles } from '@forlop/access';
import { addDays, isOsloDate, type OsloDate } from '@forlop/calendar';
import { open, seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { ledgerToday } from '../core/today.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { mustKnow, personHashes } from '../tenancy/holder.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { RoleGrant, RoleGrantInput } from '../types/tenancy.js';
import { systemKey } from './system-keys.js';

interface GrantRow {
  readonly id: string;
  readonly sealed_name: Buffer | null;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly identities: boolean;
  readonly protected_addresses: boolean;
  readonly valid_from: OsloDate;
  readonly valid_to: OsloDate | null;
  readonly granted_by: string;
  readonly why: string;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_why: string | null;
}

const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);
const nameContext = (id: string) => ({ owner: 'role-grant', purpose: id });
const nameKey = (context: LedgerContext): Promise<Buffer> => systemKey(context, 'role-grants');

const columns = `g.id, g.sealed_name, g.role, o.id as organisation_id, o.name as organisation_name, g.identities, g.protected_addresses,
  g.valid_from, g.valid_to, g.granted_by, g.why, g.withdrawn_at, g.withdrawn_by, g.withdrawn_why`;

/** Whoever is in the register of health personnel is the fastlege of the patients who say so; nobody gives that. */
const byRegister = 'fastlege';

/** Gives a person a role. @throws LedgerError `bad-data`, `unknown-organisation`. */
export async function grantRole(context: LedgerContext, input: RoleGrantInput, actor: Actor, within?: Transaction): Promise<RoleGrant> {
  const [person] = personHashes(context.searchKey, { personNumber: input.personNumber });
  checkRole(input);
  const key = await nameKey(context);
  return inTransactionOf(context.database, within, async (transaction) => {
    if (input.organisationId !== undefined) await mustKnow(transaction, input.organisationId);
    const { from, to } = periodOf(input, await ledgerToday(context, transaction));
    const id = randomUUID();
    const name = input.name === undefined ? null : seal(key, input.name, nameContext(id));
    await transaction.query(
      `insert into role_grant (id, person, sealed_name, role, organisation_id, identities, protected_addresses, valid_from, valid_to, granted_by, why)
       values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, person, name, input.role, input.organisationId ?? null, input.identities ?? false, input.protectedAddresses ?? false, from, to, actorText(actor), input.why],
    );
    return grantOf(transaction, key, id);
  });
}

function checkRole({ role, organisationId, why }: RoleGrantInput): void {
  if (!isRole(role) || !(personRoles as readonly string[]).includes(role)) throw bad(`Rollen «${role}» finnes ikke. Kjente: ${personRoles.join(', ')}.`);
  if (role === byRegister) throw bad('Fastlegen får tilgang fra den enkelte pasient, ikke som rolle.');
  const isForHouse = houseRoles.includes(role);
  if (isForHouse !== (organisationId === undefined)) {
    throw bad(isForHouse ? 'Rollen gjelder hele huset og gis uten virksomhet.' : 'Rollen gjelder en virksomhet. Oppgi hvilken.');
  }
  if (why.trim() === '') throw bad('Skriv hvorfor rollen gis.');
}

function periodOf({ from, through }: RoleGrantInput, today: OsloDate): { from: OsloDate; to: OsloDate | null } {
  const first = from ?? today;
  if (!isOsloDate(first) || (through !== undefined && !isOsloDate(through))) throw bad('Dagene må være datoer på formen ÅÅÅÅ-MM-DD.');
  if (through !== undefined && through < first) throw bad('Siste dag kan ikke være før første dag.');
  return { from: first, to: through === undefined ? null : addDays(through as OsloDate, 1) };
}

/** Takes a role back at once. @throws LedgerError `bad-data`. */
export async function withdrawRole(context: LedgerContext, grantId: string, why: string, actor: Actor, within?: Transaction): Promise<RoleGrant> {
  if (why.trim() === '') throw bad('Skriv hvorfor rollen trekkes tilbake.');
  const key = await nameKey(context);
  return inTransactionOf(context.database, within, async (transaction) => {
    const rows = isUuid(grantId) ? await transaction.query(
      `update role_grant set withdrawn_at = app_now(), withdrawn_by = $2, withdrawn_why = $3 where id = $1 and withdrawn_at is null returning id`,
      [grantId, actorText(actor), why],
    ) : [];
    if (rows.length === 0) throw bad('Rollen finnes ikke, eller den er alt trukket tilbake.');
    return grantOf(transaction, key, grantId);
  });
}

/** Roles that hold or will, by organisation and role; with `past` those that ended as well. */
export async function roleGrants(context: LedgerContext, query: { readonly organisationId?: string; readonly past?: boolean } = {}): Promise<readonly RoleGrant[]> {
  const { organisationId, past = false } = query;
  if (organisationId !== undefined && !isUuid(organisationId)) throw new LedgerError('unknown-organisation', 'Virksomheten finnes ikke.');
  const key = await nameKey(context);
  const today = await ledgerToday(context, { query: (sql, parameters) => read(context.database, sql, parameters) });
  const rows = await read<GrantRow>(
    context.database,
    `select ${columns} from role_grant g left join organisation o on o.id = g.organisation_id
      where ($1::uuid is null or g.organisation_id = $1) and ($2 or (g.withdrawn_at is null and (g.valid_to is null or g.valid_to > $3)))
      order by o.name nulls first, g.role, g.granted_at, g.id`,
    [organisationId ?? null, past, today],
  );
  return rows.map((row) => shown(row, key));
}

async function grantOf(transaction: Transaction, key: Buffer, id: string): Promise<RoleGrant> {
  const [row] = await transaction.query<GrantRow>(`select ${columns} from role_grant g left join organisation o on o.id = g.organisation_id where g.id = $1`, [id]);
  return shown(row!, key);
}

const nameOf = ({ id, sealed_name: sealed }: Pick<GrantRow, 'id' | 'sealed_name'>, key: Buffer): string | null => (sealed === null ? null : (open(key, sealed, nameContext(id)) as string));

/** The name that stands in a grant; null where none was given. */
export async function openGrantName(context: LedgerContext, grant: Pick<GrantRow, 'id' | 'sealed_name'>): Promise<string | null> {
  return nameOf(grant, await nameKey(context));
}

function shown(row: GrantRow, key: Buffer): RoleGrant {
  return {
    id: row.id,
    name: nameOf(row, key),
    role: row.role,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name! },
    identities: row.identities,
    protectedAddresses: row.protected_addresses,
    from: row.valid_from,
    through: row.valid_to === null ? null : addDays(row.valid_to, -1),
    grantedBy: row.granted_by,
    why: row.why,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnBy: row.withdrawn_by,
    withdrawnWhy: row.withdrawn_why,
  };
}
