import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@forlop/calendar';
import { newPatient, referralOf, sendFhir } from './patients.js';
import { patientsLocked, statement } from './patients-locked.js';
import { startSystem, type System } from './system.js';

let system: System;
beforeAll(async () => {
  system = await startSystem({ apps: ['api', 'worker'] });
  // Of last month, which is what the report is of.
  for (const days of [35, 45]) expect((await sendFhir(system, referralOf(newPatient(), addDays(system.today, -days)))).status).toBe(201);
}, 240_000);
afterAll(() => system?.stop(), 60_000);

test('a what-if whose process is killed is told of as cancelled, shows nothing half done, and can be asked again', async () => {
  const request = { patch: 'FRIST-VURDERING: 5 virkedager' };
  const lock = await patientsLocked(system.databaseUrl);
  let id: string;
  try {
    const begun = await system.api('POST', '/api/v1/what-if', request);
    ({ id } = begun.body);
    expect(begun.body.result).toBeNull();
    await lock.untilWaitedFor();
    await system.kill9('api');
  } finally {
    await lock.release();
  }
  await system.start('api');
  // Nobody moves it any more; half a minute of that is not waited for here.
  await statement(system.databaseUrl, `update what_if_job set beat_at = clock_timestamp() - interval '31 seconds' where id = $1`, [id]);
  expect((await system.api('GET', `/api/v1/what-if/${id}`)).body).toMatchObject({ state: 'cancelled', problem: expect.stringContaining('Spør igjen'), result: null });
  expect(await system.api('GET', `/api/v1/what-if/${id}/flips`)).toMatchObject({ status: 409, body: { code: 'not-done' } });
  const again = await system.api('POST', '/api/v1/what-if', request);
  const done = await system.until('it is done', async () => {
    const { body } = await system.api('GET', `/api/v1/what-if/${again.body.id}`);
    return body.state === 'done' && body;
  });
  expect(done).toMatchObject({ read: 2, total: 2, problem: null });
}, 240_000);

test('a what-if whose process is asked to end is told of as cancelled at once, by that process itself', async () => {
  const lock = await patientsLocked(system.databaseUrl);
  let id: string;
  let ended: Promise<void>;
  try {
    ({ id } = (await system.api('POST', '/api/v1/what-if', { patch: 'FRIST-VURDERING: 5 virkedager' })).body);
    await lock.untilWaitedFor();
    ended = system.end('api');
    await system.until('it takes no more requests', () => fetch(system.url('api')).then(() => false, () => true));
  } finally {
    await lock.release();
  }
  await ended;
  await system.start('api');
  expect((await system.api('GET', `/api/v1/what-if/${id}`)).body).toMatchObject({ state: 'cancelled', problem: 'Beregningen ble avbrutt da tjenesten som regnet, stanset. Spør igjen.', result: null });
}, 240_000);

test('a worker killed while it makes a scheduled report leaves none, and the next one makes it once, with one mail', async () => {
  const me = (await system.api('GET', '/api/v1/me')).body;
  const organisationId = me.unit.id as string;
  const { body: schedule } = await system.api('POST', '/api/v1/compliance/schedules', {
    title: 'Drept underveis', organisationId, definition: null, clocks: null, cohort: 'started', splitBy: [], cadence: 'monthly', weekday: null, period: 'last-month',
    formats: ['json'], language: 'nb', ownerEmail: 'eier@prove.example', receivers: [{ id: me.id, email: 'leser@prove.example' }],
  });
  const at = `/api/v1/compliance/schedules/${schedule.id}`;
  const lock = await patientsLocked(system.databaseUrl);
  try {
    expect((await system.api('POST', `${at}/runs`)).status).toBe(202);
    await lock.untilWaitedFor();
    await system.kill9('worker');
    expect((await system.api('GET', `${at}/runs`)).body.runs).toEqual([]);
  } finally {
    await lock.release();
  }
  // Temporal misses the worker after a minute without a heartbeat, which is not waited for here: the comparison at the worker's start finds that nothing was made.
  await system.until('the run that nobody works on is ended', async () => {
    for await (const { workflowId } of system.temporal.workflow.list({ query: `WorkflowType = 'scheduledReport' AND ExecutionStatus = 'Running'` })) {
      await system.temporal.workflow.getHandle(workflowId).terminate('prove');
      return true;
    }
    return false;
  });
  await system.start('worker');
  const runs = await system.until('the report is made', async () => {
    const { body } = await system.api('GET', `${at}/runs`);
    return body.runs.length > 0 && body.runs;
  });
  expect(runs).toMatchObject([{ outcome: 'made', mails: [{ kind: 'ready', state: 'planned' }] }]);
  expect((await system.api('GET', at)).body.requestedAt).toBeNull();
}, 240_000);
