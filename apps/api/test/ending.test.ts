import { expect, test } from '@jest/globals';
import { WhatIfJobs, type Asked } from '../src/what-if/what-if-jobs.js';
import { ledgerOfParts, listening } from './support/listening.js';

test('an API that is to end answers what is under way, and is not held by the connection that it was asked on', async () => {
  let asked = (): void => undefined;
  let answer = (): void => undefined;
  const underWay = new Promise<void>((resolve) => (asked = resolve));
  const held = new Promise<void>((resolve) => (answer = resolve));
  const temporal = { isUp: () => (asked(), held.then(() => true)), close: () => Promise.resolve() };
  const api = await listening({ ledger: ledgerOfParts({ ping: () => Promise.resolve() }), temporal });
  // Longer than a test may take: a connection that is kept for another question would be kept so long.
  api.app.getHttpServer().keepAliveTimeout = 600_000;
  const response = fetch(`${api.url}/health/ready`);
  await underWay;
  const ended = api.close();
  while (api.app.getHttpServer().listening) await new Promise(setImmediate);
  answer();
  expect(await (await response).json()).toMatchObject({ status: 'ok' });
  await ended;
}, 30_000);

test('a process that is to end begins no what-if that nobody would go on with', async () => {
  const jobs = new WhatIfJobs(1);
  jobs.onModuleDestroy();
  await expect(jobs.start({ ledger: ledgerOfParts({}) } as Asked)).rejects.toMatchObject({ kind: 'overloaded', parts: { code: 'stopping' } });
  await jobs.onApplicationShutdown();
});
