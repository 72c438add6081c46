import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesIn } from '../src/bytes-in.js';
import { temporaryFolder } from './helpers.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'a', 'b'), { recursive: true });
  for (const [name, bytes] of [['one', 3], ['a/two', 5], ['a/b/three', 7]] as const) writeFileSync(join(folder.path, name), 'x'.repeat(bytes));
});
afterAll(() => folder.remove());

test('all files below a folder; none of one that is not there', () => {
  expect(bytesIn(folder.path)).toBe(15);
  expect(bytesIn(join(folder.path, 'borte'))).toBe(0);
});

test('folders that come and go while it counts', async () => {
  const churn = `const fs = require('node:fs'); const deep = process.argv[1] + '/kommer/og/gaar'; process.stdout.write('x');
    for (;;) { fs.mkdirSync(deep, { recursive: true }); fs.writeFileSync(deep + '/fil', ''); fs.rmSync(process.argv[1] + '/kommer', { recursive: true, force: true }); }`;
  const child = spawn(process.execPath, ['-e', churn, folder.path], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(child.stdout, 'data');
    for (let n = 0; n < 3_000; n += 1) expect(bytesIn(folder.path)).toBe(15);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
});
