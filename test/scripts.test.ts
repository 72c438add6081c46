import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Install {
  checkMachine(version: string, platform: string): void;
  needsInstall(folder: string): boolean;
}
interface Stages {
  countTests(results: readonly object[]): { passed: number; failed: number; skipped: number };
}
interface Groups {
  groupsOf(files: readonly string[], atMost: number): readonly (readonly string[])[];
}
interface Transform {
  withGlobalsBound(source: string): string;
}

const script = (name: string) => pathToFileURL(resolve(dirname(fileURLToPath(import.meta.url)), '..', 'scripts', name)).href;
const { checkMachine, needsInstall } = (await import(script('install.mjs'))) as Install;
const { countTests } = (await import(script('test-stages.mjs'))) as Stages;
const { groupsOf } = (await import(script('test-groups.mjs'))) as Groups;
const { withGlobalsBound } = (await import(script('jest-transform.mjs'))) as Transform;

describe('what must be installed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forlop-install-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, packages: object) => writeFileSync(join(folder, file), JSON.stringify({ packages }));
  const lock = (packages: object) => write('package-lock.json', { '': { name: 'forlop' }, ...packages });
  const installed = (packages: object) => write('node_modules/.package-lock.json', packages);

  test('everything, when an installation never finished', () => {
    lock({ 'node_modules/pg': { version: '8.23.1' } });
    expect(needsInstall(folder)).toBe(true);
  });

  test.each([
    ['nothing when all is there', { version: '8.23.1' }, { version: '8.23.1' }, false],
    ['a package of another version', { version: '8.23.1' }, { version: '8.22.0' }, true],
    ['a package that is missing', { version: '8.23.1' }, undefined, true],
    ['not a package for another platform', { version: '1.0.0', optional: true }, undefined, false],
    ['a workspace that is new', { resolved: 'libs/ny', link: true }, undefined, true],
  ])('%s', (_what, wanted, present, expected) => {
    lock({ 'node_modules/pg': wanted });
    installed(present ? { 'node_modules/pg': present } : {});
    expect(needsInstall(folder)).toBe(expected);
  });

  test('nothing more where there is no lock file to compare with', () => {
    installed({});
    expect(needsInstall(folder)).toBe(false);
  });
});

describe('the machine', () => {
  test.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('Node %s will do', (version) => {
    expect(() => checkMachine(version, 'linux')).not.toThrow();
  });

  test.each(['18.20.0', '20.18.9'])('Node %s is too old', (version) => {
    expect(() => checkMachine(version, 'linux')).toThrow(`her kjører ${version}`);
  });

  test('Windows gets a way on', () => {
    expect(() => checkMachine('20.20.2', 'win32')).toThrow('WSL 2');
  });
});

describe('the sum of the jest runs', () => {
  const tests = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 2, numTodoTests: 1 };

  test('counts tests, and a file that could not run as a failure', () => {
    expect(countTests([{ isJest: true, ok: false, tests }, { isJest: true, ok: true, tests }])).toEqual({ passed: 6, failed: 4, skipped: 6 });
  });

  test('a run that ended without results is a failure', () => {
    expect(countTests([{ isJest: true, ok: false }, { isJest: false, ok: false }])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('test files that run together', () => {
  const files = ['a', 'b'].flatMap((folder) => Array.from({ length: 7 }, (_, n) => `${folder}/${n}.test.ts`)).concat('c/0.test.ts', 'd/0.test.ts');
  test('each runs once, beside neighbours, in groups of no more than was said', () => {
    const groups = groupsOf(files, 4);
    expect(groups.flat().sort()).toEqual([...files].sort());
    expect(groups.map((group) => group.length)).toEqual([4, 3, 4, 3, 2]);
    expect(groups.slice(0, 4).every((group) => new Set(group.map((file) => dirname(file))).size === 1)).toBe(true);
  });
});

describe('globals of a file that Jest runs', () => {
  test.each([
    ['are bound where they are used', 'export const size = new Map([[1, Math.PI]]).size;', 'const { Map, Math } = globalThis; '],
    ['not where a file has something of that name', "import { type Error } from './x.js';\nclass Map {}\nenum Set {}\nexport const all: Error = [Map, Set];", ''],
    ['nor where the name is of something else', "export const it = { that: other.Map, Mapped: 1 };", ''],
    ['never the clock, which tests put another in the place of', 'export const now = () => Date.now();', ''],
  ])('%s', (_what, source, expected) => expect(withGlobalsBound(source)).toBe(expected + source));
});
