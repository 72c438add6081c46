import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { migrate, openLedger, type Ledger, type LedgerOptions } from '@forlop/ledger';
import { startPostgres } from '@forlop/servers';
import pg from 'pg';
import { progress } from '../system/progress.js';
import { freePort } from '../system/system.js';
import { copyAll } from './copies.js';
import { generate, type Generation } from './generate.js';
import { registerTree, type Department } from './organisations.js';

/** An invented country in a database: all its departments, and what a million referrals to them came to. */
export interface Country {
  readonly database: pg.Pool;
  readonly departments: readonly Department[];
  readonly making: Making;
  openLedger(options?: Partial<LedgerOptions>): Promise<Ledger>;
}

/** What a kept country was made of; another size or seed is another country. */
export interface Making {
  readonly seed: number;
  readonly pathways: number;
  readonly today: string;
  readonly keys: { readonly FORLOP_MASTER_KEY: string; readonly FORLOP_SEARCH_KEY: string };
  readonly generation: Generation | null;
  /** How many of the pathways were imported; the others are copies of them. */
  readonly imported: number;
}

const pathways = Number(process.env['BENCH_AUDIT_PATHWAYS'] ?? 1_000_000);
/** So many are imported, and the rest copied from them; see `copyAll`. */
const imported = Number(process.env['BENCH_AUDIT_IMPORTED'] ?? pathways);
const seed = Number(process.env['BENCH_AUDIT_SEED'] ?? 2026);
/** Kept between runs, where it is said. */
const kept = process.env['BENCH_AUDIT_DIR'];

/**
 * The country that `BENCH_AUDIT_PATHWAYS` and `BENCH_AUDIT_SEED` name, used and ended. With `BENCH_AUDIT_DIR` it is kept there and made once; without, it is
 * made for this run. All of it is invented, so its keys may lie beside it.
 */
export async function withCountry<T>(use: (country: Country) => Promise<T>): Promise<T> {
  const dir = kept === undefined ? mkdtempSync(join(tmpdir(), 'forlop-bench-')) : kept;
  mkdirSync(dir, { recursive: true });
  // The PostgreSQL user must get in when we are root; the cluster inside is closed to others.
  chmodSync(dir, 0o755);
  const note = join(dir, 'country.json');
  const before = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Making) : null;
  if (before !== null && (pathways % before.pathways !== 0 || before.imported !== imported || before.seed !== seed)) throw new Error(`${dir} holds ${before.pathways} pathways of seed ${before.seed}, ${before.imported} of them imported. Name another folder, or delete it.`);
  if (pathways % imported !== 0) throw new Error('BENCH_AUDIT_PATHWAYS must be a whole number of times BENCH_AUDIT_IMPORTED.');
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), port: await freePort(), externalUrl: undefined });
  const database = new pg.Pool({ connectionString: postgres.url, max: 4 });
  // A connection that the server closes as everything ends is nobody's news.
  database.on('error', () => undefined);
  try {
    await migrate(postgres.url);
    const keys = before?.keys ?? { FORLOP_MASTER_KEY: `bench:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };
    const open = (options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
      openLedger({ url: postgres.url, rules: loadRules(), keys: MasterKeys.fromEnv({ ...keys }), searchKey: SearchKey.fromEnv({ ...keys }), ...options });
    const departments = await treeOf(open);
    let making = before ?? (await made(database, postgres.url, keys, departments));
    const keep = (): void => writeFileSync(note, JSON.stringify(making, null, 2));
    keep();
    if (making.pathways < pathways) {
      await copyAll(database, making.keys, pathways / making.pathways - 1);
      progress('vacuum and analyze');
      await database.query('vacuum analyze');
      making = { ...making, pathways };
      keep();
    }
    return await use({ database, departments, making, openLedger: open });
  } finally {
    await database.end();
    await postgres.stop();
    if (kept === undefined) rmSync(dir, { recursive: true, force: true });
  }
}

/** The departments alone, in a database of their own that is deleted. */
export async function withEmptyCountry<T>(use: (country: { readonly departments: readonly Department[]; readonly databaseUrl: string; readonly keys: Making['keys'] }) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'forlop-bench-'));
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), port: await freePort(), externalUrl: undefined });
  try {
    await migrate(postgres.url);
    const keys = { FORLOP_MASTER_KEY: `bench:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };
    const departments = await treeOf(() => openLedger({ url: postgres.url, rules: loadRules(), keys: MasterKeys.fromEnv({ ...keys }), searchKey: SearchKey.fromEnv({ ...keys }) }));
    return await use({ departments, databaseUrl: postgres.url, keys });
  } finally {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function treeOf(open: () => Promise<Ledger>): Promise<readonly Department[]> {
  const ledger = await open();
  try {
    return await registerTree(ledger);
  } finally {
    await ledger.close();
  }
}

async function made(database: pg.Pool, databaseUrl: string, keys: Making['keys'], departments: readonly Department[]): Promise<Making> {
  const today = osloDateOf(Date.now());
  progress(`making ${imported} pathways of seed ${seed}`);
  const generation = await generate({ databaseUrl, keys, seed, departments, today }, imported);
  progress('vacuum and analyze');
  await database.query('vacuum analyze');
  return { seed, pathways: imported, today, keys, generation, imported };
}
