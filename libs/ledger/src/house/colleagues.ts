import { isRole, type Role } from '@forlop/access';
import type { LedgerContext } from '../context.js';
import { ledgerToday } from '../core/today.js';
import { read } from '../database/read.js';
import type { Colleague } from '../types/tenancy.js';
import { openGrantName } from './role-grants.js';

interface Row {
  readonly principal: string;
  readonly role: string;
  readonly id: string;
  readonly sealed_name: Buffer | null;
}

/** The roles that follow patients up. */
const caring: readonly Role[] = ['coordinator', 'clinician', 'lms'];

/**
 * Those who follow patients up at these organisations, today, and have logged in at least once, by name. A role holds where it was given and below, so
 * whoever has it at an organisation above is a colleague too.
 */
export async function colleagues(context: LedgerContext, organisationIds: readonly string[]): Promise<readonly Colleague[]> {
  const today = await ledgerToday(context, { query: (sql, parameters) => read(context.database, sql, parameters) });
  const rows = await read<Row>(
    context.database,
    `with recursive up as (
       select id, parent_id from organisation where id = any($1)
       union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id)
     select k.principal, g.role, g.id, g.sealed_name
       from role_grant g join known_person k on k.person = g.person
      where g.organisation_id in (select id from up) and g.role = any($2)
        and g.withdrawn_at is null and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3)
      order by g.granted_at, g.id`,
    [organisationIds, caring, today],
  );
  const found = new Map<string, Colleague>();
  for (const { principal, role, ...grant } of rows) {
    if (!isRole(role)) continue;
    const before = found.get(principal);
    found.set(principal, { id: principal, name: before?.name ?? (await openGrantName(context, grant)), roles: [...new Set([...(before?.roles ?? []), role])] });
  }
  return [...found.values()].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'nb') || (a.id < b.id ? -1 : 1));
}
