import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reportActivities, reportSchedulesIn, type ReportSchedulesPort } from '@forlop/activities';
import { osloDateOf } from '@forlop/calendar';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { syntheticFodselsnummer } from '@forlop/contracts';
import { loadRules } from '@forlop/definitions';
import { openLedger, testDatabase, virtualClock, type Ledger, type ReportScheduleInput, type ReportScheduleToFollow, type TestDatabase } from '@forlop/ledger';
import { startTemporalDev, stateDir, type RunningTemporal } from '@forlop/servers';
import { appLog } from '@forlop/telemetry';
import { workflowBundle } from '@forlop/temporal';
import { reportScheduleName, taskQueues, workflowsEntry } from '@forlop/workflows';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ReportScheduleWatch } from '../src/reports/report-schedule-watch.js';

const anne = { kind: 'person', id: 'anne' } as const;
const keys = { FORLOP_MASTER_KEY: `prove:${generateKey()}`, FORLOP_SEARCH_KEY: generateKey() };
let now = Date.parse('2026-04-10T10:00:00Z');
let database: TestDatabase;
let temporal: RunningTemporal;
let client: Client;
let ledger: Ledger;
let api: Ledger;
let mine: Ledger;
let organisationId: string;
let schedules: ReportSchedulesPort;
let watch: ReportScheduleWatch;
let worker: Worker;
let native: NativeConnection;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  const shared = process.env['FORLOP_TEST_TEMPORAL_ADDRESS'];
  const namespace = shared === undefined ? undefined : await newNamespace(shared);
  [database, temporal] = await Promise.all([testDatabase(), startTemporalDev({ uiPort: false, externalAddress: shared, ...(namespace !== undefined && { namespace }) })]);
  const options = { url: database.url, rules: loadRules(), keys: MasterKeys.fromEnv(keys), searchKey: SearchKey.fromEnv(keys), clock: virtualClock(() => new Date(now)), poolSize: 3 };
  [ledger, api] = [await openLedger(options), await openLedger({ ...options, role: 'api' })];
  organisationId = (await ledger.registerOrganisation({ name: 'Utmarka sykehus', kind: 'hospital', orgNumber: '310000002' })).id;
  const personNumber = syntheticFodselsnummer({ birthDate: '1980-01-01', serial: 3, sex: 'kvinne' });
  await ledger.grantRole({ personNumber, name: 'Anne Revisor', role: 'auditor', organisationId, why: 'Prøve.' }, anne);
  const person = SearchKey.fromEnv(keys).hash('person-number', personNumber).toString('hex');
  mine = api.as({ kind: 'actor', actor: 'person:anne', organisationIds: [organisationId], personHashes: [person] });
  client = new Client({ connection: await Connection.connect({ address: temporal.address }), namespace: temporal.namespace });
  schedules = reportSchedulesIn(client);
  watch = new ReportScheduleWatch({ ledger, schedules, log: appLog('worker', 'silent') });
  native = await NativeConnection.connect({ address: temporal.address });
  worker = await Worker.create({
    connection: native, namespace: temporal.namespace, taskQueue: taskQueues.pathway, workflowBundle: await workflowBundle({ entry: workflowsEntry, cacheDir: join(stateDir(), 'bundles') }),
    activities: reportActivities({ ledger, eyes: () => Promise.resolve(api) }),
  });
  running = worker.run();
}, 120_000);
afterAll(async () => {
  worker?.shutdown();
  await running;
  await native?.close();
  await client?.connection.close();
  await ledger?.close();
  await api?.close();
  await temporal?.stop();
  await database?.drop();
  await Runtime.instance().shutdown();
}, 60_000);

/** The apps' task queues have fixed names. */
async function newNamespace(address: string): Promise<string> {
  const namespace = `reports-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(86_400_000) });
  await connection.close();
  return namespace;
}

const input = (more: Partial<ReportScheduleInput> = {}): ReportScheduleInput => ({
  title: 'Frister', organisationId, definition: null, clocks: null, cohort: 'started', splitBy: [], cadence: 'monthly', weekday: null, period: 'last-month',
  formats: ['pdf'], language: 'nb', ownerEmail: 'anne@prove.example', receivers: [{ id: 'anne', email: 'anne@prove.example' }], ...more,
});
const handleOf = (id: string) => client.schedule.getHandle(reportScheduleName(id));
/** Follows, and again until a server whose new namespace is not known everywhere yet has taken it. */
async function eventually<T>(what: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + 30_000; ; ) {
    const found = await what().catch((error: unknown) => error as Error);
    if (!(found instanceof Error) && holds(found)) return found;
    if (Date.now() > end) throw new Error(`Ble ikke slik: ${found instanceof Error ? String(found) : JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const runs = async (id: string) => (await mine.reportRuns(id)).map(({ occurrenceOn }) => occurrenceOn);
/** When Temporal would let it run, in clock time of Oslo. */
async function firings(id: string, from: string, to: string): Promise<string[]> {
  const seconds = (instant: string) => ({ seconds: Date.parse(instant) / 1000 });
  const { startTime } = await client.workflowService.listScheduleMatchingTimes({ namespace: temporal.namespace, scheduleId: reportScheduleName(id), startTime: seconds(from) as never, endTime: seconds(to) as never });
  return (startTime ?? []).map(({ seconds: at }) => new Date(Number(at) * 1000).toISOString());
}

test('a schedule follows its row: made, on the days that may be the one at seven in Oslo summer and winter, paused, changed and gone', async () => {
  const { id } = await mine.saveReportSchedule(null, input(), anne);
  await eventually(() => watch.follow(), (followed) => followed >= 0);
  expect(await eventually(() => firings(id, '2027-03-25T00:00:00Z', '2027-04-08T00:00:00Z'), (times) => times.length > 0)).toEqual(
    ['01', '02', '05', '06', '07'].map((day) => `2027-04-${day}T05:00:00.000Z`));
  expect((await firings(id, '2027-01-01T00:00:00Z', '2027-01-06T00:00:00Z'))).toEqual(['2027-01-01T06:00:00.000Z', '2027-01-04T06:00:00.000Z', '2027-01-05T06:00:00.000Z']);
  await mine.setReportScheduleState(id, 'paused');
  expect([await watch.follow(), (await handleOf(id).describe()).state.paused]).toEqual([1, true]);
  await mine.setReportScheduleState(id, 'active');
  await mine.saveReportSchedule(id, input({ cadence: 'weekly', weekday: 1, period: 'last-week' }), anne);
  expect([await watch.follow(), (await handleOf(id).describe()).state.paused]).toEqual([1, false]);
  // Clocks go back on 31 October 2027.
  expect(await firings(id, '2027-10-29T00:00:00Z', '2027-11-02T00:00:00Z')).toEqual(['2027-10-29T05:00:00.000Z', '2027-11-01T06:00:00.000Z']);
  await mine.setReportScheduleState(id, 'deleted');
  expect([await watch.follow(), await watch.follow()]).toEqual([1, 0]);
  await expect(handleOf(id).describe()).rejects.toThrow();
}, 60_000);

test('what Temporal has lost is made anew, what fell due meanwhile is made once, and a schedule that fires twice makes nothing twice', async () => {
  now = Date.parse('2026-04-10T10:00:00Z');
  const { id } = await mine.saveReportSchedule(null, input(), anne);
  await watch.follow();
  await handleOf(id).delete();
  const stray: ReportScheduleToFollow = { id: randomUUID(), state: 'active', timing: { cadence: 'monthly', weekday: null, period: 'last-month' }, revision: 1, due: false };
  await schedules.follow(stray);
  await eventually(() => schedules.running(), (found) => found.has(stray.id) && !found.has(id));
  now = Date.parse('2026-06-02T10:00:00Z');
  expect(await watch.compare()).toEqual({ missing: 1, unknown: 1, due: 1 });
  expect(osloDateOf(now)).toBe('2026-06-02');
  await eventually(() => runs(id), (found) => found.length === 2);
  // Temporal names a run by the second that it was asked for in, and of two in one second it starts the first.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await handleOf(id).trigger('ALLOW_ALL');
  await handleOf(id).backfill([{ start: new Date('2026-05-03T00:00:00Z'), end: new Date('2026-05-07T00:00:00Z'), overlap: 'ALLOW_ALL' }]);
  const { info } = await eventually(() => handleOf(id).describe(), (found) => found.info.numActionsTaken >= 5 && found.info.runningActions.length === 0);
  expect(info.numActionsTaken).toBeGreaterThanOrEqual(5);
  expect((await runs(id)).toSorted()).toEqual(['2026-05-04', '2026-06-01']);
}, 60_000);

test('asked for at once, it is made within a look', async () => {
  now = Date.parse('2026-06-02T10:00:00Z');
  const { id } = await mine.saveReportSchedule(null, input(), anne);
  await mine.requestReport(id, anne);
  await watch.follow();
  expect(await eventually(() => runs(id), (found) => found.length > 0)).toEqual([null]);
}, 60_000);
