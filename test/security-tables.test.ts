import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const table = readFileSync(join(root, 'docs/asvs.md'), 'utf8');

test('each test that the table of requirements names is there', () => {
  const named = [...new Set([...table.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file]) => file!))];
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('each requirement stands there once', () => {
  const ids = [...table.matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \|/gm)].flatMap(([, cell]) => cell!.split(', '));
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
