// Installs the packages that are missing. Plain Node: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A reason to stop that the user can do something about. */
export class SetupError extends Error {}

/** Ends with a sentence when this machine cannot run Forløp at all. */
export function checkMachine(version = process.versions.node, platform = process.platform) {
  const [major, minor] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Forløp trenger Node 20.19 eller nyere; her kjører ${version}. Installer en nyere Node (https://nodejs.org), og prøv igjen.`);
  }
  if (platform === 'win32') throw new SetupError('Forløp kjører på Linux og macOS. På Windows: bruk WSL 2, og kjør kommandoen der.');
}

/**
 * Whether what is installed differs from package-lock.json. npm writes node_modules/.package-lock.json last, so an
 * installation that was cut off has none; we compare contents because a checkout gives files any date.
 */
export function needsInstall(folder = root) {
  const lock = join(folder, 'package-lock.json');
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  if (!existsSync(lock)) return false;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).some(([path, { version, optional, peer, devOptional }]) => {
    if (path === '') return false;
    if (!present[path]) return !(optional || devOptional || peer);
    return present[path].version !== version;
  });
}

/**
 * Installs what package-lock.json says, when needed, and says so while it lasts. Not by `npm ci`: it refuses a lock
 * file that lacks an optional package for another platform (npm/cli#9846), which npm itself writes where a registry
 * does not carry that package. `--no-save` leaves the lock file as it is.
 */
export async function ensureInstalled(say = console.log) {
  if (!needsInstall()) return;
  say('Installerer pakker (et par minutter første gang) …');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticker = setInterval(() => say(`  … ${seconds()} s`), 15_000);
  try {
    await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    clearInterval(ticker);
  }
  say(`Pakkene er installert (${seconds()} s).`);
}

function npm(args) {
  // npm tells the scripts it runs where it lies; that one need not be the one on PATH.
  const [command, first] = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new SetupError(`npm lot seg ikke starte: ${error.message}`)));
    child.once('exit', (code) => (code === 0 ? done() : fail(new SetupError('Pakkene lot seg ikke installere (se over). Rett det, og kjør kommandoen på nytt.'))));
  });
}
