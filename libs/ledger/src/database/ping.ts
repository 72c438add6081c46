import type { DataSource } from 'typeorm';
import { LedgerError } from '../types/errors.js';
import { read } from './read.js';

const undefinedTable = '42P01';

/** Whether the database answers and has every migration. @throws LedgerError `unavailable` or `setup`. */
export async function ping(dataSource: DataSource): Promise<void> {
  const wanted = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const done = new Set((await migrationsIn(dataSource)).map(({ name }) => name));
  const missing = wanted.filter((name) => !done.has(name));
  if (missing.length > 0) throw new LedgerError('setup', `Databasen mangler migreringene ${missing.join(', ')}. Kjør migreringen først.`);
}

async function migrationsIn(dataSource: DataSource): Promise<{ name: string }[]> {
  try {
    return await read<{ name: string }>(dataSource, 'select name from migration');
  } catch (error) {
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
    if (code === undefinedTable) return [];
    throw error;
  }
}
