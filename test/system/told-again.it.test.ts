import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rowLock } from './row-lock.js';
import { command, refer } from './patients.js';
import { startSystem, type System } from './system.js';

const coordinator = { kind: 'person', id: 'koordinator' } as const;
let system: System;
beforeAll(async () => {
  system = await startSystem({ apps: ['api', 'worker'] });
}, 240_000);
afterAll(() => system?.stop(), 60_000);

/** Waits until the workflow has heard everything that concerns it, and nothing waits to be told. */
async function toldAll(id: string): Promise<void> {
  await system.until('the workflow knows what the ledger knows', async () => {
    const live = (await system.ledger.livePathways({ limit: 10 })).find(({ pathwayId }) => pathwayId === id);
    return live!.advancedPosition === live!.position && (await system.workflow(id).query<{ nextWakeAt: string }>('state')).nextWakeAt === live!.nextWakeAt;
  });
  await system.until('nothing waits in the outbox', async () => (await system.ledger.backlog()).rows === 0);
}

const typesOf = async (id: string) => (await system.ledger.patientView(id)).timeline.map(({ type }) => type);
const countOf = async (id: string, wanted: string) => (await typesOf(id)).filter((type) => type === wanted).length;

async function runsOf(id: string): Promise<number> {
  const { workflowId } = system.workflow(id);
  return system.until('the workflow is listed', async () => (await system.temporal.workflow.count(`WorkflowId = '${workflowId}'`)).count);
}

test('whatever dies between the commit and the telling, the workflow is told, and nothing happens twice', async () => {
  const id = await refer(system);
  await toldAll(id);

  // Nobody is there to tell it: the row waits in the outbox.
  await system.kill9('worker');
  expect(await system.ledger.command(id, { command: 'meld-risiko', occurredOn: system.today, data: { gjelder: 'vurdering' } }, coordinator)).toMatchObject({ outcome: 'done' });
  expect((await system.ledger.backlog()).rows).toBe(1);
  await system.start('worker');
  await toldAll(id);

  // The API has answered and dies at once.
  const key = { 'Idempotency-Key': randomUUID() };
  const answered = await command(system, id, 'trekk-risiko', { data: { gjelder: 'vurdering' } }, key);
  await system.kill9('api');
  expect(answered.status).toBe(200);
  await toldAll(id);
  await system.start('api');
  const again = await command(system, id, 'trekk-risiko', { data: { gjelder: 'vurdering' } }, key);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.body).toEqual(answered.body);

  expect([await countOf(id, 'risikoMeldt'), await countOf(id, 'risikoTrukket')]).toEqual([1, 1]);
  expect(await runsOf(id)).toBe(1);
  expect((await system.ledger.verify(id)).differences).toEqual([]);
}, 240_000);

test('the API killed inside its transaction leaves nothing, and the same request again does it once', async () => {
  const id = await refer(system);
  await toldAll(id);
  const key = { 'Idempotency-Key': randomUUID() };
  const lock = await rowLock(system.databaseUrl, id);
  const answer = command(system, id, 'vurder-rett', {}, key).then(({ status }) => `answered ${status}`, () => 'cut off');
  try {
    await lock.untilWaitedFor(1);
    await system.kill9('api');
  } finally {
    await lock.release();
  }
  expect(await answer).toBe('cut off');
  await system.start('api');
  expect(await countOf(id, 'vurdert')).toBe(0);
  expect(await command(system, id, 'vurder-rett', {}, key)).toMatchObject({ status: 200 });
  expect(await countOf(id, 'vurdert')).toBe(1);
  await toldAll(id);
}, 240_000);
