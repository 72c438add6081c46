import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backoff, describeExit, KeptProcess, type Crash, type ProcessSpec } from '../src/kept-process.js';
import { identify, isRunning, waitUntilGone } from '../src/processes.js';
import { temporaryFolder } from './helpers.js';

// Processes of our own: on a busy machine each takes its time to start.

let folder: ReturnType<typeof temporaryFolder>;
let kept: KeptProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await kept?.stop();
  folder.remove();
});

interface Watched {
  readonly process: KeptProcess;
  readonly lines: string[];
  /** Fulfilled when the child has written `text`, for the n-th time. */
  readonly wrote: (text: string, times?: number) => Promise<void>;
}

function keep(script: string, more: Partial<ProcessSpec> = {}): Watched {
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const onLine = (line: string) => {
    lines.push(line);
    for (const listener of listeners) listener();
  };
  kept = new KeptProcess({
    name: 'barn',
    command: process.execPath,
    args: ['-e', script],
    output: { onLine },
    pidFile: join(folder.path, 'barn.pid'),
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
    backoffMs: () => 1,
    ...more,
  });
  const wrote = (text: string, times = 1) =>
    new Promise<void>((resolve) => {
      const check = () => lines.filter((line) => line === text).length >= times && resolve();
      listeners.add(check);
      check();
    });
  return { process: kept, lines, wrote };
}

describe('a kept process', () => {
  test('waits longer for each restart, at most half a minute', () => {
    expect([1, 2, 3, 4, 7, 8, 50].map(backoff)).toEqual([500, 1000, 2000, 4000, 30_000, 30_000, 30_000]);
  });

  test('that crashes is started again, and each crash is told', async () => {
    const crashes: Crash[] = [];
    const { process: child, wrote } = keep(`console.log('her'); process.exitCode = 3;`, { backoffMs: (n) => n });
    void child.start();
    child.keepRunning((crash) => crashes.push(crash));
    await wrote('her', 3);
    await child.stop();
    expect(crashes.slice(0, 2)).toMatchObject([
      { name: 'barn', code: 3, signal: null, count: 1, restartInMs: 1 },
      { name: 'barn', code: 3, count: 2, restartInMs: 2 },
    ]);
  });

  test('killed with -9 by somebody else is started again', async () => {
    const { process: child, wrote } = keep(`console.log('her'); setInterval(() => {}, 1000);`);
    const crash = new Promise<Crash>((resolve) => child.keepRunning(resolve));
    void child.start();
    await wrote('her');
    process.kill(child.pid as number, 'SIGKILL');
    expect(describeExit(await crash)).toBe('stoppet av SIGKILL');
    await wrote('her', 2);
  });

  test('that ended before it was to be kept running is started again then', async () => {
    const { process: child, wrote } = keep(`console.log('her');`);
    await child.start();
    child.keepRunning(() => undefined);
    await wrote('her', 2);
  });

  test('is not started again once it is to stop', async () => {
    const { process: child, lines, wrote } = keep(`process.on('SIGTERM', () => process.exit(1)); setInterval(() => {}, 1000); console.log('her');`);
    const crashes: Crash[] = [];
    child.keepRunning((crash) => crashes.push(crash));
    void child.start();
    await wrote('her');
    await child.stop();
    expect(crashes).toEqual([]);
    expect(lines).toEqual(['her']);
    expect(existsSync(join(folder.path, 'barn.pid'))).toBe(false);
  });

  test('that will not listen is killed when its grace is over', async () => {
    const { process: child, wrote } = keep(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('her');`, { graceMs: 50 });
    const exit = child.start();
    await wrote('her');
    await child.stop();
    expect(await exit).toMatchObject({ signal: 'SIGKILL' });
  });

  test('takes with it what it started itself', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(grandchild.pid); console.log('her'); setInterval(() => {}, 1000);`;
    const { process: child, lines, wrote } = keep(script);
    void child.start();
    await wrote('her');
    const grandchild = identify(Number(lines[0]));
    if (!grandchild) throw new Error('the grandchild never ran');
    expect(isRunning(grandchild)).toBe(true);
    await child.stop();
    expect(await waitUntilGone(grandchild, 5_000)).toBe(true);
  });

  test('that cannot be started says why', async () => {
    const { process: child } = keep('', { command: join(folder.path, 'finnes-ikke') });
    const exit = await child.start();
    expect(describeExit(exit)).toContain('ENOENT');
  });

  test('writes to its log itself, and loses no line', async () => {
    const file = join(folder.path, 'logs', 'barn.log');
    const { process: child } = keep(`console.log('en'); console.error('to');`, { output: { file } });
    await child.start();
    expect(readFileSync(file, 'utf8').split('\n').sort()).toEqual(['', 'en', 'to']);
  });

  test('gives us the lines it wrote last', async () => {
    const { process: child, lines } = keep(`for (let i = 0; i < 500; i++) console.log(i); process.stdout.write('siste');`);
    await child.start();
    expect(lines).toHaveLength(501);
    expect(lines.at(-1)).toBe('siste');
  });
});
