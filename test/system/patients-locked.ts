import pg from 'pg';
import { until } from './until.js';

/** The table of patients, locked by us: whoever goes through pathways one by one waits at their first page. */
export interface PatientsLocked {
  /** Waits until somebody waits for it. */
  untilWaitedFor(): Promise<void>;
  /** Lets them go on. */
  release(): Promise<void>;
}

const waiting = `select 1 from pg_locks where not granted and relation = 'patient'::regclass`;

/** Locks the table of patients. */
export async function patientsLocked(databaseUrl: string): Promise<PatientsLocked> {
  const [holder, onlooker] = await Promise.all([connected(databaseUrl), connected(databaseUrl)]);
  await holder.query('begin');
  await holder.query('lock table patient in access exclusive mode');
  return {
    untilWaitedFor: async () => {
      await until('somebody waits for the patients', async () => (await onlooker.query(waiting)).rows.length > 0);
    },
    release: async () => {
      await holder.query('rollback');
      await Promise.all([holder.end(), onlooker.end()]);
    },
  };
}

/** Runs one statement as whoever owns the database. */
export async function statement(databaseUrl: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = await connected(databaseUrl);
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
