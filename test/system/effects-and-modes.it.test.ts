import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { obligationWorkflowId } from '@forlop/workflows';
import { WorkflowNotFoundError } from '@temporalio/client';
import { askForSupplement, command, refer, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

const fastlege = 'fastlege@legekontor.example';
const coordinator = { kind: 'person', id: 'koordinator' } as const;
let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 240_000);
afterAll(() => system?.stop(), 60_000);

const setEffects = (on: boolean) => system.api('PUT', '/api/v1/settings/effects', { on, why: 'Gjenoppretting prøves.' });
const setMode = (id: string, mode: string) => system.api('PUT', `/api/v1/pathways/${id}/mode`, { mode, reason: 'Prøve.' });
const toldOf = async (id: string) => (await system.ledger.patientView(id)).obligations.find(({ key }) => key === supplementReminder)?.told ?? [];
const statusOf = (id: string) => system.workflow(id).describe().then(({ status }) => status.name as string, notFound);

function notFound(error: unknown): string {
  if (error instanceof WorkflowNotFoundError) return 'NONE';
  throw error;
}

test('with effects off nothing is sent; on again, what is open is sent, once', async () => {
  expect((await setEffects(false)).status).toBe(200);
  const id = await refer(system);
  await askForSupplement(system, id, fastlege);
  const reminder = system.temporal.workflow.getHandle(obligationWorkflowId(id, supplementReminder));
  // It has asked the ledger and was told to wait: a timer is the last thing in its history.
  await system.until('the reminder is held back', async () => ((await reminder.fetchHistory()).events ?? []).some(({ timerStartedEventAttributes }) => timerStartedEventAttributes));
  expect(await toldOf(id)).toEqual([]);
  expect(await system.mailsTo(fastlege)).toEqual([]);

  expect((await setEffects(true)).status).toBe(200);
  // By itself it would ask again within the hour; the worker tells it that the switch is on.
  await system.until('the reminder is recorded as sent', async () => (await toldOf(id)).some(({ status }) => status === 'sent'), 60_000);
  expect(await system.mailsTo(fastlege)).toHaveLength(1);
  expect((await toldOf(id)).filter(({ purpose }) => purpose === 'ask')).toHaveLength(1);
}, 180_000);

test('a paused pathway has no workflow and reminds nobody; live again, it has, and what is past is not sent', async () => {
  const quiet = 'stille@legekontor.example';
  const id = await refer(system);
  await system.until('the workflow runs', async () => (await statusOf(id)) === 'RUNNING');
  expect((await setMode(id, 'paused')).status).toBe(200);
  await system.until('the workflow has ended', async () => (await statusOf(id)) === 'COMPLETED');
  await askForSupplement(system, id, quiet);
  await system.until('the change was told', async () => (await system.ledger.backlog()).rows === 0);
  await system.until('the workflow has ended again', async () => (await statusOf(id)) === 'COMPLETED');
  expect(await toldOf(id)).toEqual([]);
  expect(await system.mailsTo(quiet)).toEqual([]);

  expect((await setMode(id, 'live')).status).toBe(200);
  await system.until('the workflow runs again', async () => (await statusOf(id)) === 'RUNNING');
}, 240_000);

test('history that was never live gets no workflow, not even from a sweep', async () => {
  await system.kill9('worker');
  const id = await refer(system);
  await system.ledger.setMode(id, 'historical', 'Importert.', coordinator);
  expect((await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } })).status).toBe(200);
  await system.start('worker');
  await system.until('the changes were told', async () => (await system.ledger.backlog()).rows === 0);
  await system.until('no workflow of it is at work', async () => ['COMPLETED', 'NONE'].includes(await statusOf(id)));
  expect((await system.ledger.livePathways({ limit: 10 })).map(({ pathwayId }) => pathwayId)).not.toContain(id);
}, 240_000);
