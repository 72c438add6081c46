import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataConverter, generateKey, readKeySet } from '@forlop/crypto';
import { migrate } from '@forlop/ledger';
import { describeCrash, forlopSearchAttributes, repositoryRoot, startPostgres, startTemporalDev, Supervisor } from '@forlop/servers';
import type { TemporalAddress } from '@forlop/temporal';
import pg from 'pg';
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
  readonly databaseUrl: string;
  readonly temporal: TemporalAddress;
  readonly keys: BenchKeys;
  /** For counting and looking, as the database's owner. */
  readonly database: pg.Pool;
  /** Starts an app and waits until it is ready. @returns its address. */
  startApp(name: AppName, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Ends and deletes everything. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL as it is in life (fsync and synchronous commit on) and Temporal's development server on a file, and
 * migrates. Nothing but what the bench starts runs on them.
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
      dbFile: join(dir, 'temporal.db'), port: temporalPort, uiPort: false, externalAddress: undefined, searchAttributes: forlopSearchAttributes, onCrash: onCrash('temporal.log'),
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
  // A connection that the server closes as everything ends is nobody's news.
  database.on('error', () => undefined);
  return {
    databaseUrl,
    keys,
    database,
    temporal: { address, namespace, dataConverter: dataConverter(readKeySet(keys.FORLOP_PAYLOAD_KEYS, 'FORLOP_PAYLOAD_KEYS')) },
    startApp: async (name, env = {}) => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const spec = {
        name,
        args: [join(repositoryRoot, 'apps', name, 'dist', 'main.js')],
        env: { ...process.env, ...keys, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, FORLOP_STATE: dir, PUBLIC_URL: url, [`PORT_${name.toUpperCase()}`]: String(port), ...env },
        readyUrl: `${url}/health/ready`,
      };
      progress(`starting ${name}`);
      await supervisor.start(spec);
      await supervisor.untilReady(spec);
      return url;
    },
    stop: async () => {
      await database.end();
      await supervisor.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

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
