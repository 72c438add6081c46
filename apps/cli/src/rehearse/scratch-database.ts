import { randomUUID } from 'node:crypto';
import { clusterUrl, startScratchPostgres, stateDir } from '@forlop/servers';
import pg from 'pg';
import { stateFiles } from '../up-installation.js';

/** An empty database for one rehearsal. */
export interface ScratchDatabase {
  readonly url: string;
  /** Deletes it, and stops the server if it was started for this. */
  drop(): Promise<void>;
}

/**
 * Makes a database of its own on a PostgreSQL that runs already: `FORLOP_TEST_DATABASE_URL`, `DATABASE_URL`, or the one of
 * `forlop up`. Where none does, or none lets us make one, an empty PostgreSQL is started and deleted afterwards.
 */
export async function scratchDatabase(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<ScratchDatabase> {
  for (const url of [env.FORLOP_TEST_DATABASE_URL, env.DATABASE_URL, clusterUrl(stateFiles(stateDir(env)).postgres)]) {
    const made = url ? await databaseOn(url) : undefined;
    if (made !== undefined) return made;
  }
  const server = await startScratchPostgres({ say });
  return { url: server.url, drop: () => server.stop() };
}

/** PostgreSQL says these when a server is there and we may not, and when none is. */
const expected = new Set(['42501', '28P01', '28000', '3D000', '53300', 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);

async function databaseOn(url: string): Promise<ScratchDatabase | undefined> {
  const name = `forlop_rehearsal_${randomUUID().replaceAll('-', '')}`;
  try {
    await execute(url, `create database ${name}`);
    // It is deleted at the end, so nothing in it needs to survive a power cut.
    await execute(url, `alter database ${name} set synchronous_commit = off`);
  } catch (error) {
    if (expected.has(String((error as { code?: unknown }).code))) return undefined;
    throw error;
  }
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => execute(url, `drop database ${name} with (force)`) };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
