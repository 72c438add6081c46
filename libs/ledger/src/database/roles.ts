import pg from 'pg';
import { LedgerError } from '../types/errors.js';
import { apiRole, appRole, ownerRole } from './data-source.js';

const insufficientPrivilege = '42501';
const alreadyThere = new Set(['42710', '23505']);

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/**
 * Makes the three roles and lets the connected user act as their owner. A user who may not is told what an administrator must run.
 * @throws LedgerError `setup`.
 */
export async function ensureRoles(client: pg.Client): Promise<void> {
  try {
    for (const role of [ownerRole, appRole, apiRole]) {
      await ensureRole(client, role);
    }
    await ensureMembership(client, ownerRole);
    for (const role of [appRole, apiRole]) await offerMembership(client, role);
    await ensureSchemaRights(client);
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error;
    throw new LedgerError('setup', await whatToRun(client), { cause: error });
  }
}

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount === 1) return;
  try {
    await client.query(`create role ${role} nologin nosuperuser nobypassrls`);
  } catch (error) {
    // Roles are shared by all databases of the server: another migration may have made it meanwhile.
    if (!alreadyThere.has(codeOf(error))) throw error;
  }
}

async function ensureMembership(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(`select pg_has_role(current_user, $1, 'MEMBER') as member`, [role]);
  if (rows[0]?.member !== true) await client.query(`grant ${role} to current_user`);
}

/** One login may do for everything. Where the apps have logins of their own, the one that migrates need not act as them. */
async function offerMembership(client: pg.Client, role: string): Promise<void> {
  try {
    await ensureMembership(client, role);
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error;
  }
}

async function ensureSchemaRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(`select has_schema_privilege($1, 'public', 'CREATE') as may`, [ownerRole]);
  if (rows[0]?.may !== true) await client.query(`grant create, usage on schema public to ${ownerRole}`);
}

async function whatToRun(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ user: string; database: string }>('select quote_ident(current_user) as user, current_database() as database');
  const { user, database } = rows[0]!;
  return [
    `Databasebrukeren ${user} kan ikke lage rollene som Forløp trenger. La en administrator kjøre dette i databasen ${database}, og prøv igjen:`,
    `  create role ${ownerRole} nologin;`,
    `  create role ${appRole} nologin;`,
    `  create role ${apiRole} nologin;`,
    `  grant ${ownerRole}, ${appRole}, ${apiRole} to ${user};`,
    `  grant create, usage on schema public to ${ownerRole};`,
    'Roller som alt finnes, hopper du over.',
  ].join('\n');
}
