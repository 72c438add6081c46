import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { openLedger, testDatabase, type Ledger, type LedgerOptions } from '@forlop/ledger';
import { loadRules } from '@forlop/definitions';
import pg from 'pg';

/** A migrated database of a test file's own, as the command line finds it. */
export interface CliDatabase {
  /** Names the database and its keys. */
  readonly env: NodeJS.ProcessEnv;
  /** The same ledger by its own door; the caller closes it. */
  openLedger(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** Runs SQL as the server's owner, whom no rights hold back. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function cliDatabase(): Promise<CliDatabase> {
  const { url, drop } = await testDatabase();
  const env = { DATABASE_URL: url, FORLOP_MASTER_KEY: `prove:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  // One that is on its way to being closed when the database is dropped is nobody's news.
  owner.on('error', () => undefined);
  return {
    env,
    openLedger: (options) => openLedger({ url, rules: loadRules(), keys: MasterKeys.fromEnv(env), searchKey: SearchKey.fromEnv(env), ...options }),
    sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await owner.query<Row>(text, values)).rows,
    drop: async () => {
      await owner.end();
      await drop();
    },
  };
}
