import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate } from './migrate.js';

/** A database of a test's own, migrated. */
export interface TestDatabase {
  readonly url: string;
  /** Deletes it, and ends the server if it was started for it. */
  drop(): Promise<void>;
}

/** Test databases are made one at a time: the first makes the template. */
const templateLock = 7_026_002;

/**
 * A new migrated database for a test file, copied from a template that is migrated once. The server is the one in
 * `FORLOP_TEST_DATABASE_URL` (whose user may create databases and roles), or a scratch one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `forlop_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server.url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const template = await migratedTemplate(client, server.url);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = withDatabase(server.url, name);
  // A copy counts as restored, and sends nothing until it is released.
  await asAdmin(url, (client) => client.query(`insert into database_mark (fingerprint, how, actor, why) values (database_fingerprint(), 'released', 'system:test', 'Kopi av malen')`));
  return {
    url,
    drop: async () => {
      await asAdmin(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
      await server.stop();
    },
  };
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Asked for only here, so that no app depends on the servers' package. */
async function testServer(): Promise<Server> {
  const url = process.env['FORLOP_TEST_DATABASE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  const { startScratchPostgres } = await import('@forlop/servers');
  return startScratchPostgres();
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Named by the migrations' content, so that a changed migration gets a template of its own. */
async function migratedTemplate(client: pg.Client, url: string): Promise<string> {
  const name = `forlop_template_${await migrationsDigest()}`;
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 1) return name;
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  await migrate(withDatabase(url, draft));
  await client.query(`alter database ${draft} rename to ${name}`);
  return name;
}

async function migrationsDigest(): Promise<string> {
  const folder = new URL('./migrations/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.sql')).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(new URL(file, folder)));
  return hash.digest('hex').slice(0, 12);
}

function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
