import pg from 'pg';
import { asLedgerError } from './database/database-errors.js';
import { apiRole, appRole, ownerDataSource } from './database/data-source.js';
import { readTables, type ReadTables } from './audit/read-tables.js';
import { ensureRoles } from './database/roles.js';

/** What a migration did. */
export interface MigrationReport {
  /** Names of the migrations that were run now; empty when the database was up to date. */
  readonly ran: readonly string[];
  /** Whether lists must be written anew by `rebuild`. */
  readonly readTables: ReadTables;
}

/** Any number that is ours alone: one migration at a time in a database. */
const migrationLock = 7_026_001;

/**
 * Brings the database up to date: roles, then the migrations that have not been run, all of them or none. Safe to run
 * from several machines at once.
 * @throws LedgerError `setup`, with what an administrator must run, or `unavailable`.
 */
export async function migrate(url: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureRoles(client);
    return await runMigrations(url);
  } catch (error) {
    throw asLedgerError(error);
  } finally {
    await client.end();
  }
}

async function runMigrations(url: string): Promise<MigrationReport> {
  const dataSource = await ownerDataSource(url).initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    await dataSource.query(`grant select on migration to ${appRole}, ${apiRole}`);
    return { ran: ran.map((migration) => migration.name), readTables: await readTables({ query: (sql, parameters) => dataSource.query(sql, parameters as unknown[]) }) };
  } finally {
    await dataSource.destroy();
  }
}
