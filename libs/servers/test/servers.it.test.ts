import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { execFileSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Crash } from '../src/kept-process.js';
import { startPostgres, startScratchPostgres, type PostgresOptions, type RunningPostgres } from '../src/postgres.js';
import { commandOf, isRunning, readPidFile, waitUntilGone, type ProcessIdentity } from '../src/processes.js';
import { forlopSearchAttributes } from '../src/search-attributes.js';
import { startTemporalDev, type RunningTemporal, type TemporalOptions } from '../src/temporal-server.js';
import { builtServers, deadPid, killChildren, lineWith, runModule, somePort, takePort, temporaryFolder } from './helpers.js';

// Real servers: on a busy machine each takes its time to start.

let folder: ReturnType<typeof temporaryFolder>;
let running: (RunningPostgres | RunningTemporal)[];
let said: string[];
const say = (line: string) => said.push(line);

beforeEach(() => {
  folder = temporaryFolder();
  running = [];
  said = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  killChildren();
  folder.remove();
});

async function postgres(more: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir: join(folder.path, 'postgres'), port: await somePort(), externalUrl: undefined, say, ...more });
  running.push(server);
  return server;
}

async function temporal(more: Partial<TemporalOptions> = {}): Promise<RunningTemporal> {
  const defaults = { dbFile: join(folder.path, 'temporal.db'), uiPort: false, externalAddress: undefined, searchAttributes: forlopSearchAttributes, say } as const;
  const server = await startTemporalDev({ ...defaults, port: more.port ?? (await somePort()), ...more });
  running.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withClient<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

const pidIn = (file: string) => readPidFile(join(folder.path, file)) as ProcessIdentity;

function crashWatch(): { crash: Promise<Crash>; onCrash: (crash: Crash) => void } {
  let onCrash: (crash: Crash) => void = () => undefined;
  const crash = new Promise<Crash>((resolve) => (onCrash = resolve));
  return { crash, onCrash };
}

/** Another process that runs PostgreSQL on the test's folder, as `npm start` does. */
async function parentOfPostgres(): Promise<ChildProcess> {
  const parent = runModule(`
    const { startPostgres } = await import(${JSON.stringify(builtServers())});
    await startPostgres({ dataDir: ${JSON.stringify(join(folder.path, 'postgres'))}, port: ${await somePort()}, externalUrl: undefined });
    console.log('klar');
  `);
  await lineWith(parent, 'klar');
  return parent;
}

/** The process that watches over a server for its parent. */
function guardOf(server: ProcessIdentity): number {
  const line = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n').find((text) => text.includes(`forlop-guard INT ${server.pid}`));
  return Number.parseInt(line ?? '', 10);
}

/** Keeps asking until the server is back after a crash; Jest's time limit ends what never comes. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask().then((value) => ({ value }), () => undefined);
    if (answer) return answer.value;
  }
}

describe('PostgreSQL', () => {
  test('keeps its data, its password and its port from one start to the next, and lets in only those who know it', async () => {
    const port = await somePort();
    const first = await postgres({ port });
    await query(first.url, 'create table pasient as select 7 as id');
    await expect(query(first.url.replace(/:[^:@]+@/, ':gjetter@'), 'select 1')).rejects.toThrow('password authentication failed');
    await expect(postgres({ port })).rejects.toThrow(`er i bruk av prosess ${process.pid}`);
    await first.stop();
    const second = await startPostgres({ dataDir: join(folder.path, 'postgres'), externalUrl: undefined, say });
    running.push(second);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select id from pasient')).toEqual([{ id: 7 }]);
    expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(said).toEqual(['Lager en ny database …']);
  });

  test('moves to the next port when its own is taken, and says so', async () => {
    const { port, server } = await takePort();
    const { url } = await postgres({ port });
    expect(new URL(url).port).not.toBe(String(port));
    expect(said[0]).toBe(`Port ${port} er opptatt: PostgreSQL bruker ${new URL(url).port}.`);
    await new Promise((closed) => server.close(closed));
  });

  test('starts over a stale postmaster.pid, also one whose pid somebody else has now', async () => {
    const first = await postgres();
    const file = join(folder.path, 'postgres', 'postmaster.pid');
    const content = readFileSync(file, 'utf8').split('\n').slice(1).join('\n');
    await first.stop();
    for (const pid of [deadPid(), process.pid]) {
      writeFileSync(file, `${pid}\n${content}`);
      const again = await postgres();
      expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await again.stop();
    }
  });

  test('killed, comes back on the same address with what was committed', async () => {
    const { crash, onCrash } = crashWatch();
    const { url } = await postgres({ onCrash });
    await query(url, 'create table frist as select 1 as id');
    process.kill(pidIn('postgres.pid').pid, 'SIGKILL');
    expect(await crash).toMatchObject({ name: 'postgres', signal: 'SIGKILL', count: 1 });
    expect(await eventually(() => query(url, 'select id from frist'))).toEqual([{ id: 1 }]);
  });

  test('does not outlive a parent that is killed with -9', async () => {
    const parent = await parentOfPostgres();
    const server = pidIn('postgres.pid');
    expect(commandOf(server.pid)).toContain('postgres');
    parent.kill('SIGKILL');
    expect(await waitUntilGone(server, 30_000)).toBe(true);
  });

  test('left behind when its guard was killed too, is ended by the next start, which finds its data', async () => {
    const parent = await parentOfPostgres();
    const left = pidIn('postgres.pid');
    process.kill(guardOf(left), 'SIGKILL');
    const gone = new Promise((resolve) => parent.once('exit', resolve));
    parent.kill('SIGKILL');
    await gone;
    expect(isRunning(left)).toBe(true);
    const { url } = await postgres();
    expect(said).toEqual(['Stoppet en PostgreSQL som lå igjen etter en avbrutt kjøring.']);
    expect(isRunning(left)).toBe(false);
    expect(await query(url, 'select current_database() as name')).toEqual([{ name: 'forlop' }]);
  });

  test('that will not start shows the end of its log', async () => {
    await (await postgres()).stop();
    writeFileSync(join(folder.path, 'postgres', 'postgresql.conf'), 'tull = ball\n');
    await expect(postgres()).rejects.toThrow(/PostgreSQL startet ikke.*\n[^]*unrecognized configuration parameter "tull"/);
  });

  test('for tests is empty, quick rather than durable, and gone afterwards', async () => {
    const server = await startScratchPostgres();
    expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
    const [{ data_directory: data }] = (await query(server.url, 'show data_directory')) as [{ data_directory: string }];
    await server.stop();
    expect(() => readdirSync(data)).toThrow('ENOENT');
  });

  test('of somebody else is used and not stopped; one that does not answer is named without its password', async () => {
    const own = await postgres();
    const external = await startPostgres({ dataDir: join(folder.path, 'unused'), externalUrl: own.url });
    expect(external).toMatchObject({ url: own.url, ours: false });
    await external.stop();
    expect(await query(own.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const nobody = `postgres://forlop:hemmelig@127.0.0.1:${await somePort()}/forlop`;
    const error = await startPostgres({ dataDir: join(folder.path, 'unused'), externalUrl: nobody }).catch((reason: Error) => reason);
    expect(String(error)).toContain('svarer ikke');
    expect(String(error)).not.toContain('hemmelig');
    expect(readdirSync(folder.path)).not.toContain('unused');
  });
});

describe('Temporal', () => {
  const start = (client: Client) => client.workflow.start('noe', { taskQueue: 'ingen', workflowId: 'forlop-1' });
  const find = (client: Client) => client.workflow.getHandle('forlop-1').describe();

  test('keeps its workflows and its port from one start to the next, and gets search attributes that are new', async () => {
    const port = await somePort();
    const first = await temporal({ port, searchAttributes: { ForlopStep: 'Keyword' } });
    await withClient(first.address, start);
    await expect(temporal()).rejects.toThrow(`er i bruk av prosess ${process.pid}`);
    await first.stop();
    const second = await temporal({ port });
    expect(second.address).toBe(first.address);
    expect((await withClient(second.address, find)).type).toBe('noe');
    const { customAttributes } = await withClient(second.address, ({ connection }) => connection.operatorService.listSearchAttributes({ namespace: 'default' }));
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(forlopSearchAttributes)));
    expect(said).toEqual([]);
  });

  test('refuses a search attribute that exists with another type', async () => {
    const { stop } = await temporal({ searchAttributes: { ForlopStep: 'Keyword' } });
    await stop();
    await expect(temporal({ searchAttributes: { ForlopStep: 'Datetime' } })).rejects.toThrow('har en annen type enn Datetime');
  });

  test('moves to the next port when its own is taken, and says so', async () => {
    const { port, server } = await takePort();
    const { address } = await temporal({ port });
    expect(said).toEqual([`Port ${port} er opptatt: Temporal bruker ${address.split(':')[1]}.`]);
    await new Promise((closed) => server.close(closed));
  });

  test('killed, comes back on the same address with its workflows', async () => {
    const { crash, onCrash } = crashWatch();
    const { address } = await temporal({ onCrash });
    await withClient(address, start);
    process.kill(pidIn('temporal.db.pid').pid, 'SIGKILL');
    expect(await crash).toMatchObject({ name: 'temporal', signal: 'SIGKILL', count: 1 });
    expect((await eventually(() => withClient(address, find))).type).toBe('noe');
  });

  test('of somebody else is used and not stopped; a missing namespace or server is named', async () => {
    const { address } = await temporal();
    const external = await startTemporalDev({ externalAddress: address, searchAttributes: { ForlopEkstra: 'Keyword' } });
    await external.stop();
    await withClient(address, start);
    await expect(startTemporalDev({ externalAddress: address, namespace: 'finnes-ikke' })).rejects.toThrow('navnerom finnes-ikke) svarer ikke');
  });
});
