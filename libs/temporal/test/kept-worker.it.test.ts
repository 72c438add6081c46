import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataConverter, generateKey, readKeySet } from '@forlop/crypto';
import { startTemporalDev, type RunningTemporal } from '@forlop/servers';
import { installRuntime, keepWorker, temporalClient, type KeptWorker, type Log } from '../src/index.js';


const quiet: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Never came: ${what}`);
    await pause(50);
  }
}

describe('a kept worker', () => {
  const converter = dataConverter(readKeySet(`test:${generateKey()}`, 'testnøkkel'));
  let dir: string;
  let port: number;
  let temporal: RunningTemporal;
  let worker: KeptWorker;
  const notes: string[] = [];
  const start = () => startTemporalDev({ dbFile: join(dir, 'temporal.db'), port, uiPort: false, externalAddress: undefined });

  beforeAll(async () => {
    installRuntime(quiet);
    dir = await mkdtemp(join(tmpdir(), 'forlop-kept-worker-'));
    port = await unusedPort();
    worker = keepWorker({
      address: `127.0.0.1:${port}`,
      namespace: 'default',
      dataConverter: converter,
      name: 'test',
      log: { ...quiet, warn: (_, message) => void notes.push(message) },
      worker: { taskQueue: 'kept', activities: { greet: async (name: string) => `god morgen, ${name}` } },
    });
  });
  afterAll(async () => {
    await worker?.stop();
    await temporal?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** An activity without a workflow: done by whichever worker listens. */
  async function greeted(): Promise<unknown> {
    const { client, close } = temporalClient({ address: temporal.address, namespace: temporal.namespace, dataConverter: converter });
    try {
      return await client.activity.execute('greet', { id: `greet-${notes.length}-${Date.now()}`, taskQueue: 'kept', args: ['Kari'], scheduleToCloseTimeout: '60 seconds' });
    } finally {
      await close();
    }
  }

  test('waits for a server that is not there yet, and works as soon as it is', async () => {
    await until('it has tried twice', () => notes.length >= 2);
    expect(worker.state()).toBe('away');
    expect(notes).toContain('worker lost its server, trying again');
    temporal = await start();
    await until('the worker runs', () => worker.state() === 'running');
    await expect(greeted()).resolves.toBe('god morgen, Kari');
  });

  test('works again when its server has been away', async () => {
    await temporal.stop();
    temporal = await start();
    await expect(greeted()).resolves.toBe('god morgen, Kari');
  });

  test('ends in order when asked to, and does not come back', async () => {
    await worker.stop();
    expect(worker.state()).toBe('stopped');
  });
});
