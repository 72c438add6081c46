import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, addWorkingDays, calendarById, epochMsOf, osloTimeOf, type OsloDate } from '@forlop/calendar';
import type { AdvanceResult } from '@forlop/ledger';
import { obligationWorkflowId } from '@forlop/workflows';
import { AppointedWorker, type Appointment } from './appointed-worker.js';
import { moveOfficeClock } from './office-hours.js';
import { ownTemporalServer, type OwnTemporal } from './own-servers.js';
import { askForSupplement, command, refer, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

/**
 * Temporal is away while deadlines and reminders of several patients fall due: three midnights' and two mornings' worth, on
 * days of which the first and the last lie twelve working days apart. API and courier are processes of their own and Temporal is a real
 * server that is stopped; the pathway worker runs here, where each patient's calendar can be moved (`AppointedWorker`).
 */
let temporal: OwnTemporal;
let system: System;
beforeAll(async () => {
  temporal = await ownTemporalServer();
  system = await startSystem({ temporal: temporal.address, apps: ['api', 'courier'] });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await temporal?.end();
}, 120_000);

/** Time to arm every timer and to stop the server before the first of them fires. */
const leadMs = 25_000;
const clock = 'FRIST-VURDERING';
const norway = calendarById('norge');
const mailOf = (name: string) => `${name}@legekontor.example`;

/** The midnight at which FRIST-VURDERING is broken. */
const deadline = (dueOn: OsloDate): Appointment => ({ until: osloTimeOf(dueOn, '12:00'), instantIn: ({ nextWakeAt }) => nextWakeAt! });
/** The fastlege's first or second reminder. */
const reminder = (number: 1 | 2): Appointment => ({ until: osloTimeOf(system.today, '11:00'), instantIn: (answer) => reminderIn(answer).askAt[number - 1]! });
const reminderIn = ({ openObligations }: AdvanceResult) => openObligations.find(({ key }) => key === supplementReminder)!;

const timelineOf = async (id: string) => (await system.ledger.patientView(id)).timeline;
/** What was observed of FRIST-VURDERING being broken, or met too late. */
const observed = async (id: string): Promise<string[]> => (await timelineOf(id)).filter(({ type, data }) => ['shown-broken', 'met-late'].includes(type) && data['clock'] === clock).map(({ type }) => type);
const observedOf = (...ids: string[]) => Promise.all(ids.map(observed));
const brokenNow = async (): Promise<string[]> => (await system.api('GET', `/api/v1/worklist?clock=${clock}&clockStatus=broken`)).body.rows.map(({ pathwayId }: { pathwayId: string }) => pathwayId);
const runOf = async (workflowId: string) => (await system.temporal.workflow.getHandle(workflowId).describe()).runId;

test('what falls due while Temporal is away is true in the lists at once, is seen to when it is back, and each reminder goes once', async () => {
  const [vurdering, igjen, forste, annen, svarer] = [await refer(system), await refer(system), await refer(system), await refer(system), await refer(system)];
  for (const [id, name] of [[forste, 'forste'], [annen, 'annen'], [svarer, 'svarer']] as const) await askForSupplement(system, id, mailOf(name));
  const dueOn = (await system.ledger.patientView(vurdering)).clocks.find((row) => row.clock === clock)!.dueOn!;
  const moment = Date.now() + leadMs;
  const appointments = new Map([[vurdering, deadline(dueOn)], [igjen, deadline(dueOn)], [forste, reminder(1)], [annen, reminder(2)], [svarer, reminder(2)]]);
  const stopWorker = await new AppointedWorker(system.ledger, appointments, moment).start(system.temporalAddress);
  try {
    // Armed for the moment: the pathways that wait for a midnight, and the reminders that wait for a morning.
    const armedFor = async (workflowId: string, at: (state: { nextWakeAt?: string; next?: { at: string } }) => string | undefined) =>
      system.until(`${workflowId} is armed for the moment`, async () => epochMsOf(at(await system.temporal.workflow.getHandle(workflowId).query('state'))!) === moment, leadMs);
    const reminders = [forste, annen, svarer].map((id) => obligationWorkflowId(id, supplementReminder));
    await Promise.all([vurdering, igjen].map((id) => armedFor(system.workflow(id).workflowId, ({ nextWakeAt }) => nextWakeAt)));
    await Promise.all(reminders.map((workflowId) => armedFor(workflowId, ({ next }) => next?.at)));
    await system.until('the reminders of the days before have gone', async () => (await Promise.all([annen, svarer].map((id) => system.mailsTo(mailOf(id === annen ? 'annen' : 'svarer'))))).every((mails) => mails.length === 1), leadMs);
    const runs = await Promise.all([vurdering, igjen].map((id) => runOf(system.workflow(id).workflowId)));
    expect(await brokenNow()).toEqual([]);

    await temporal.goAway();
    expect(Date.now()).toBeLessThan(moment);
    const today = addWorkingDays(norway, system.today, 12);
    await moveOfficeClock(system.databaseUrl, today);
    await system.until('all of it has fallen due', () => Date.now() > moment + 1_000);

    // Nothing has run, and the lists are true.
    expect(await brokenNow()).toEqual(expect.arrayContaining([vurdering, igjen]));
    expect((await system.api('GET', '/api/v1/worklist/counts')).body).toMatchObject({ asOf: today, broken: expect.any(Number) });
    expect(await observedOf(vurdering, igjen)).toEqual([[], []]);
    expect(await system.mailsTo(mailOf('forste'))).toEqual([]);

    // What people do meanwhile is recorded: one receives what the fastlege was to be reminded of, one is assessed too late.
    const received = await system.api('POST', `/api/v1/pathways/${svarer}/facts`, { facts: [{ type: 'henvisningSupplert', occurredOn: addDays(today, -1), data: {} }] });
    const assessed = await command(system, igjen, 'vurder-rett', { occurredOn: today, data: { svarkode: '2' } });
    expect([received.status, assessed.status]).toEqual([200, 200]);
    const another = await refer(system);
    expect((await system.ledger.backlog()).rows).toBe(3);

    await temporal.comeBack();
    await system.until('the relay has told them', async () => (await system.ledger.backlog()).rows === 0);
    await system.until('the late deadlines are recorded', async () => (await observedOf(vurdering, igjen)).every((types) => types.length > 0));
    const toldOf = async (id: string) => (await system.ledger.patientView(id)).obligations.find(({ key }) => key === supplementReminder)!.told.filter(({ status }) => status === 'sent').length;
    await system.until('the late reminders are recorded as sent', async () => (await toldOf(forste)) === 1 && (await toldOf(annen)) === 2);
    await system.until('the obligation that was met has ended', async () => (await system.temporal.workflow.getHandle(reminders[2]!).describe()).status.name === 'COMPLETED');
    await system.until('the new patient has a workflow', async () => (await runOf(system.workflow(another).workflowId)) !== '');

    expect(await observedOf(vurdering, igjen)).toEqual([['shown-broken'], ['met-late']]);
    expect((await Promise.all(['forste', 'annen', 'svarer'].map((name) => system.mailsTo(mailOf(name))))).map((mails) => mails.length)).toEqual([1, 2, 1]);
    // By their own timers, in the runs that were there before.
    expect(await Promise.all([vurdering, igjen].map((id) => runOf(system.workflow(id).workflowId)))).toEqual(runs);
    expect(JSON.parse(await system.forlop('verify', '--json'))).toMatchObject({ pathways: 6, differences: [] });
  } finally {
    await stopWorker();
  }
}, 300_000);
