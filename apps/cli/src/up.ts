import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  choosePorts, describeCrash, forlopSearchAttributes, onStopSignals, readPorts, ServerError, startPostgres, startTemporalDev, stateDir,
  Supervisor, tryLock, type Crash, type Download, type Ports, type RunningPostgres, type RunningTemporal,
} from '@forlop/servers';
import { appSpecs, hasDemoLogin, portEnv, runCommand, stateFiles, wantedPorts, type StateFiles } from './up-installation.js';
import { localSecrets, type Secrets } from './up-secrets.js';

/** Choices of `forlop up`. */
export interface UpOptions {
  /** Also loads the synthetic hospital. */
  readonly demo?: boolean;
}

const startsWithinMs = 15_000;
const say = (line: string) => console.log(line);

/**
 * Brings up the whole system on this machine (PostgreSQL, Temporal, api, worker, courier) and keeps it running
 * until it is asked to end (Ctrl-C, SIGTERM). State lies in the state folder and is there at the next start.
 * @returns the exit code, with which the caller ends the process: 0 when asked to end, 1 when it could not start.
 */
export async function upCommand(options: UpOptions = {}): Promise<number> {
  const files = stateFiles(stateDir());
  const attempt = tryLock(files.lock);
  if (!('lock' in attempt)) {
    say(alreadyRunning(files, attempt.heldBy.pid));
    return 1;
  }
  const supervisor = new Supervisor({ logDir: files.logs, runDir: files.run, say, echo: process.env.FORLOP_VERBOSE ? say : undefined });
  const { asked, stopListening } = listenForStop(supervisor);
  const started = bringUp(files, supervisor, options);
  try {
    await Promise.race([started, asked]);
    await asked;
    return 0;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    console.error(`\n${error.message}`);
    return 1;
  } finally {
    await endAll(supervisor, started);
    stopListening();
    attempt.lock.release();
  }
}

/** What is on its way up when we are asked to end is ended as soon as it is up; a long download is just left. */
async function endAll(supervisor: Supervisor, started: Promise<void>): Promise<void> {
  await supervisor.stop();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => (timer = setTimeout(resolve, startsWithinMs)));
  await Promise.race([started.catch(() => undefined), limit]);
  clearTimeout(timer);
  await supervisor.stop();
}

function listenForStop(supervisor: Supervisor): { asked: Promise<void>; stopListening: () => void } {
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const stopListening = onStopSignals({
    onStop: () => {
      say('\nStopper … (Ctrl-C en gang til stopper straks)');
      ask();
    },
    onStopNow: () => {
      supervisor.kill();
      process.exit(130);
    },
  });
  return { asked, stopListening };
}

async function bringUp(files: StateFiles, supervisor: Supervisor, options: UpOptions): Promise<void> {
  const began = performance.now();
  mkdirSync(files.run, { recursive: true });
  const secrets = localSecrets(files.secrets, process.env, existsSync(files.postgres));
  const ports = await choosePorts(wantedPorts(process.env), files.ports, say);
  say('Starter PostgreSQL og Temporal …');
  const publicUrl = process.env.PUBLIC_URL || `http://localhost:${ports.api}`;
  const { postgres, temporal } = await startServers(files, supervisor, secrets, `${publicUrl}/api/v1/codec`);
  if (supervisor.isEnding) return;
  const env = {
    ...process.env,
    ...secrets,
    ...portEnv(ports),
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    FORLOP_INBOX_DIR: files.mail,
    FORLOP_PROOF_DIR: process.env.FORLOP_PROOF_DIR || files.proofs,
    FORLOP_LOGIN_FILE: files.login,
    // Invented people are looked up in invented registries.
    FORLOP_REGISTRIES: process.env.FORLOP_REGISTRIES || 'simulated',
    FORLOP_EDI: process.env.FORLOP_EDI || 'simulated',
    PUBLIC_URL: publicUrl,
    TEMPORAL_UI_URL: process.env.TEMPORAL_UI_URL || (temporal.uiUrl ?? ''),
  };
  say('Starter api, worker og courier …');
  const specs = appSpecs(ports, env);
  for (const app of specs) await supervisor.start(app);
  await Promise.all([...specs.map((app) => supervisor.untilReady(app)), ...(hasDemoLogin(env) ? [runCommand('people', env, () => undefined)] : [])]);
  say(whereToLook(files, ports, temporal, publicUrl, (performance.now() - began) / 1000));
  if (options.demo) await loadDemo(env);
}

/** The system is up and stays up, whether or not the synthetic hospital could be loaded. */
async function loadDemo(env: NodeJS.ProcessEnv): Promise<void> {
  say('\nLaster det syntetiske sykehuset …');
  try {
    await runCommand('demo', env, say);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    say(error.message);
  }
}

/** Both at once; the database is migrated as soon as it answers. */
async function startServers(files: StateFiles, supervisor: Supervisor, secrets: Secrets, uiCodecEndpoint: string): Promise<{ postgres: RunningPostgres; temporal: RunningTemporal }> {
  const tell = (log: string) => (crash: Crash) => say(describeCrash(crash, join(files.logs, log)));
  const starting = [
    startPostgres({ dataDir: files.postgres, logFile: join(files.logs, 'postgres.log'), say, onCrash: tell('postgres.log') }).then(async (postgres) => {
      supervisor.own('postgres', postgres);
      await runCommand('migrate', { ...process.env, ...secrets, DATABASE_URL: postgres.url }, sayOfLists);
      return postgres;
    }),
    startTemporalDev({
      dbFile: files.temporal,
      namespace: process.env.TEMPORAL_NAMESPACE || 'default',
      searchAttributes: forlopSearchAttributes,
      uiCodecEndpoint,
      logFile: join(files.logs, 'temporal.log'),
      say,
      onProgress: progressPrinter(),
      onCrash: tell('temporal.log'),
    }).then((temporal) => {
      supervisor.own('temporal', temporal);
      return temporal;
    }),
  ] as const;
  // When one fails the other may still be on its way: it is awaited, so that it is ended in good order.
  await Promise.allSettled(starting);
  const [postgres, temporal] = await Promise.all(starting);
  return { postgres, temporal };
}

/** That tables were made is no news at a start; that lists are written anew takes time. */
function sayOfLists(line: string): void {
  if (!line.startsWith('Databasen er')) say(line);
}

/** A line for each quarter of a download. */
function progressPrinter(): (download: Download) => void {
  let told = 0;
  return ({ program, receivedBytes, totalBytes }) => {
    const quarter = Math.floor((4 * receivedBytes) / totalBytes);
    if (quarter <= told) return;
    told = quarter;
    say(`  ${program}: ${quarter * 25} %`);
  };
}

function alreadyRunning(files: StateFiles, pid: number): string {
  const { api } = readPorts(files.ports);
  const where = api === undefined ? '' : ` på http://localhost:${api}/docs`;
  return `Forløp kjører allerede${where} (prosess ${pid}). Stopp den med Ctrl-C der den kjører, eller med «kill ${pid}».`;
}

function whereToLogIn({ api }: Ports): string[] {
  const browser = `  Innlogging              http://localhost:${api}/auth/login?til=/docs`;
  if (!hasDemoLogin(process.env)) return [browser];
  return [`${browser} (oppdiktede brukere, uten passord)`, '  Token til curl          npx forlop token koordinator'];
}

function whereToLook(files: StateFiles, ports: Ports, temporal: RunningTemporal, publicUrl: string, seconds: number): string {
  const dir = relative(process.cwd(), files.dir) || '.';
  return [
    '',
    `Forløp er klar (${seconds.toLocaleString('nb-NO', { maximumFractionDigits: 1 })} s).`,
    `  Forløp i nettleseren    ${publicUrl}/`,
    `  API med dokumentasjon   http://localhost:${ports.api}/docs`,
    ...whereToLogIn(ports),
    `  Temporal                ${temporal.uiUrl ?? temporal.address} (innholdet leses av revisor via ${publicUrl}/api/v1/codec)`,
    `  Innboks for utgående    http://localhost:${ports.courier}/mail`,
    `  Logger                  ${join(dir, 'logs')}/`,
    `Ctrl-C stopper alt. Tilstanden ligger i ${dir}/ og er der neste gang.`,
  ].join('\n');
}
