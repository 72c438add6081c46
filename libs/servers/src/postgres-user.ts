import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf, ServerError, type Say } from './errors.js';

/** The user that PostgreSQL runs as when we are root: it refuses to run as root itself. */
export interface UnixUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';
/** Where root keeps what the PostgreSQL user must reach when the clone lies in a closed folder, such as /root. */
const openHome = '/var/lib/forlop';

/**
 * Nobody special for an ordinary user (`undefined`); the system user `postgres` for root, created when missing.
 * @throws ServerError when root may not create it.
 */
export function postgresUser(say: Say): UnixUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing) return existing;
  say(`PostgreSQL kjører ikke som root: oppretter systembrukeren «${name}».`);
  const failures = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
    ['adduser', '-S', '-D', '-H', name],
  ].flatMap(([command = '', ...args]) => {
    if (lookUp()) return [];
    try {
      execFileSync(command, args, { stdio: 'pipe' });
      return [];
    } catch (error) {
      return [reasonOf(error)];
    }
  });
  const created = lookUp();
  if (created) return created;
  throw new ServerError(
    `PostgreSQL kan ikke kjøre som root, og brukeren «${name}» lot seg ikke opprette (${failures.join('; ')}). ` +
      'Kjør som en vanlig bruker, opprett brukeren selv, eller sett DATABASE_URL til en database som kjører.',
  );
}

function lookUp(): UnixUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe', encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` fails exactly when there is no such user.
    return undefined;
  }
}

/** True when the user may pass through this folder and every folder above it. */
export function canEnter(user: UnixUser, folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if (!mayExecute(user, path)) return false;
    if (path === dirname(path)) return true;
  }
}

function mayExecute(user: UnixUser, path: string): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1;
}

/** The folder with PostgreSQL's programs, or a copy of it that the user can reach. */
export function reachablePrograms(native: string, version: string, user: UnixUser | undefined, say: Say): string {
  const bin = join(native, 'bin');
  if (!user || (canEnter(user, bin) && mayExecute(user, join(bin, 'postgres')))) return native;
  const copy = join(openHome, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  say(`PostgreSQL kan ikke lese ${native} som brukeren «${name}»: kopierer programmene til ${copy}.`);
  const draft = `${copy}.${randomUUID()}`;
  mkdirSync(openHome, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another start was first with the same copy.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Where a database cluster lies, and as whom its server runs. */
export interface ClusterPlace {
  readonly folder: string;
  readonly user: UnixUser | undefined;
}

/**
 * Decides where the cluster wanted at `dataDir` lies. An existing one belongs to its owner. A new one lies at
 * `dataDir`, unless the way there is closed to the PostgreSQL user: then under /var/lib/forlop, and `dataDir`
 * becomes a link to it.
 * @throws ServerError when the cluster belongs to someone whom we cannot be.
 */
export function placeCluster(dataDir: string, say: Say): ClusterPlace {
  mkdirSync(dirname(dataDir), { recursive: true });
  const isLink = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const folder = isLink ? resolve(dirname(dataDir), readlinkSync(dataDir)) : dataDir;
  if (existsSync(folder)) return { folder, user: ownerOf(folder) };
  const user = postgresUser(say);
  if (isLink || !user || canEnter(user, dirname(dataDir))) return { folder, user };
  const elsewhere = join(openHome, `data-${randomUUID()}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  symlinkSync(join(elsewhere, 'cluster'), dataDir);
  say(`Brukeren «${name}» slipper ikke inn til ${dataDir}: databasen ligger i ${elsewhere}, og en lenke peker dit.`);
  return { folder: join(elsewhere, 'cluster'), user };
}

function ownerOf(folder: string): UnixUser | undefined {
  const { uid, gid } = statSync(folder);
  const we = process.getuid?.();
  if (we === 0 && uid !== 0) return { uid, gid };
  if (we === uid && uid !== 0) return undefined;
  throw new ServerError(
    `Databasen i ${folder} eies av en annen bruker (uid ${uid}). Kjør som den brukeren (eller som root), ` +
      'flytt mappen unna for å begynne på nytt, eller sett DATABASE_URL til en database som kjører.',
  );
}
