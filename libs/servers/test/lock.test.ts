import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock, tryLock, type Lock } from '../src/lock.js';
import { builtServers, deadPid, killChildren, lineWith, runModule, temporaryFolder } from './helpers.js';

// Processes of our own: on a busy machine each takes its time to start.

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'x.lock');
});
afterEach(() => {
  killChildren();
  folder.remove();
});

function take(): Lock {
  const attempt = tryLock(file);
  if (!('lock' in attempt)) throw new Error(`held by ${attempt.heldBy.pid}`);
  return attempt.lock;
}

describe('a lock', () => {
  test('is held by one at a time, and names its holder', () => {
    const lock = take();
    expect(tryLock(file)).toMatchObject({ heldBy: { pid: process.pid } });
    lock.release();
    take().release();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test.each([
    ['whose holder has ended', () => JSON.stringify({ pid: deadPid(), started: 'x' })],
    ['whose holder has ended and whose pid somebody else has now', () => JSON.stringify({ pid: process.pid, started: 'another boot/1' })],
    ['that was cut off', () => '{"pid":'],
  ])('a lock %s is taken over', (_what, text) => {
    writeFileSync(file, text());
    take().release();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test('those who wait get it one after the other', async () => {
    let inside = 0;
    let most = 0;
    const visit = async () => {
      const lock = await acquireLock(file);
      most = Math.max(most, ++inside);
      await new Promise((turn) => setImmediate(turn));
      inside--;
      lock.release();
    };
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
  });

  test('a holder killed with -9 locks nobody out', async () => {
    const child = runModule(`
      const { tryLock } = await import(${JSON.stringify(builtServers())});
      console.log('lock' in tryLock(${JSON.stringify(file)}) ? 'taken' : 'refused');
      setInterval(() => {}, 1000);
    `);
    await lineWith(child, 'taken');
    expect(tryLock(file)).toMatchObject({ heldBy: { pid: child.pid } });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    take().release();
  });
});
