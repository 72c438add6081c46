import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownTemporalServer, type OwnTemporal } from './own-servers.js';
import { askForSupplement, command, refer, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

const fastlege = 'fastlege@legekontor.example';
let temporal: OwnTemporal;
let system: System;

beforeAll(async () => {
  temporal = await ownTemporalServer();
  system = await startSystem({ temporal: temporal.address });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await temporal?.end();
}, 120_000);

const live = () => system.ledger.livePathways({ limit: 10 });
const positionOf = async (id: string) => (await system.ledger.patientView(id)).position;
const hasHeard = (id: string, position: number) =>
  system.until('the workflow has heard it', async () => (await system.workflow(id).query<{ position: number }>('state')).position >= position, 90_000);
const isRunning = async (workflowId: string) => (await system.temporal.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';

test('while Temporal is away everything is registered, and when it is back every workflow is told', async () => {
  const id = await refer(system);
  await hasHeard(id, await positionOf(id));
  await temporal.goAway();

  expect(await system.api('GET', '/health/ready')).toMatchObject({ status: 200, body: { status: 'degraded', checks: { temporal: 'down', postgres: 'up' } } });
  await system.until('the worker says that Temporal is away', async () => (await system.readiness('worker')).status === 503, 15_000);
  expect((await system.readiness('worker')).body).toMatchObject({ status: 'down', checks: { temporal: 'down', postgres: 'up' } });
  const { status, body } = await command(system, id, 'meld-risiko', { data: { gjelder: 'vurdering' } });
  expect(status).toBe(200);
  const another = await refer(system);
  expect((await system.ledger.backlog()).rows).toBe(2);

  await temporal.comeBack();
  await system.until('the worker says that Temporal is back', async () => (await system.readiness('worker')).status === 200);
  await Promise.all([hasHeard(id, body.position), hasHeard(another, await positionOf(another))]);
  await system.until('nothing waits in the outbox', async () => (await system.ledger.backlog()).rows === 0);
  expect(await Promise.all([id, another].map((each) => isRunning(system.workflow(each).workflowId)))).toEqual([true, true]);
  expect((await system.ledger.patientView(id)).timeline.filter(({ type }) => type === 'risikoMeldt')).toHaveLength(1);
}, 180_000);

test("when Temporal's state is lost altogether, every workflow and obligation is built anew, and nobody is reminded twice", async () => {
  const id = await refer(system);
  await askForSupplement(system, id, fastlege);
  const toldOf = async () => (await system.ledger.patientView(id)).obligations.find(({ key }) => key === supplementReminder)!.told;
  await system.until('the reminder is recorded as sent', async () => (await toldOf()).some(({ status }) => status === 'sent'));
  const before = await live();
  const wanted = before.flatMap(({ pathwayId, obligations }) => [system.workflow(pathwayId).workflowId, ...obligations]);
  expect(before).toHaveLength(3);
  expect(before.find(({ pathwayId }) => pathwayId === id)!.obligations.length).toBeGreaterThan(0);

  await temporal.goAway();
  temporal.loseState();
  await temporal.comeBack();
  await expect(isRunning(wanted[0]!)).rejects.toThrow();
  // The sweep runs every few minutes, and when a worker starts.
  await system.kill9('worker');
  await system.start('worker');

  await system.until('all that ran before runs again', async () => (await Promise.all(wanted.map(isRunning))).every(Boolean), 90_000);
  await system.until('the reminder has asked the ledger again', async () => {
    const handle = system.temporal.workflow.getHandle(wanted.find((workflowId) => workflowId.includes(supplementReminder.split('#')[0]!))!);
    return (await handle.query<{ handled: string[] }>('state')).handled.length > 0;
  });
  expect((await toldOf()).filter(({ purpose, status }) => purpose === 'ask' && status === 'sent')).toHaveLength(1);
  expect(await system.mailsTo(fastlege)).toHaveLength(1);
  expect(JSON.parse(await system.forlop('verify', '--json'))).toMatchObject({ pathways: 3, differences: [] });
}, 180_000);
