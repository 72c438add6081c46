import pg from 'pg';
import { until } from './until.js';

/** A pathway's row, locked by us: whoever wants to write to the pathway waits inside its transaction. */
export interface RowLock {
  /** Waits until so many others wait for the row. */
  untilWaitedFor(count: number): Promise<void>;
  /** Lets them go on. */
  release(): Promise<void>;
}

const waiting = `
  select count(*)::int as count from pg_stat_activity
   where datname = current_database() and wait_event_type = 'Lock' and query like '%open_pathway%'`;

/** Locks a pathway's row. */
export async function rowLock(databaseUrl: string, pathwayId: string): Promise<RowLock> {
  const [holder, onlooker] = await Promise.all([connected(databaseUrl), connected(databaseUrl)]);
  await holder.query('begin');
  await holder.query('select from pathway where id = $1 for update', [pathwayId]);
  return {
    untilWaitedFor: async (count) => {
      await until(`${count} wait for the row`, async () => (await onlooker.query<{ count: number }>(waiting)).rows[0]!.count >= count);
    },
    release: async () => {
      await holder.query('rollback');
      await Promise.all([holder.end(), onlooker.end()]);
    },
  };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
