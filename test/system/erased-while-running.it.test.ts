import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWorkingDays, calendarById } from '@forlop/calendar';
import { obligationWorkflowId } from '@forlop/workflows';
import { moveOfficeClock } from '@forlop/ledger';
import { askForSupplement, newPatient, refer, referralOf, sendFhir, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

/**
 * A patient is erased while Temporal still has her workflow and a reminder of hers at work: the worker is dead when her pathway ends, so
 * nothing of it has been told. Everything that then comes back to life must find nobody.
 */
const fastlege = 'sletteprove@legekontor.example';
let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 240_000);
afterAll(() => system?.stop(), 60_000);

const statusOf = async (workflowId: string) => (await system.temporal.workflow.getHandle(workflowId).describe()).status.name;
const workflowsAtWork = async (id: string) => {
  const ids: string[] = [];
  for await (const { workflowId } of system.temporal.workflow.list({ query: `ExecutionStatus = 'Running'` })) ids.push(workflowId);
  return ids.filter((workflowId) => workflowId.includes(id));
};

test('an erased patient’s workflow and reminders end, nothing leaves afterwards, and every door answers as it should', async () => {
  const patient = newPatient();
  const referral = referralOf(patient, system.today);
  const id = (await sendFhir(system, referral)).headers.get('location')!.split('/').at(-1)!;
  const other = await refer(system);
  await askForSupplement(system, id, fastlege);
  const key = { 'Idempotency-Key': randomUUID() };
  const contact = { name: 'Naboen Slettesen', email: 'nabo@kommune.example' };
  const keepContact = () => system.api('PUT', `/api/v1/pathways/${id}/contacts/kommune`, contact, key);
  expect((await keepContact()).status).toBe(200);
  await system.until('the first reminder has gone', async () => (await system.mailsTo(fastlege)).length === 1);
  const [workflow, reminder] = [system.workflow(id).workflowId, obligationWorkflowId(id, supplementReminder)];
  await system.until('both wait for the next time', async () => (await statusOf(workflow)) === 'RUNNING' && (await statusOf(reminder)) === 'RUNNING');

  // She dies, and her next of kin ask for the erasure, while nobody is there to tell the workflows.
  await system.kill9('worker');
  expect((await system.api('POST', `/api/v1/pathways/${id}/facts`, { facts: [{ type: 'pasientDod', occurredOn: system.today }] })).status).toBe(200);
  const asked = await system.api('POST', `/api/v1/pathways/${id}/erasures`, { legalBasis: 'patients-demand', reason: 'Krav etter § 43, vurdert av journalansvarlig.' });
  expect(asked).toMatchObject({ status: 201, body: { obstacles: [] } });
  const carriedOut = await system.api('POST', `/api/v1/erasures/${asked.body.id}/carry-out`);
  expect(carriedOut).toMatchObject({ status: 200, body: { pathwayIds: [id] } });
  expect([await statusOf(workflow), await statusOf(reminder)]).toEqual(['RUNNING', 'RUNNING']);

  await system.start('worker');
  await system.until('the erasure was told', async () => (await system.ledger.backlog()).rows === 0);
  await system.until('nothing of hers is at work', async () => (await workflowsAtWork(id)).length === 0);
  expect(await statusOf(workflow)).toBe('COMPLETED');
  expect(await workflowsAtWork(other)).toContain(system.workflow(other).workflowId);

  // Long after the second reminder and every frist of hers would have come.
  await moveOfficeClock(system.databaseUrl, addWorkingDays(calendarById('norge'), system.today, 40));
  expect(await system.ledger.advance(id, new Date().toISOString())).toMatchObject({ finished: true, mode: 'historical', openObligations: [], nextWakeAt: null });
  expect(await system.ledger.claimAttempt({ pathwayId: id, key: supplementReminder, attempt: 2, purpose: 'ask' })).toMatchObject({ go: false, why: 'closed' });
  expect((await system.ledger.livePathways({ limit: 10 })).map(({ pathwayId }) => pathwayId)).toEqual([other]);
  expect(await system.mailsTo(fastlege)).toHaveLength(1);

  const about = [patient.fodselsnummer, patient.given, patient.family, patient.birthDate, 'Slettesen', 'nabo@kommune.example', fastlege, 'orker ikke trappen'];
  const read = async (path: string) => {
    const { status, body } = await system.api('GET', `/api/v1/pathways/${id}${path}`);
    const text = JSON.stringify(body);
    expect([path, about.filter((word) => text.includes(word))]).toEqual([path, []]);
    return [path, status];
  };
  const reads = ['', '/timeline', '/commands', '/participants', '/holds', '/access-log', '/clocks/FRIST-VURDERING/explain'];
  const statuses: unknown[] = [];
  for (const path of reads) statuses.push(await read(path));
  expect(statuses).toEqual(reads.map((path) => [path, 200]));
  for (const wanted of [{ identifier: { value: patient.fodselsnummer } }, { name: patient.family }]) {
    const { hits } = (await system.api('POST', '/api/v1/search', wanted)).body as { hits: { pathwayId: string }[] };
    expect(hits.map(({ pathwayId }) => pathwayId)).not.toContain(id);
  }

  // What answered before answers no more: neither the repeated write, nor the sender who repeats itself.
  const again = await keepContact();
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([410, null]);
  const sentAgain = await sendFhir(system, referral);
  expect([sentAgain.status, sentAgain.headers.get('location')]).toEqual([410, null]);

  expect(JSON.parse(await system.forlop('verify', '--json'))).toMatchObject({ pathways: 2, differences: [] });
  expect((await system.ledger.verifyAccessLog()).differences).toEqual([]);
  const trail = (await system.api('GET', `/api/v1/pathways/${id}/access-log?limit=200`)).body.rows as { action: string; outcome: string }[];
  expect(trail.filter(({ outcome }) => outcome === 'wrote').map(({ action }) => action)).toEqual(expect.arrayContaining(['referral.receive', 'pathway.contacts', 'pathway.command', 'pathway.record', 'erasure.request', 'erasure.carry-out']));
  expect((await system.ledger.patientView(id)).timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['henvisningMottatt', 'pasientDod', 'erased']));
}, 300_000);
