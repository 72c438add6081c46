import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPeople } from '@forlop/cli';
import { dataConverter, generateKey, MasterKeys, readKeySet, SearchKey } from '@forlop/crypto';
import { loadRules } from '@forlop/definitions';
import { migrate, openLedger } from '@forlop/ledger';
import { describeCrash, forlopSearchAttributes, repositoryRoot, startPostgres, startTemporalDev, Supervisor } from '@forlop/servers';
import type { TemporalAddress } from '@forlop/temporal';
import pg from 'pg';
import { ApiClient } from './api-client.js';
import { DemoTokens } from './demo-tokens.js';
import { progress } from './progress.js';

/** The apps that a bench may start, each as a process of its own from its built code. */
export type AppName = 'api' | 'worker' | 'courier';

/** The keys of a bench's installation; they go when it ends. */
export interface BenchKeys {
  readonly FORLOP_MASTER_KEY: string;
  readonly FORLOP_SEARCH_KEY: string;
  readonly FORLOP_PAYLOAD_KEYS: string;
}

/** An installation of a bench's own: servers and apps as in `npm start`, on free ports, in a folder that is deleted. */
export interface BenchSystem {
  /** Where it lies; deleted when it ends. */
  readonly dir: string;
  readonly databaseUrl: string;
  readonly temporal: TemporalAddress;
  readonly keys: BenchKeys;
  /** For counting and looking, as the database's owner. */
  readonly database: pg.Pool;
  /** Starts an app and waits until it is ready. @returns its address. */
  startApp(name: AppName, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Starts the API, and makes the demo users known to it. @returns a caller who is logged in as the clinician, who assesses and treats. */
  startApi(): Promise<ApiClient>;
  /** The same, with where it listens. */
  startApiAt(): Promise<{ readonly client: ApiClient; readonly url: string }>;
  /** Ends and deletes everything. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL as it is in life (fsync and synchronous commit on) and Temporal's development server on a file, and
 * migrates. Nothing but what the bench starts runs on them. `BENCH_TEMPORAL_ADDRESS` names another Temporal to measure on, which is left
 * as the bench leaves it: one of its own, that nobody uses.
 */
export async function startBenchSystem(): Promise<BenchSystem> {
  const dir = mkdtempSync(join(tmpdir(), 'forlop-bench-'));
  // The PostgreSQL user must get in when we are root; the cluster inside is closed to others.
  chmodSync(dir, 0o755);
  const logs = join(dir, 'logs');
  const supervisor = new Supervisor({ logDir: logs, runDir: join(dir, 'run'), say: progress });
  const onCrash = (log: string) => (crash: Parameters<typeof describeCrash>[0]) => progress(describeCrash(crash, join(logs, log)));
  progress('starting PostgreSQL and Temporal');
  try {
    const [postgresPort, temporalPort] = [await freePort(), await freePort()];
    const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), port: postgresPort, externalUrl: undefined, onCrash: onCrash('postgres.log') });
    supervisor.own('postgres', postgres);
    const temporal = await startTemporalDev({
      dbFile: join(dir, 'temporal.db'), port: temporalPort, uiPort: false, externalAddress: process.env.BENCH_TEMPORAL_ADDRESS, searchAttributes: forlopSearchAttributes, onCrash: onCrash('temporal.log'),
    });
    supervisor.own('temporal', temporal);
    await migrate(postgres.url);
    return systemOf(dir, supervisor, postgres.url, temporal);
  } catch (error) {
    await supervisor.stop();
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

function systemOf(dir: string, supervisor: Supervisor, databaseUrl: string, { address, namespace }: { address: string; namespace: string }): BenchSystem {
  const keys: BenchKeys = { FORLOP_MASTER_KEY: generateKey(), FORLOP_SEARCH_KEY: generateKey(), FORLOP_PAYLOAD_KEYS: `bench:${generateKey()}` };
  const database = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const closing: (() => void)[] = [];
  // A connection that the server closes as everything ends is nobody's news.
  database.on('error', () => undefined);
  const startApp = async (name: AppName, env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const spec = {
      name,
      args: [join(repositoryRoot, 'apps', name, 'dist', 'main.js')],
      env: { ...process.env, ...keys, ...benchLimits, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, FORLOP_STATE: dir, PUBLIC_URL: url, [`PORT_${name.toUpperCase()}`]: String(port), ...env },
      readyUrl: `${url}/health/ready`,
    };
    progress(`starting ${name}`);
    await supervisor.start(spec);
    await supervisor.untilReady(spec);
    return url;
  };
  const startApiAt = async () => {
    const ledger = await openLedger({ url: databaseUrl, rules: loadRules(), keys: MasterKeys.fromEnv({ ...keys }), searchKey: SearchKey.fromEnv({ ...keys }), poolSize: 1 });
    await loadPeople(ledger).finally(() => ledger.close());
    const [stateFile, port] = [join(dir, 'login.json'), await freePort()];
    const url = await startApp('api', { PORT_LOGIN: String(port), FORLOP_LOGIN_FILE: stateFile });
    const tokens = await DemoTokens.open(stateFile, port, ['behandler'], (error) => progress(`no new token: ${String(error)}`));
    closing.push(() => tokens.close());
    return { client: new ApiClient(url, () => tokens.of('behandler')), url };
  };
  return {
    dir,
    databaseUrl,
    keys,
    database,
    temporal: { address, namespace, dataConverter: dataConverter(readKeySet(keys.FORLOP_PAYLOAD_KEYS, 'FORLOP_PAYLOAD_KEYS')) },
    startApp,
    startApiAt,
    startApi: async () => (await startApiAt()).client,
    stop: async () => {
      for (const close of closing) close();
      await database.end();
      await supervisor.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A bench drives the API as one client and from one address, far beyond what a person or a system may. */
export const benchLimits = { FORLOP_LIMIT_ADDRESS: '1000000', FORLOP_LIMIT_CALLER: '1000000', FORLOP_LIMIT_SEARCH: '1000000' };

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Runs a bench on an installation of its own, which is ended whatever happens. */
export async function withBenchSystem<T>(use: (system: BenchSystem) => Promise<T>): Promise<T> {
  const system = await startBenchSystem();
  try {
    return await use(system);
  } finally {
    await system.stop();
  }
}
