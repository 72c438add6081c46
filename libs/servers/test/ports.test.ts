import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerError } from '../src/errors.js';
import { freePort, isFree } from '../src/ports.js';
import { choosePorts, readPorts } from '../src/remembered-ports.js';
import { somePort, takePort, temporaryFolder } from './helpers.js';

describe('free ports', () => {
  test('the wanted one when it is free, the next when it is taken or promised', async () => {
    const { port, server } = await takePort();
    expect(await isFree(port)).toBe(false);
    const next = await freePort(port);
    expect(next).toBeGreaterThan(port);
    expect(await freePort(port, new Set([next]))).toBeGreaterThan(next);
    await new Promise((closed) => server.close(closed));
    expect(await freePort(port)).toBe(port);
  });

  test('says so when there is none left', async () => {
    await expect(freePort(65_535, new Set([65_535]))).rejects.toThrow(ServerError);
  });
});

describe('ports that are remembered', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let said: string[];
  const say = (line: string) => said.push(line);
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'ports.json');
    said = [];
  });
  afterEach(() => folder.remove());

  test('a port that had to move keeps its new place when the old one is free again', async () => {
    const { port, server } = await takePort();
    const { api } = await choosePorts({ api: port }, file, say);
    expect(said).toEqual([`Port ${port} er opptatt: api bruker ${api}.`]);
    await new Promise((closed) => server.close(closed));
    expect(await choosePorts({ api: port }, file, say)).toEqual({ api });
    expect(readPorts(file)).toEqual({ api });
    expect(said).toHaveLength(1);
  });

  test('somebody who asks for another port gets it', async () => {
    const [first, second] = [await somePort(), await somePort()];
    await choosePorts({ api: first }, file, say);
    expect(await choosePorts({ api: second }, file, say)).toEqual({ api: second });
  });

  test('one that moves pushes no other', async () => {
    const { port, server } = await takePort();
    const next = await freePort(port);
    const { api, worker } = await choosePorts({ api: port, worker: next }, file, say);
    expect(worker).toBe(next);
    expect(api).toBeGreaterThan(next);
    await new Promise((closed) => server.close(closed));
  });

  test('no two purposes share a port, and purposes not asked for are kept', async () => {
    const port = await somePort();
    await choosePorts({ mail: await somePort() }, file, say);
    const { api, worker } = await choosePorts({ api: port, worker: port }, file, say);
    expect(api).not.toBe(worker);
    expect(Object.keys(readPorts(file)).sort()).toEqual(['api', 'mail', 'worker']);
  });

  test('a damaged file is as good as none', async () => {
    writeFileSync(file, '{"api":');
    const port = await somePort();
    expect(await choosePorts({ api: port }, file, say)).toEqual({ api: port });
  });
});
