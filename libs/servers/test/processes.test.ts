import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, endLeftover, identify, isRunning, readPidFile, signal, waitUntilGone, writePidFile } from '../src/processes.js';
import { deadPid, killChildren, lineWith, runModule, track, temporaryFolder } from './helpers.js';

// Processes of our own: on a busy machine each takes its time to start.

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  killChildren();
  folder.remove();
});

describe('who a process is', () => {
  test('a running process is identified the same way twice', () => {
    expect(identify(process.pid)).toEqual(identify(process.pid));
    expect(identify(process.pid)?.started).not.toBe('');
  });

  test('nobody runs under the pid of a process that has ended', () => {
    expect(identify(deadPid())).toBeUndefined();
  });

  test('another process that got the same pid is not the one we knew', () => {
    expect(isRunning({ pid: process.pid, started: 'before the restart' })).toBe(false);
  });

  test('a process that ended but was never collected by its parent counts as gone', async () => {
    const parent = track(spawn('sh', ['-c', 'true & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'inherit'] }));
    const zombie = Number(await lineWith(parent, ''));
    const seen = identify(zombie);
    expect(seen === undefined || (await waitUntilGone(seen, 5_000))).toBe(true);
  });

  test('the command line tells what runs', () => {
    expect(commandOf(process.pid)).toContain('node');
    expect(commandOf(deadPid())).toBeUndefined();
  });

  test('a signal to a process that has ended is no error', () => {
    const gone = deadPid();
    expect(() => signal(gone, 'SIGTERM')).not.toThrow();
    expect(() => signal(gone, 'SIGKILL', 'group')).not.toThrow();
  });
});

describe('pid files', () => {
  test.each(['', '{"pid":12', 'null', '{"pid":"12","started":"x"}', '{"pid":12}'])('a pid file with «%s» names nobody', (text) => {
    const file = join(folder.path, 'x.pid');
    writeFileSync(file, text);
    expect(readPidFile(file)).toBeUndefined();
  });

  test('what a killed parent left is ended, politely when it listens', async () => {
    const file = join(folder.path, 'x.pid');
    const child = runModule(`process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('ready');`);
    await lineWith(child, 'ready');
    writePidFile(file, child.pid as number);
    const code = new Promise((resolve) => child.once('exit', resolve));
    expect(await endLeftover(file, 'SIGTERM', 10_000)).toBe(true);
    expect(await code).toBe(7);
    expect(existsSync(file)).toBe(false);
  });

  test('a process that merely has the pid of what we left is not touched', async () => {
    const file = join(folder.path, 'x.pid');
    const child = runModule(`setInterval(() => {}, 1000); console.log('ready');`);
    await lineWith(child, 'ready');
    writeFileSync(file, JSON.stringify({ pid: child.pid, started: 'another boot/1' }));
    expect(await endLeftover(file, 'SIGTERM', 10_000)).toBe(false);
    expect(identify(child.pid as number)).toBeDefined();
  });
});
