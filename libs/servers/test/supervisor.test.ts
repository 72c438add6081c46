import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, readPidFile, waitUntilGone, writePidFile, type ProcessIdentity } from '../src/processes.js';
import { Supervisor, type AppSpec } from '../src/supervisor.js';
import { builtServers, killChildren, lineWith, runModule, somePort, temporaryFolder } from './helpers.js';

// Processes of our own: on a busy machine each takes its time to start.

let folder: ReturnType<typeof temporaryFolder>;
let supervisor: Supervisor;
let said: string[];
let echoed: string[];

beforeEach(() => {
  folder = temporaryFolder();
  said = [];
  echoed = [];
  supervisor = new Supervisor({
    logDir: join(folder.path, 'logs'),
    runDir: join(folder.path, 'run'),
    say: (line) => said.push(line),
    echo: (line) => echoed.push(line),
    backoffMs: () => 1,
  });
});
afterEach(async () => {
  await supervisor.stop();
  killChildren();
  folder.remove();
});

/** An app that answers at its ready address, or the given script. */
async function app(name: string, script?: (port: number) => string): Promise<AppSpec> {
  const port = await somePort();
  const answering = `
    console.log('${name} er i gang');
    require('node:http').createServer((request, response) => response.writeHead(request.url === '/health/ready' ? 200 : 404).end()).listen(${port}, '127.0.0.1');
    process.on('SIGTERM', () => { require('node:fs').appendFileSync(process.env.ORDER, '${name} '); process.exit(0); });`;
  const env = { ...process.env, ORDER: join(folder.path, 'order') };
  return { name, args: ['-e', script?.(port) ?? answering], env, readyUrl: `http://127.0.0.1:${port}/health/ready` };
}

const logOf = (name: string) => readFileSync(join(folder.path, 'logs', `${name}.log`), 'utf8');
const pidOf = (name: string) => readPidFile(join(folder.path, 'run', `${name}.pid`)) as ProcessIdentity;

describe('the supervisor', () => {
  test('starts apps, knows when they are ready, and ends everything in the reverse order', async () => {
    const order: string[] = [];
    supervisor.own('database', { stop: () => Promise.resolve(void order.push(readFileSync(join(folder.path, 'order'), 'utf8'))), kill: () => undefined });
    const apps = [await app('api'), await app('worker')];
    for (const one of apps) await supervisor.start(one);
    await Promise.all(apps.map((one) => supervisor.untilReady(one)));
    await supervisor.stop();
    expect(order).toEqual(['worker api ']);
    expect(logOf('api')).toBe('api er i gang\n');
    expect(echoed).toContain('[worker] worker er i gang');
    expect(said).toEqual([]);
  });

  test('starts a crashed app again and says so', async () => {
    const api = await app('api');
    await supervisor.start(api);
    await supervisor.untilReady(api);
    const { pid, started } = pidOf('api');
    process.kill(pid, 'SIGKILL');
    expect(await waitUntilGone({ pid, started }, 10_000)).toBe(true);
    await supervisor.untilReady(api);
    expect(said).toEqual([`api stoppet uventet (stoppet av SIGKILL). Starter på nytt om 0,001 s. Logg: ${join(folder.path, 'logs', 'api.log')}`]);
    expect(pidOf('api').pid).not.toBe(pid);
  });

  test('gives up waiting for an app that cannot start, and shows why', async () => {
    mkdirSync(join(folder.path, 'logs'));
    writeFileSync(join(folder.path, 'logs', 'api.log'), 'fra forrige gang\n');
    const api = await app('api', () => `console.error('mangler DATABASE_URL'); process.exit(2);`);
    await supervisor.start(api);
    const error = await supervisor.untilReady(api).then(() => undefined, (reason: Error) => reason);
    expect(error?.name).toBe('ServerError');
    expect(error?.message).toContain('api startet ikke (avsluttet med kode 2)');
    expect(error?.message).toContain('mangler DATABASE_URL');
    expect(error?.message).not.toContain('fra forrige gang');
  });

  test('one that will not end does not keep the others from ending', async () => {
    const ended: string[] = [];
    supervisor.own('database', { stop: () => Promise.resolve(void ended.push('database')), kill: () => undefined });
    supervisor.own('sta', { stop: () => Promise.reject(new Error('vil ikke')), kill: () => void ended.push('sta, hardt') });
    await supervisor.stop();
    expect(ended).toEqual(['sta, hardt', 'database']);
    expect(said).toEqual(['sta lot seg ikke stoppe: vil ikke']);
  });

  test('what comes up while everything is ending, ends too', async () => {
    const ended: string[] = [];
    await supervisor.stop();
    supervisor.own('treg', { stop: () => Promise.resolve(void ended.push('treg')), kill: () => undefined });
    await supervisor.start(await app('api'));
    await supervisor.stop();
    expect(ended).toEqual(['treg']);
    expect(existsSync(join(folder.path, 'logs', 'api.log'))).toBe(false);
  });

  test('ends what an earlier run that was killed left behind', async () => {
    const leftover = runModule(`setInterval(() => {}, 1000); console.log('her');`);
    await lineWith(leftover, 'her');
    mkdirSync(join(folder.path, 'run'));
    writePidFile(join(folder.path, 'run', 'api.pid'), leftover.pid as number);
    const api = await app('api');
    await supervisor.start(api);
    expect(said).toEqual(['Stoppet api som lå igjen etter en avbrutt kjøring.']);
    await supervisor.untilReady(api);
  });

  test('killed itself with -9, leaves no process behind', async () => {
    const api = await app('api');
    const parent = runModule(`
      const { Supervisor } = await import(${JSON.stringify(builtServers())});
      const supervisor = new Supervisor(${JSON.stringify({ logDir: join(folder.path, 'logs'), runDir: join(folder.path, 'run') })});
      const api = ${JSON.stringify(api)};
      await supervisor.start(api);
      await supervisor.untilReady(api);
      console.log('klar');
    `);
    await lineWith(parent, 'klar');
    const child = pidOf('api');
    expect(identify(child.pid)).toEqual(child);
    parent.kill('SIGKILL');
    expect(await waitUntilGone(child, 20_000)).toBe(true);
    expect(readFileSync(join(folder.path, 'order'), 'utf8')).toBe('api ');
  });
});
