import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { LedgerError, type Ledger } from '@forlop/ledger';
import type { KeptWorker } from '@forlop/temporal';
import { WorkerMetrics } from '../src/metrics.js';
import { WorkerModule, type KeepProofs, type Relay, type Sweep } from '../src/index.js';

let app: INestApplication;
afterEach(() => app.close());

const ended: string[] = [];
const part = (name: string) => ({ start: () => undefined, stop: async () => void ended.push(name) });

/** The worker's HTTP side over a database that is there or not, and a Temporal worker in a state. */
async function worker({ database, temporal = true, state }: { database: boolean; temporal?: boolean; state: ReturnType<KeptWorker['state']> }) {
  const away = () => Promise.reject(new LedgerError('unavailable', 'Databasen svarer ikke.'));
  const ledger = {
    ping: database ? async () => undefined : away,
    backlog: database ? async () => ({ rows: 3, oldestMs: 1_500 }) : away,
    close: async () => void ended.push('ledger'),
  } as unknown as Ledger;
  const kept: KeptWorker = { state: () => state, stop: async () => void ended.push('worker') };
  const metrics = new WorkerMetrics(ledger);
  app = await NestFactory.create(WorkerModule.of({ ledger, worker: kept, temporal: { isUp: async () => temporal }, relay: part('relay') as unknown as Relay, sweep: part('sweep') as unknown as Sweep, effects: part('effects'), reports: part('reports'), sums: part('sums'), proofs: part('proofs') as unknown as KeepProofs, registries: part('registries'), metrics }), { logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
}

describe('the worker app', () => {
  test('is ready when it takes tasks and the database answers', async () => {
    const get = await worker({ database: true, state: 'running' });
    expect(await get('/health/ready')).toEqual({ status: 200, text: '{"status":"ok","checks":{"postgres":"up","temporal":"up","worker":"running"}}' });
  });

  test.each([
    [{ database: false, state: 'running' as const }, '{"status":"down","checks":{"postgres":"down","temporal":"up","worker":"running"}}'],
    [{ database: true, state: 'away' as const }, '{"status":"down","checks":{"postgres":"up","temporal":"up","worker":"away"}}'],
    // The SDK sits out an absence of its server, and its worker calls itself running meanwhile.
    [{ database: true, temporal: false, state: 'running' as const }, '{"status":"down","checks":{"postgres":"up","temporal":"down","worker":"running"}}'],
  ])('is alive and not ready with %j', async (parts, text) => {
    const get = await worker(parts);
    expect(await get('/health/ready')).toEqual({ status: 503, text });
    expect(await get('/health/live')).toMatchObject({ status: 200 });
  });

  test('tells its figures, and what it cannot know as not a number', async () => {
    const here = await worker({ database: true, state: 'running' });
    const { text } = await here('/metrics');
    expect(text).toContain('forlop_outbox_rows 3\n');
    expect(text).toContain('forlop_outbox_oldest_seconds 1.5\n');
    await app.close();
    const away = await worker({ database: false, state: 'running' });
    expect(await away('/metrics')).toMatchObject({ status: 200, text: expect.stringContaining('forlop_outbox_rows Nan\n') });
  });

  test('at its end it stops telling, then working, then lets go of the ledger', async () => {
    await worker({ database: true, state: 'running' });
    ended.length = 0;
    await app.close();
    expect(ended).toEqual(['relay', 'sweep', 'effects', 'reports', 'sums', 'proofs', 'registries', 'worker', 'ledger']);
  });
});
