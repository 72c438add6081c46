import { setTimeout as pause } from 'node:timers/promises';
import { osloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems, type Referral } from '@forlop/contracts';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import pg from 'pg';
import { openLedger, testDatabase, virtualClock, type Actor, type Ledger, type LedgerOptions, type RecordResult } from '../src/index.js';
import { withCalls } from '../src/calls.js';

export const rules = loadRules();
export const coordinator: Actor = { kind: 'person', id: 'koordinator-1' };

/** Keys that stay the same for a test file, so that a second ledger reads what the first wrote. */
const keys = { FORLOP_MASTER_KEY: `prove:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };

export const searchKey = SearchKey.fromEnv(keys);
export const masterKeys = MasterKeys.fromEnv(keys);

/** A ledger on a database of its own, at a time of its own. */
export interface TestLedger {
  readonly ledger: Ledger;
  readonly url: string;
  /** Sets the ledger's clock: a date means noon in Oslo in winter. */
  at(instant: string): void;
  /** The same database through another connection pool. */
  another(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** Runs SQL as the database's owner of owners. */
  sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function startLedger(start = '2026-03-20', options: Partial<LedgerOptions> = {}): Promise<TestLedger> {
  const database = await testDatabase();
  let now = instantOf(start);
  const opened: Ledger[] = [];
  const admin = new pg.Pool({ connectionString: database.url, max: 4 });
  // A database that is dropped (57P01) ends a connection that was about to end by itself; whatever else breaks one is a fault.
  admin.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== '57P01') throw error;
  });
  const another = async (more: Partial<LedgerOptions> = {}): Promise<Ledger> => {
    const ledger = await openLedger({
      url: database.url, rules, keys: MasterKeys.fromEnv(keys), searchKey, clock: virtualClock(() => now), poolSize: 6, ...options, ...more,
    });
    opened.push(ledger);
    return withCalls(ledger, { unsent: async (limit: number) => (await settled(admin), ledger.unsent(limit)) });
  };
  return {
    ledger: await another(),
    url: database.url,
    at: (instant) => void (now = instantOf(instant)),
    another,
    sql: async (text, values) => (await admin.query(text, values)).rows,
    close: async () => {
      for (const ledger of opened) await ledger.close();
      await admin.end();
      await database.drop();
    },
  };
}

/**
 * Waits until the transactions that other tests' databases have open now are through, as the relay waits for them by asking again: transaction ids are
 * the server's, so that a test of another database, or the making of one, holds rows back as long as it writes. A test's own open transaction is not waited for.
 */
async function settled(admin: pg.Pool): Promise<void> {
  const others = `select backend_xid::text as xid from pg_stat_activity where backend_xid is not null and datname is distinct from current_database()`;
  const open = (await admin.query<{ xid: string }>(others)).rows.map(({ xid }) => xid);
  for (const end = Date.now() + 60_000; open.length > 0 && Date.now() < end; await pause(20)) {
    const { rows } = await admin.query<{ xid: string }>(`select xid from (${others}) o where xid = any($1::text[])`, [open]);
    if (rows.length === 0) return;
  }
}

export function instantOf(text: string): Date {
  return new Date(text.length === 10 ? `${text}T11:00:00Z` : text);
}

/** The ids of what a write recorded; fails the test when it recorded nothing. */
export function idsOf(result: RecordResult): readonly string[] {
  if (result.outcome !== 'done') throw new Error(JSON.stringify(result));
  return result.eventIds;
}

let serial = 0;

/** A referral that can be taken in, each for a new synthetic adult. */
export function referral(more: Partial<Referral> & { readonly born?: string } = {}): Referral {
  serial += 1;
  const { born = '1985-04-15', ...rest } = more;
  return {
    source: { kind: 'api', system: 'urn:prove', id: `henvisning-${serial}` },
    patient: {
      identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: born, serial: serial % 150, sex: 'kvinne' }) },
      name: { given: 'Kari-Anne', family: 'Prøvesen' },
    },
    mottattdato: osloDate('2026-03-20'),
    reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    functionLossPercent: 60,
    severity: 'moderat',
    grounds: 'usikker-diagnose',
    testsDone: ['anti-ccp', 'acth', 'pro-bnp', 'utelukkelsesdiagnostikk'],
    text: 'Økende utmattelse gjennom ett år.',
    ...rest,
  };
}
