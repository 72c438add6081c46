import { expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

jest.setTimeout(120_000);

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['workflows', 'activities', ...readdirSync(join(root, 'libs')).map((name) => join('libs', name)), ...readdirSync(join(root, 'apps')).map((name) => join('apps', name))];
const packages = folders.filter((folder) => existsSync(join(root, folder, 'src', 'index.ts')));

/**
 * Jest resolves modules more leniently than Node: a named import from a CommonJS package, or a relative import without
 * its suffix, is green in every other test and ends the app at its first line.
 */
test('every package loads in plain Node once built', () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  const urls = packages.map((folder) => pathToFileURL(join(root, folder, 'dist', 'index.js')).href);
  const script = `
    const failures = [];
    for (const url of ${JSON.stringify(urls)}) await import(url).catch((error) => failures.push(url + ': ' + error.message));
    process.stdout.write(JSON.stringify(failures), () => process.exit());`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  expect(JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env }))).toEqual([]);
  expect(packages.length).toBeGreaterThan(10);
});
