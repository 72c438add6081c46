import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { complianceReportSchema, nextReportSchema, reportReadersSchema, reportRunsSchema, reportScheduleSchema, reportSchedulesSchema } from '@forlop/contracts';
import { canonicalJson } from '@forlop/pathway';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, expected, problemOf } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
let me: string;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
  me = (await api.actorOf('anne')).split(':')[1]!;
}, 120_000);
afterAll(() => running?.close());

const request = (more: object = {}) => ({
  title: 'Frister, hver måned', organisationId: running.house.id, definition: null, clocks: null, cohort: 'started', splitBy: [], cadence: 'monthly', weekday: null, period: 'last-month',
  formats: ['json', 'csv', 'xlsx', 'pdf'], language: 'nb', ownerEmail: 'anne@prove.example', receivers: [], ...more,
});
const create = async (more: object = {}) => expected(await api.post('/compliance/schedules', request(more)), 201, reportScheduleSchema);
/** What the worker does. */
async function wake(id: string): Promise<void> {
  for (const planned of await running.ledger.planReports(id)) await running.ledger.makeReport(planned, running.parts.ledger);
}

test('a report is set up, made, had as every file from what was stored, and all of it stands in the access log', async () => {
  const next = await api.get('/compliance/schedules/next?cadence=monthly&period=last-month', nextReportSchema);
  const { id, next: its } = await create();
  expect(its).toEqual(next);
  const { readers } = await api.get(`/compliance/schedules/readers?org=${running.house.id}`, reportReadersSchema);
  expect(readers.map((one) => one.id)).toContain(me);
  expect(expected(await api.write('PUT', `/compliance/schedules/${id}`, request({ title: 'Nytt navn', receivers: [{ id: me, email: 'anne@prove.example' }] })), 200, reportScheduleSchema)).toMatchObject({ title: 'Nytt navn', receivers: [{ id: me }] });
  expect(expected(await api.post(`/compliance/schedules/${id}/runs`, undefined), 202, reportScheduleSchema).requestedAt).not.toBeNull();
  await wake(id);
  const [run] = (await api.get(`/compliance/schedules/${id}/runs`, reportRunsSchema)).runs;
  expect(run).toMatchObject({ outcome: 'made', occurrenceOn: null, mails: [{ receiver: { id: me }, kind: 'ready', state: 'planned' }] });
  const at = `/api/v1/compliance/schedules/${id}/runs/${run!.id}`;
  const { report, sha256 } = expected(await api.send('GET', `${at}/json`), 200, complianceReportSchema);
  expect([sha256, createHash('sha256').update(canonicalJson(report as never)).digest('hex')]).toEqual([run!.sha256, run!.sha256]);
  const headers = { Authorization: `Bearer ${await running.tokenOf('anne')}` };
  const file = async (format: string) => Buffer.from(await (await fetch(`${running.url}${at}/${format}`, { headers })).arrayBuffer());
  for (const [format, begins] of [['csv', '\ufeff'], ['xlsx', 'PK'], ['pdf', '%PDF-1.7']] as const) {
    const [first, again] = [await file(format), await file(format)];
    expect([first.toString('utf8').startsWith(begins), first.equals(again)]).toEqual([true, true]);
  }
  expect(problemOf(await api.post(`/compliance/schedules/${id}/runs`, undefined))).toMatchObject({ status: 409, code: 'not-now', detail: expect.stringContaining('alt laget') });
  for (const [what, state] of [['pause', 'paused'], ['resume', 'active']]) expect(expected(await api.post(`/compliance/schedules/${id}/${what}`, undefined), 200, reportScheduleSchema).state).toBe(state);
  expect(expected(await api.write('DELETE', `/compliance/schedules/${id}`, undefined), 200, reportScheduleSchema)).toMatchObject({ state: 'deleted', next: null });
  expect((await api.get(`/compliance/schedules/${id}/runs`, reportRunsSchema)).runs).toHaveLength(1);
  const { rows } = await running.ledger.accessLog({ actor: `person:${me}`, limit: 200 });
  expect(rows.filter(({ action }) => action === 'compliance.schedule').length).toBeGreaterThanOrEqual(6);
  expect(JSON.stringify(rows)).toContain(run!.sha256);
});

test('whoever has the right reads what others set up, another hospital sees nothing of it, and those who see no patient are refused', async () => {
  const { id } = await create({ title: 'Bare hos oss' });
  const as = async (role: 'auditor' | 'governance') => {
    const headers = { Authorization: `Bearer ${await personToken(running.issuer, await newPerson(running.ledger, role, running.house, [role]))}` };
    return (path: string) => fetch(`${running.url}/api/v1/compliance/schedules${path}`, { headers });
  };
  expect(reportSchedulesSchema.parse(await (await (await as('auditor'))('')).json()).schedules.map((one) => one.id)).toContain(id);
  expect((await (await as('governance'))('')).status).toBe(403);
  for (const path of [`/${id}`, `/${id}/runs`, `/${id}/runs/${id}/pdf`]) expect((await (await as('governance'))(path)).status).toBe(403);
  for (const unknown of ['tull', '0198c0de-0000-7000-8000-000000000001']) expect(problemOf(await api.send('GET', `/api/v1/compliance/schedules/${unknown}`))).toMatchObject({ status: 404, code: 'unknown-schedule' });
});

test.each<[string, object, string]>([
  ['a period that does not fit', { cadence: 'monthly', period: 'last-week' }, 'bad-data'],
  ['a weekly one without its day', { cadence: 'weekly', period: 'last-week' }, 'bad-data'],
  ['an organisation that is none of theirs', { organisationId: '0198c0de-1111-7000-8000-000000000001' }, 'unknown-organisation'],
  ['somebody without the right', { receivers: [{ id: 'ukjent', email: 'x@prove.example' }] }, 'bad-data'],
  ['an address that is none', { ownerEmail: 'anne' }, 'invalid-input'],
  ['no file', { formats: [] }, 'invalid-input'],
])('%s is refused with what is wrong', async (_what, more, code) => {
  expect(problemOf(await api.post('/compliance/schedules', request(more)))).toMatchObject({ status: 400, code });
});
