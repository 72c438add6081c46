import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { codeOf, reasonOf, ServerError, type Say } from './errors.js';
import { KeptProcess, type Crash } from './kept-process.js';
import { tryLock, type Lock } from './lock.js';
import { logSize, logTail, rotateLog } from './log-tail.js';
import { freePort, isFree } from './ports.js';
import { postgresFiles } from './postgres-binaries.js';
import { createCluster, ownerRole, readSettings, writeSettings, type ClusterSettings } from './postgres-cluster.js';
import { placeCluster, reachablePrograms, type ClusterPlace } from './postgres-user.js';
import { commandOf, endLeftover } from './processes.js';
import { untilReady } from './until-ready.js';

/** A PostgreSQL that answers. */
export interface RunningPostgres {
  /** Connection string of the database's owner. Holds the password: never log it. */
  readonly url: string;
  /** False when somebody else runs the server (`DATABASE_URL`). */
  readonly ours: boolean;
  /** Ends the server and waits until it is gone; does nothing to one that is not ours. */
  stop(): Promise<void>;
  /** Ends the server at once; a later start recovers what it had promised. */
  kill(): void;
}

/** How to start PostgreSQL. */
export interface PostgresOptions {
  /** Folder of the cluster; created when missing, kept when the server stops. */
  readonly dataDir: string;
  /** Default: the port of the last start, the first time 54320. The next free one above when it is taken. */
  readonly port?: number;
  /** Created when missing. */
  readonly database?: string;
  /** An existing server to use instead. Default: `DATABASE_URL`. */
  readonly externalUrl?: string | undefined;
  readonly logFile?: string;
  readonly say?: Say;
  /** Told when the server crashed, before it is started again. */
  readonly onCrash?: (crash: Crash) => void;
}

const defaultPort = 54_320;
const wrongPassword = '28P01';
/** A fast shutdown writes a checkpoint; after a kill the next start would recover from the log instead. */
const stopWithinMs = 20_000;
const scratchFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10min'];

/**
 * Starts PostgreSQL on a data folder of its own, or uses the one that `DATABASE_URL` names.
 * @throws ServerError, with what to do about it.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const external = 'externalUrl' in options ? options.externalUrl : process.env.DATABASE_URL;
  if (external) return useExternal(external);
  return startOwn(options, []);
}

/**
 * Starts an empty PostgreSQL for tests: no waiting for the disk, deleted when stopped. Never `DATABASE_URL`,
 * because tests drop what they find.
 */
export async function startScratchPostgres(options: Omit<PostgresOptions, 'dataDir' | 'externalUrl'> = {}): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'forlop-postgres-'));
  // The PostgreSQL user must get in when we are root; the cluster inside is closed to others.
  chmodSync(folder, 0o755);
  try {
    const running = await startOwn({ ...options, dataDir: join(folder, 'data') }, scratchFlags);
    return {
      ...running,
      stop: async () => {
        await running.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Connection string of a cluster that `startPostgres` has made, whether or not it runs now; undefined where there is none. */
export function clusterUrl(dataDir: string, database = 'forlop'): string | undefined {
  return existsSync(dataDir) ? urlOf(readSettings(dataDir), database) : undefined;
}

async function useExternal(url: string): Promise<RunningPostgres> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw new ServerError(
      `Databasen i DATABASE_URL (${withoutPassword(url)}) svarer ikke: ${reasonOf(error)}. ` +
        'Rett adressen, start den databasen, eller fjern DATABASE_URL for å bruke en egen.',
      { cause: error },
    );
  } finally {
    await client.end();
  }
  return { url, ours: false, stop: () => Promise.resolve(), kill: () => undefined };
}

async function startOwn(options: PostgresOptions, flags: readonly string[]): Promise<RunningPostgres> {
  const lock = lockFolder(options.dataDir);
  try {
    return await startLocked(options, flags, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function lockFolder(dataDir: string): Lock {
  const attempt = tryLock(`${dataDir}.lock`);
  if ('lock' in attempt) return attempt.lock;
  throw new ServerError(`Databasen i ${dataDir} er i bruk av prosess ${attempt.heldBy.pid}. Stopp den først (Ctrl-C der den kjører).`);
}

async function startLocked(options: PostgresOptions, flags: readonly string[], lock: Lock): Promise<RunningPostgres> {
  const { dataDir, say = () => undefined } = options;
  const { native, version } = postgresFiles();
  const place = placeCluster(dataDir, say);
  const programs = reachablePrograms(native, version, place.user, say);
  if (await endLeftover(`${dataDir}.pid`, 'SIGINT', stopWithinMs)) say('Stoppet en PostgreSQL som lå igjen etter en avbrutt kjøring.');
  refuseForeignServer(place.folder);
  for (let attempt = 1; ; attempt++) {
    const settings = await settingsOf(place, programs, options.port, say);
    try {
      return await launch(options, [...baseFlags, ...flags], lock, place, programs, settings);
    } catch (error) {
      // Somebody else took the port between our look and the server's.
      if (attempt === 3 || (await isFree(settings.port))) throw error;
    }
  }
}

async function launch(options: PostgresOptions, flags: readonly string[], lock: Lock, place: ClusterPlace, programs: string, settings: ClusterSettings): Promise<RunningPostgres> {
  const { dataDir, database = 'forlop', onCrash = () => undefined } = options;
  const logFile = options.logFile ?? join(dirname(dataDir), 'logs', 'postgres.log');
  rotateLog(logFile);
  const before = logSize(logFile);
  const server = new KeptProcess({
    name: 'postgres',
    command: join(programs, 'bin', 'postgres'),
    args: ['-D', place.folder, '-p', String(settings.port), ...flags.flatMap((flag) => ['-c', flag])],
    cwd: place.folder,
    user: place.user,
    output: { file: logFile },
    pidFile: `${dataDir}.pid`,
    stopSignal: 'SIGINT',
    graceMs: stopWithinMs,
  });
  try {
    await untilReady({ name: 'PostgreSQL', exit: server.start(), attempt: () => tryConnect(settings), log: () => logTail(logFile, before) });
    await ensureDatabase(settings, database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  server.keepRunning(onCrash);
  const stop = async () => {
    await server.stop();
    lock.release();
  };
  return { url: urlOf(settings, database), ours: true, stop, kill: () => server.kill() };
}

/** Only this machine gets in, by password; no Unix socket, whose folder differs between systems. */
const baseFlags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=256MB', 'timezone=UTC', 'log_timezone=UTC'];

async function settingsOf(place: ClusterPlace, programs: string, explicitPort: number | undefined, say: Say): Promise<ClusterSettings> {
  const known = existsSync(place.folder) ? readSettings(place.folder) : undefined;
  const wanted = explicitPort ?? known?.port ?? defaultPort;
  const port = await freePort(wanted);
  if (port !== wanted) say(`Port ${wanted} er opptatt: PostgreSQL bruker ${port}.`);
  if (!known) {
    say('Lager en ny database …');
    return createCluster(programs, place, port);
  }
  if (known.port !== port) writeSettings(place.folder, { ...known, port });
  return { ...known, port };
}

/**
 * PostgreSQL removes the lock file of a server that is gone, but takes any process of the same user that got its
 * pid since for that server. Such a file is removed; a real server that is not ours is left alone.
 */
function refuseForeignServer(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const command = Number.isInteger(pid) && pid > 0 ? commandOf(pid) : undefined;
  if (command?.includes('postgres') && command.includes(folder)) {
    throw new ServerError(`En PostgreSQL som ikke er startet herfra, bruker databasen i ${folder} (prosess ${pid}). Stopp den først.`);
  }
  rmSync(file);
}

/** @throws why the server does not answer yet; a wrong password will not mend itself. */
async function tryConnect(settings: ClusterSettings): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(settings, 'postgres') });
  try {
    await client.connect();
  } catch (error) {
    if (codeOf(error) !== wrongPassword) throw error;
    throw new ServerError('PostgreSQL avviser passordet som ligger i databasens mappe (forlop.json). Legg tilbake filen, eller flytt mappen unna og start på nytt.', { cause: error });
  } finally {
    await client.end();
  }
}

async function ensureDatabase(settings: ClusterSettings, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(settings, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function urlOf({ port, password }: ClusterSettings, database: string): string {
  return `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
}

function withoutPassword(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed ? `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}` : 'kan ikke leses som en adresse';
}
