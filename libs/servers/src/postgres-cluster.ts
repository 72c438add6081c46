import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { reasonOf, ServerError } from './errors.js';
import type { ClusterPlace } from './postgres-user.js';

/** The major version whose data format we run. */
export const postgresMajor = '18';

/** What belongs to a cluster and lies inside its folder, so that it moves with the data. */
export interface ClusterSettings {
  /** The port of the last start: tried first at the next. */
  readonly port: number;
  readonly password: string;
}

/** The database owner's name in every cluster that we create. */
export const ownerRole = 'forlop';

const settingsFile = (folder: string) => join(folder, 'forlop.json');
const run = promisify(execFile);

/** The settings of an existing cluster. @throws ServerError when the folder is not one of ours, or of another version. */
export function readSettings(folder: string): ClusterSettings {
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(settingsFile(folder))) {
    throw new ServerError(`${folder} finnes, men er ikke en database som Forløp har laget. Flytt mappen unna, og start på nytt.`);
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== postgresMajor) {
    throw new ServerError(
      `Databasen i ${folder} er laget av PostgreSQL ${version}, og her kjører ${postgresMajor}. ` +
        'Ta den ut med pg_dump fra den gamle versjonen, flytt mappen unna, start på nytt og les den inn.',
    );
  }
  return JSON.parse(readFileSync(settingsFile(folder), 'utf8')) as ClusterSettings;
}

/** Remembers the settings for the next start. */
export function writeSettings(folder: string, settings: ClusterSettings): void {
  const draft = `${settingsFile(folder)}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(settings), { mode: 0o600 });
  renameSync(draft, settingsFile(folder));
}

/**
 * Creates a cluster, in a draft folder that gets its name when it is complete: a start that was killed half-way
 * leaves nothing that looks like a database. The collation is the builtin one, so that an update of the
 * operating system cannot reorder indexes; where Norwegian order shows, queries ask for it.
 */
export async function createCluster(native: string, { folder, user }: ClusterPlace, port: number): Promise<ClusterSettings> {
  removeDrafts(folder);
  const draft = `${folder}.draft-${randomUUID()}`;
  const passwordFile = `${folder}.draft-password-${randomUUID()}`;
  const settings: ClusterSettings = { port, password: randomBytes(24).toString('base64url') };
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, settings.password, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  const args = [
    `--pgdata=${draft}`, `--username=${ownerRole}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions',
  ];
  try {
    await run(join(native, 'bin', 'initdb'), args, { cwd: dirname(folder), ...user });
    writeSettings(draft, settings);
    renameSync(draft, folder);
    return settings;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new ServerError(`PostgreSQL fikk ikke laget en database i ${folder}: ${reasonOf(error)}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Removes what earlier, killed attempts left. Call it only while holding the folder's lock. */
function removeDrafts(folder: string): void {
  if (!existsSync(dirname(folder))) return;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.draft-`)) rmSync(join(dirname(folder), name), { recursive: true });
  }
}
