import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { LedgerError, type Ledger } from '@forlop/ledger';
import type { Inbox } from '@forlop/messaging';
import type { KeptWorker } from '@forlop/temporal';
import { CourierModule } from '../src/index.js';

let app: INestApplication;
afterEach(() => app.close());

const ended: string[] = [];

const inbox: Inbox = {
  url: 'smtp://127.0.0.1:1',
  list: async () => [],
  page: async (base, id) => ({ status: id === 'ukjent' ? 404 : 200, html: `${base} ${id ?? 'liste'}` }),
  close: async () => void ended.push('inbox'),
};

async function courier(parts: { database?: boolean; state?: ReturnType<KeptWorker['state']>; inbox?: Inbox | null } = {}) {
  const { database = true, state = 'running' } = parts;
  const ledger = {
    ping: async () => {
      if (!database) throw new LedgerError('unavailable', 'Databasen svarer ikke.');
    },
    close: async () => void ended.push('ledger'),
  } as unknown as Ledger;
  const worker: KeptWorker = { state: () => state, stop: async () => void ended.push('worker') };
  const watch = { start: () => void ended.push('watching'), stop: async () => void ended.push('watch') };
  const reports = { start: () => undefined, stop: async () => void ended.push('reports') };
  const invitations = { start: () => undefined, stop: async () => void ended.push('invitations') };
  const channels = { start: () => void ended.push('listening'), close: async () => void ended.push('channels') };
  const closeTemporal = async () => void ended.push('temporal');
  app = await NestFactory.create(CourierModule.of({ ledger, worker, watch, invitations, reports, channels, closeTemporal, inbox: parts.inbox === undefined ? inbox : parts.inbox }), { logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return (path: string) => fetch(`${url}${path}`);
}

describe('the courier app', () => {
  test('shows the inbox as pages that run nothing', async () => {
    const get = await courier();
    const list = await get('/mail');
    expect([list.status, list.headers.get('content-type'), await list.text()]).toEqual([200, 'text/html; charset=utf-8', '/mail liste']);
    expect(list.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/);
    expect([list.headers.get('x-content-type-options'), list.headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
    expect(await (await get('/mail/a.eml')).text()).toBe('/mail a.eml');
    expect((await get('/mail/ukjent')).status).toBe(404);
  });

  test('has no inbox where a mail server is set up', async () => {
    const get = await courier({ inbox: null });
    expect((await get('/mail')).status).toBe(404);
  });

  test.each([
    [{}, 200],
    [{ database: false }, 503],
    [{ state: 'away' as const }, 503],
  ])('%j: ready answers %d', async (parts, status) => {
    const get = await courier(parts);
    expect((await get('/health/ready')).status).toBe(status);
    expect((await get('/health/live')).status).toBe(200);
  });

  test('at its end it finishes the sendings, then closes its connections', async () => {
    await courier();
    ended.length = 0;
    await app.close();
    expect(ended).toEqual(['watch', 'invitations', 'reports', 'worker', 'channels', 'inbox', 'temporal', 'ledger']);
  });
});
