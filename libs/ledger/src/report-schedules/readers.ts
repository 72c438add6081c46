import { personRoles, policy, type Action, type Role } from '@forlop/access';
import type { LedgerContext } from '../context.js';
import { ledgerToday } from '../core/today.js';
import { read } from '../database/read.js';
import type { Transaction } from '../database/transaction.js';
import { openGrantName } from '../house/role-grants.js';
import { LedgerError } from '../types/errors.js';
import type { ReportReader } from '../types/report-schedules.js';

type Asks = Pick<Transaction, 'query'>;

/** Roles whose reach for an action is whole: over an organisation and all below it, with no number hidden. */
const rolesWith = (action: Action): readonly Role[] => personRoles.filter((role) => ['unit', 'pseudonymous'].includes(policy[role][action] ?? ''));

/** The organisation and all above it: a role holds where it was given and below. */
const upFrom = (parameter: string): string => `with recursive up as (
  select id, parent_id from organisation where id = ${parameter}
  union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id)`;

const holds = (today: string): string => `g.withdrawn_at is null and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})`;

/** Whether a principal may do this over the organisation today, by a role that they hold there or above. */
export async function hasRight(context: LedgerContext, asks: Asks, { principal, organisationId, action }: { readonly principal: string; readonly organisationId: string; readonly action: Action }): Promise<boolean> {
  const rows = await asks.query(
    `${upFrom('$1')} select from known_person k join role_grant g on g.person = k.person
      where k.principal = $2 and g.role = any($3) and g.organisation_id in (select id from up) and ${holds('$4')} limit 1`,
    [organisationId, principal, rolesWith(action), await ledgerToday(context, asks)],
  );
  return rows.length > 0;
}

/** The database refuses to write it too; here it is told, and nothing is said of an organisation that somebody does not reach. @throws LedgerError `unknown-organisation`. */
export function checkReach({ database: { access } }: LedgerContext, organisationId: string): void {
  if (access === null || (access.kind === 'actor' && access.organisationIds.includes(organisationId))) return;
  throw new LedgerError('unknown-organisation', 'Virksomheten finnes ikke, eller du har ikke tilgang til den.');
}

/** Those who may read a report over an organisation, and have logged in at least once, by name. */
export async function reportReaders(context: LedgerContext, organisationId: string): Promise<readonly ReportReader[]> {
  checkReach(context, organisationId);
  const asks: Asks = { query: (sql, parameters) => read(context.database, sql, parameters) };
  const rows = await asks.query<NamedGrant>(
    `${upFrom('$1')} select k.principal, g.id, g.sealed_name from role_grant g join known_person k on k.person = g.person
      where g.role = any($2) and g.organisation_id in (select id from up) and ${holds('$3')} order by g.granted_at, g.id`,
    [organisationId, rolesWith('compliance.open'), await ledgerToday(context, asks)],
  );
  const names = await named(context, rows);
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'nb') || (a.id < b.id ? -1 : 1));
}

interface NamedGrant {
  readonly principal: string;
  readonly id: string;
  readonly sealed_name: Buffer | null;
}

/** What principals are called by a role that they hold or held; null where none gives a name. */
export async function namesOf(context: LedgerContext, asks: Asks, principals: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await asks.query<NamedGrant>(
    'select k.principal, g.id, g.sealed_name from known_person k join role_grant g on g.person = k.person where k.principal = any($1) order by g.granted_at, g.id', [[...new Set(principals)]]);
  return named(context, rows);
}

async function named(context: LedgerContext, rows: readonly NamedGrant[]): Promise<Map<string, string | null>> {
  const names = new Map<string, string | null>();
  for (const { principal, ...grant } of rows) names.set(principal, names.get(principal) ?? (await openGrantName(context, grant)));
  return names;
}
