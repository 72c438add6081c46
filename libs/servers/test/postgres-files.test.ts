import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkLibraries, postgresFiles } from '../src/postgres-binaries.js';
import { readSettings } from '../src/postgres-cluster.js';
import { canEnter } from '../src/postgres-user.js';
import { temporaryFolder } from './helpers.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe("PostgreSQL's files", () => {
  test('the links that an install script would have made are made, and those that exist are left', () => {
    const lib = join(folder.path, 'native', 'lib');
    mkdirSync(lib, { recursive: true });
    writeFileSync(join(lib, 'libpq.so.5.18'), 'library');
    symlinkSync('libpq.so.5.18', join(lib, 'libpq.so'));
    const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5'].map((target) => ({ source: 'native/lib/libpq.so.5.18', target }));
    writeFileSync(join(folder.path, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    linkLibraries(folder.path);
    linkLibraries(folder.path);
    expect(lstatSync(join(lib, 'libpq.so.5')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(lib, 'libpq.so.5'), 'utf8')).toBe('library');
  });

  test('a platform without a package gets a way on', () => {
    expect(() => postgresFiles('sunos', 'sparc')).toThrow('sett DATABASE_URL');
  });
});

describe('a cluster folder', () => {
  test('that somebody else made is not touched', () => {
    expect(() => readSettings(folder.path)).toThrow('ikke en database som Forløp har laget');
  });

  test('of another major version says how to get across', () => {
    writeFileSync(join(folder.path, 'PG_VERSION'), '17\n');
    writeFileSync(join(folder.path, 'forlop.json'), '{"port":1,"password":"x"}');
    expect(() => readSettings(folder.path)).toThrow('laget av PostgreSQL 17');
  });
});

describe('whether the PostgreSQL user gets to a folder', () => {
  const stranger = { uid: 54_321, gid: 54_321 };
  test.each([
    ['open all the way', 0o755, true],
    ['open for passing through only', 0o711, true],
    ['closed on the way', 0o700, false],
    ['open for reading names only', 0o744, false],
  ])('%s', (_what, mode, expected) => {
    const inner = join(realpathSync(folder.path), 'a', 'b');
    mkdirSync(inner, { recursive: true });
    chmodSync(join(inner, '..'), mode);
    expect(canEnter(stranger, inner)).toBe(expected);
    chmodSync(join(inner, '..'), 0o755);
  });
});
