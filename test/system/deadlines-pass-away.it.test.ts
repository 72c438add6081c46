import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, addWorkingDays, calendarById, epochMsOf, osloTimeOf, type OsloDate } from '@forlop/calendar';
import { moveOfficeClock, type AdvanceResult } from '@forlop/ledger';
import { obligationWorkflowId, type ObligationState, type PathwayState } from '@forlop/workflows';
import pg from 'pg';
import { AppointedWorker, bundleWorkflows, type Appointment, type WorkflowBundle } from './appointed-worker.js';
import { ownTemporalServer, type OwnTemporal } from './own-servers.js';
import { askForSupplement, command, refer, supplementReminder } from './patients.js';
import { startSystem, type System } from './system.js';

/**
 * Temporal is away while deadlines and reminders of several patients fall due: midnights and mornings of days that lie up to ten
 * working days apart, all passed within one absence. API and courier are processes of their own, and Temporal is a real server
 * that is stopped; the pathway worker runs here, where each patient's calendar can be moved (`AppointedWorker`).
 */
let temporal: OwnTemporal;
let system: System;
let bundle: WorkflowBundle;
beforeAll(async () => {
  temporal = await ownTemporalServer();
  system = await startSystem({ temporal: temporal.address, apps: ['api', 'courier'] });
  bundle = await bundleWorkflows();
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await temporal?.end();
}, 120_000);

/** Time to arm every timer and to stop the server before the first of them fires. */
const leadMs = 30_000;
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

/** The patients, each with what falls due for them at the moment. */
interface Patients {
  /** FRIST-VURDERING, and nobody does anything. */
  readonly unassessed: string;
  /** FRIST-VURDERING, and she is assessed too late while Temporal is away. */
  readonly late: string;
  /** The fastlege's first reminder, and another's second. */
  readonly first: string;
  readonly second: string;
  /** A second reminder of what comes in while Temporal is away. */
  readonly answered: string;
}

async function referAll(): Promise<Patients> {
  const patients = { unassessed: await refer(system), late: await refer(system), first: await refer(system), second: await refer(system), answered: await refer(system) };
  for (const name of ['first', 'second', 'answered'] as const) await askForSupplement(system, patients[name], mailOf(name));
  return patients;
}

async function appointmentsOf({ unassessed, late, first, second, answered }: Patients): Promise<ReadonlyMap<string, Appointment>> {
  const dueOn = (await system.ledger.patientView(unassessed)).clocks.find((row) => row.clock === clock)!.dueOn!;
  return new Map([[unassessed, deadline(dueOn)], [late, deadline(dueOn)], [first, reminder(1)], [second, reminder(2)], [answered, reminder(2)]]);
}

const reminderOf = (id: string) => system.temporal.workflow.getHandle(obligationWorkflowId(id, supplementReminder));
const runOf = async (id: string) => (await system.workflow(id).describe()).runId;
const mailCounts = async (...names: string[]) => (await Promise.all(names.map((name) => system.mailsTo(mailOf(name))))).map((mails) => mails.length);
const sentOf = async (id: string) => (await system.ledger.patientView(id)).obligations.find(({ key }) => key === supplementReminder)!.told.filter(({ status }) => status === 'sent').length;

/** Those of the pathways whose workflow has something to be told, in order of id. What the courier settles meanwhile may wait for others. */
async function waitToBeTold(...ids: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select distinct pathway_id::text as id from outbox where sent_at is null and pathway_id = any($1) order by 1', [ids]);
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** Waits until a timer of Temporal's waits for the moment for every patient, and the reminders of the days before have gone. */
async function allArmed({ unassessed, late, first, second, answered }: Patients, moment: number): Promise<void> {
  const wakes = [unassessed, late].map((id) => system.until('a pathway is armed', async () => isAt((await system.workflow(id).query<PathwayState>('state')).nextWakeAt, moment), leadMs));
  const asks = [first, second, answered].map((id) => system.until('a reminder is armed', async () => isAt((await reminderOf(id).query<ObligationState>('state')).next?.at, moment), leadMs));
  await Promise.all([...wakes, ...asks]);
  await system.until('the reminders of the days before have gone', async () => (await mailCounts('first', 'second', 'answered')).join() === '0,1,1', leadMs);
}

const isAt = (instant: string | null | undefined, moment: number): boolean => typeof instant === 'string' && epochMsOf(instant) === moment;

test('what falls due while Temporal is away is true in the lists at once, is seen to when it is back, and each reminder goes once', async () => {
  const patients = await referAll();
  const { unassessed, late, first, second, answered } = patients;
  const moment = Date.now() + leadMs;
  const stopWorker = new AppointedWorker(system.ledger, await appointmentsOf(patients), moment).start(system.temporalAddress, bundle);
  try {
    await allArmed(patients, moment);
    const runs = await Promise.all([unassessed, late].map(runOf));
    expect(await brokenNow()).toEqual([]);

    await temporal.goAway();
    expect(Date.now()).toBeLessThan(moment);
    const today = addWorkingDays(norway, system.today, 12);
    await moveOfficeClock(system.databaseUrl, today);
    await system.until('all of it has fallen due', () => Date.now() > moment + 1_000);

    // Nothing has run, and the lists are true.
    expect(await brokenNow()).toEqual(expect.arrayContaining([unassessed, late]));
    expect((await system.api('GET', '/api/v1/worklist/counts')).body.asOf).toBe(today);
    expect(await observedOf(unassessed, late)).toEqual([[], []]);
    expect(await mailCounts('first', 'second', 'answered')).toEqual([0, 1, 1]);

    // What people do meanwhile is recorded, and waits to be told.
    const supplement = { type: 'henvisningSupplert', occurredOn: addDays(today, -1), data: {} };
    expect((await system.api('POST', `/api/v1/pathways/${answered}/facts`, { facts: [supplement] })).status).toBe(200);
    expect((await command(system, late, 'vurder-rett', { occurredOn: today, data: { svarkode: '2' } })).status).toBe(200);
    const another = await refer(system);
    expect(await waitToBeTold(answered, late, another)).toEqual([answered, late, another].sort());

    await temporal.comeBack();
    await system.until('the relay has told them', async () => (await system.ledger.backlog()).rows === 0);
    await system.until('the late deadlines are recorded', async () => (await observedOf(unassessed, late)).every((types) => types.length > 0));
    await system.until('the late reminders are recorded as sent', async () => (await sentOf(first)) === 1 && (await sentOf(second)) === 2);
    await system.until('the reminder of what has come has ended', async () => (await reminderOf(answered).describe()).status.name === 'COMPLETED');
    await system.until('the new patient has a workflow', () => runOf(another));

    expect(await observedOf(unassessed, late)).toEqual([['shown-broken'], ['met-late']]);
    expect(await mailCounts('first', 'second', 'answered')).toEqual([1, 2, 1]);
    // By their own timers, in the runs that were there before.
    expect(await Promise.all([unassessed, late].map(runOf))).toEqual(runs);
    expect(JSON.parse(await system.forlop('verify', '--json'))).toMatchObject({ pathways: 6, differences: [] });
  } finally {
    await stopWorker();
  }
}, 300_000);
