import { LedgerError } from '../types/errors.js';
import type { Database } from './database.js';
import { read } from './read.js';

const undefinedTable = '42P01';

/** Whether the database answers and has every migration. @throws LedgerError `unavailable` or `setup`. */
export async function ping(database: Database): Promise<void> {
  const wanted = database.dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const done = new Set((await migrationsIn(database)).map(({ name }) => name));
  const missing = wanted.filter((name) => !done.has(name));
  if (missing.length > 0) throw new LedgerError('setup', `Databasen mangler migreringene ${missing.join(', ')}. Kjør migreringen først.`);
}

async function migrationsIn(database: Database): Promise<{ name: string }[]> {
  try {
    return await read<{ name: string }>(database, 'select name from migration');
  } catch (error) {
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
    if (code === undefinedTable) return [];
    throw error;
  }
}
