import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWorkingDays, calendarById } from '@forlop/calendar';
import { newPatient, referralOf, sendFhir } from './patients.js';
import { rowLock } from './row-lock.js';
import { startSystem, type System } from './system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ apps: ['api', 'worker'] });
}, 240_000);
afterAll(() => system?.stop(), 60_000);

/** Received so long ago that FRIST-VURDERING has been warned of and broken: `advance` has much to record. */
const longAgo = () => addWorkingDays(calendarById('norge'), system.today, -15);

test('a worker that dies inside advance has recorded nothing, and the next one records everything once', async () => {
  await system.kill9('worker');
  const { headers } = await sendFhir(system, referralOf(newPatient(), longAgo()));
  const id = headers.get('location')!.split('/').at(-1)!;
  const before = await system.ledger.patientView(id);

  const lock = await rowLock(system.databaseUrl, id);
  try {
    await system.start('worker');
    await lock.untilWaitedFor(1);
    await system.kill9('worker');
  } finally {
    await lock.release();
  }
  expect((await system.ledger.patientView(id)).position).toBe(before.position);

  await system.start('worker');
  const [live] = await system.until('advance has been done', async () => {
    const found = await system.ledger.livePathways({ limit: 1 });
    return found[0]!.advancedPosition === found[0]!.position && found;
  });
  expect(live!.position).toBeGreaterThan(before.position);
  const { timeline } = await system.ledger.patientView(id);
  const observed = timeline.filter(({ kind }) => kind === 'observation').map(({ type, data }) => JSON.stringify([type, data]));
  expect(observed.length).toBeGreaterThan(1);
  expect(new Set(observed).size).toBe(observed.length);
  expect((await system.ledger.verify(id)).differences).toEqual([]);
}, 240_000);
