import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reasonOf, ServerError, type Say } from './errors.js';
import { KeptProcess, type Crash } from './kept-process.js';
import { tryLock, type Lock } from './lock.js';
import { logSize, logTail, rotateLog } from './log-tail.js';
import { isFree } from './ports.js';
import { endLeftover } from './processes.js';
import { choosePorts } from './remembered-ports.js';
import { temporalBinary, type BinaryOptions } from './temporal-binaries.js';
import { checkNamespace, connect, registerSearchAttributes, type SearchAttributes } from './temporal-namespace.js';
import { untilReady } from './until-ready.js';

/** A Temporal that answers, with its namespace and search attributes in place. */
export interface RunningTemporal {
  /** `host:port` for clients and workers. */
  readonly address: string;
  readonly namespace: string;
  /** The web UI; `undefined` for a server that is not ours, or one without a UI. */
  readonly uiUrl: string | undefined;
  /** False when somebody else runs the server (`TEMPORAL_ADDRESS`). */
  readonly ours: boolean;
  /** Ends the server and waits until it is gone; does nothing to one that is not ours. */
  stop(): Promise<void>;
  /** Ends the server at once; a later start recovers what it had promised. */
  kill(): void;
}

/** How to start Temporal. */
export interface TemporalOptions {
  /** Where state is kept between starts; in memory only when absent. */
  readonly dbFile?: string;
  readonly namespace?: string;
  /** Registered in the namespace when missing: name → type. */
  readonly searchAttributes?: SearchAttributes;
  /** Default 7233. When taken the next free one above, which is kept at the next start. */
  readonly port?: number;
  /** The web UI's, default 8233; `false`: no UI. */
  readonly uiPort?: number | false;
  /** Where the UI has payloads decoded, asked by the browser itself. */
  readonly uiCodecEndpoint?: string;
  /** An existing server to use instead. Default: `TEMPORAL_ADDRESS`. */
  readonly externalAddress?: string | undefined;
  /** The Temporal CLI. Default: {@link temporalBinary}. */
  readonly binary?: string;
  readonly onProgress?: BinaryOptions['onProgress'];
  readonly dynamicConfig?: readonly string[];
  readonly logFile?: string;
  readonly say?: Say;
  /** Told when the server crashed, before it is started again. */
  readonly onCrash?: (crash: Crash) => void;
}

const externalAnswersWithinMs = 15_000;
const stopWithinMs = 15_000;

/**
 * Starts Temporal's development server, or uses the one that `TEMPORAL_ADDRESS` names.
 * @throws ServerError, with what to do about it.
 */
export async function startTemporalDev(options: TemporalOptions = {}): Promise<RunningTemporal> {
  const external = 'externalAddress' in options ? options.externalAddress : process.env.TEMPORAL_ADDRESS;
  if (external) return useExternal(external, options);
  if (options.dbFile === undefined) return startInMemory(options);
  const lock = lockState(options.dbFile);
  try {
    return await startOwn(options, options.dbFile, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function useExternal(address: string, options: TemporalOptions): Promise<RunningTemporal> {
  const { namespace = 'default', searchAttributes = {} } = options;
  try {
    await prepare(address, namespace, searchAttributes, externalAnswersWithinMs);
  } catch (error) {
    if (error instanceof ServerError) throw error;
    throw new ServerError(
      `Temporal i TEMPORAL_ADDRESS (${address}, navnerom ${namespace}) svarer ikke: ${reasonOf(error)}. ` +
        'Rett adressen, start serveren, opprett navnerommet, eller fjern TEMPORAL_ADDRESS for å bruke en egen.',
      { cause: error },
    );
  }
  return { address, namespace, uiUrl: undefined, ours: false, stop: () => Promise.resolve(), kill: () => undefined };
}

/** State in memory; the folder holds only the log and the pid file, and goes when the server stops. */
async function startInMemory(options: TemporalOptions): Promise<RunningTemporal> {
  const folder = mkdtempSync(join(tmpdir(), 'forlop-temporal-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    return await startOwn(options, join(folder, 'temporal'), { release: remove });
  } catch (error) {
    remove();
    throw error;
  }
}

function lockState(dbFile: string): Lock {
  const attempt = tryLock(`${dbFile}.lock`);
  if ('lock' in attempt) return attempt.lock;
  throw new ServerError(`Temporals tilstand i ${dbFile} er i bruk av prosess ${attempt.heldBy.pid}. Stopp den først (Ctrl-C der den kjører).`);
}

/** @param base what the files beside the state are named after. */
async function startOwn(options: TemporalOptions, base: string, lock: Lock): Promise<RunningTemporal> {
  const { say = () => undefined, onProgress } = options;
  mkdirSync(dirname(base), { recursive: true });
  if (await endLeftover(`${base}.pid`, 'SIGTERM', stopWithinMs)) say('Stoppet en Temporal som lå igjen etter en avbrutt kjøring.');
  const binary = options.binary ?? (await temporalBinary({ say, ...(onProgress ? { onProgress } : {}) }));
  for (let attempt = 1; ; attempt++) {
    const { Temporal: port = 0, 'Temporal UI': uiPort } = await choosePorts(wantedPorts(options), `${base}.ports.json`, say);
    try {
      return await launch(options, base, lock, binary, port, uiPort);
    } catch (error) {
      // Somebody else took the port between our look and the server's.
      if (attempt === 3 || (await isFree(port))) throw error;
    }
  }
}

function wantedPorts({ port = 7233, uiPort = 8233 }: TemporalOptions): Record<string, number> {
  return uiPort === false ? { Temporal: port } : { Temporal: port, 'Temporal UI': uiPort };
}

async function launch(options: TemporalOptions, base: string, lock: Lock, binary: string, port: number, uiPort: number | undefined): Promise<RunningTemporal> {
  const { namespace = 'default', searchAttributes = {}, onCrash = () => undefined } = options;
  const logFile = options.logFile ?? join(dirname(base), 'logs', 'temporal.log');
  rotateLog(logFile);
  const before = logSize(logFile);
  const server = new KeptProcess({
    name: 'temporal',
    command: binary,
    args: serverArgs(options, namespace, port, uiPort),
    output: { file: logFile },
    pidFile: `${base}.pid`,
    stopSignal: 'SIGTERM',
    graceMs: stopWithinMs,
  });
  const address = `127.0.0.1:${port}`;
  try {
    await untilReady({
      name: 'Temporal',
      exit: server.start(),
      attempt: () => prepare(address, namespace, searchAttributes, 2_000),
      log: () => logTail(logFile, before),
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  server.keepRunning(onCrash);
  const stop = async () => {
    await server.stop();
    lock.release();
  };
  return { address, namespace, uiUrl: uiPort === undefined ? undefined : `http://localhost:${uiPort}`, ours: true, stop, kill: () => server.kill() };
}

function serverArgs({ dbFile, uiCodecEndpoint, searchAttributes = {}, dynamicConfig = [] }: TemporalOptions, namespace: string, port: number, uiPort: number | undefined): string[] {
  return [
    'server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace, '--log-level', 'warn',
    ...(dbFile === undefined ? [] : ['--db-filename', dbFile, '--sqlite-pragma', 'synchronous=normal']),
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...(uiPort === undefined || uiCodecEndpoint === undefined ? [] : ['--ui-codec-endpoint', uiCodecEndpoint]),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...dynamicConfig.flatMap((pair) => ['--dynamic-config-value', pair]),
  ];
}

async function prepare(address: string, namespace: string, searchAttributes: SearchAttributes, timeoutMs: number): Promise<void> {
  const connection = await connect(address, timeoutMs);
  try {
    await checkNamespace(connection, namespace);
    await registerSearchAttributes(connection, namespace, searchAttributes);
  } finally {
    await connection.close();
  }
}
