import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessLogPageSchema, complianceCellSchema, complianceIndicatorsSchema, complianceReportSchema, explanationSchema } from '@forlop/contracts';
import { canonicalJson } from '@forlop/pathway';
import { apiOnDatabase, type ApiOnDatabase } from './support/api-on-database.js';
import { Client, problemOf } from './support/client.js';
import { newPerson, personToken } from './support/people.js';

let running: ApiOnDatabase;
let api: Client;
const year = `from=${new Date().getUTCFullYear() - 1}-01-01&to=${new Date().getUTCFullYear()}-12-31`;
beforeAll(async () => {
  running = await apiOnDatabase();
  api = new Client(running);
  await api.refer();
  await api.refer();
}, 120_000);
afterAll(() => running?.close());

async function as(role: 'governance' | 'auditor'): Promise<(path: string) => Promise<Response>> {
  const person = await newPerson(running.ledger, role, running.house, [role]);
  const headers = { Authorization: `Bearer ${await personToken(running.issuer, person)}` };
  return (path) => fetch(`${running.url}/api/v1${path}`, { headers });
}

describe('the audit', () => {
  test('from a number to a date: the report, what it is made of, and why', async () => {
    const { report, sha256 } = await api.get(`/compliance/report?${year}&clock=FRIST-VURDERING&detail=true`, complianceReportSchema);
    expect(report.lines).toEqual([expect.objectContaining({ organisation: running.house.id, clock: 'FRIST-VURDERING', asRegistered: expect.objectContaining({ started: 2, running: 2, compliance: null }), leftOut: {} })]);
    const raw = (await api.send('GET', `/api/v1/compliance/report?${year}&clock=FRIST-VURDERING&detail=true`)).body as { report: unknown };
    expect(createHash('sha256').update(canonicalJson(raw.report)).digest('hex')).toBe(sha256);
    const { rows, more } = await api.get(`/compliance/cell?${year}&clock=FRIST-VURDERING&outcome=running&limit=1`, complianceCellSchema);
    expect([rows.length, more]).toEqual([1, true]);
    await api.get(`/pathways/${rows[0]!.pathwayId}/clocks/${encodeURIComponent(rows[0]!.key)}/explain`, explanationSchema);
    const log = await api.get(`/pathways/${rows[0]!.pathwayId}/access-log`, accessLogPageSchema);
    expect(JSON.stringify(log)).toContain('fristene bak et tall');
  });

  test('what was shown on a day, and not both a day and a place', async () => {
    const today = (await api.get(`/compliance/report?${year}`, complianceReportSchema)).report.query.asOf;
    const shown = async (day: string): Promise<unknown> => {
      const { report } = await api.get(`/compliance/report?${year}&clock=FRIST-VURDERING&knownOn=${day}`, complianceReportSchema);
      return [report.query.asOf, report.lines.map(({ asRegistered }) => asRegistered!.started)];
    };
    expect([await shown(today), await shown('2020-02-29')]).toEqual([[today, [2]], ['2020-02-29', []]]);
    expect(problemOf(await api.send('GET', `/api/v1/compliance/report?${year}&knownOn=${today}&knownAt=1`))).toMatchObject({ status: 400 });
    expect(problemOf(await api.send('GET', `/api/v1/compliance/report?${year}&knownOn=2199-01-01`))).toMatchObject({ status: 400, code: 'day-to-come' });
  });

  test('of one step alone, as it is opened', async () => {
    const split = await api.get(`/compliance/report?${year}&clock=FRIST-VURDERING&split=step`, complianceReportSchema);
    const step = split.report.lines[0]!.split.step!;
    const { report } = await api.get(`/compliance/report?${year}&clock=FRIST-VURDERING&step=${step}`, complianceReportSchema);
    const { rows } = await api.get(`/compliance/cell?${year}&clock=FRIST-VURDERING&step=${step}`, complianceCellSchema);
    expect([report.query.only, report.lines.map(({ asRegistered }) => asRegistered!.started)]).toEqual([{ step }, [rows.length]]);
    expect((await api.get(`/compliance/report?${year}&step=finnes-ikke`, complianceReportSchema)).report.lines).toEqual([]);
  });

  test('the same as a file, with the hash', async () => {
    const response = await (await as('auditor'))(`/compliance/report/csv?${year}`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(text).toMatch(/"SHA-256";"[0-9a-f]{64}"/);
    expect(text).toContain('"FRIST-VURDERING"');
  });

  test.each([['xlsx', 'PK'], ['pdf', '%PDF-1.7']])('and as %s', async (format, begins) => {
    const response = await (await as('auditor'))(`/compliance/report/${format}?${year}&detail=true`);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, `attachment; filename="fristrapport.${format}"`]);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1').startsWith(begins)).toBe(true);
  });

  test.each([['xes', /<trace>.*henvisningMottatt.*<\/log>\n$/s], ['ocel', /^\{"events":\[.*henvisningMottatt/s]])('the event log as %s, without ids, for whoever may open a number; who is in it is logged', async (format, wanted) => {
    const response = await (await as('auditor'))(`/compliance/events/${format}?${year}`);
    const text = await response.text();
    const { rows } = await api.get(`/compliance/cell?${year}&clock=FRIST-VURDERING`, complianceCellSchema);
    expect([response.status, text]).toEqual([200, expect.stringMatching(wanted)]);
    expect(rows.some(({ pathwayId }) => text.includes(pathwayId))).toBe(false);
    const { name } = (await running.ledger.organisations()).find(({ id }) => id === running.house.id)!;
    expect([text.includes(running.house.id), text.includes(name)]).toEqual([true, false]);
    expect(JSON.stringify(await api.get(`/pathways/${rows[0]!.pathwayId}/access-log`, accessLogPageSchema))).toContain('hendelsesloggen, uten navn');
    expect((await (await as('governance'))(`/compliance/events/${format}?${year}`)).status).toBe(403);
  });

  test.each([['csv', /"H";"[0-9a-f]{32}";"[0-9a-f]{32}"/], ['xlsx', /^PK/]])('NPR-shaped rows as %s, by pseudonym, for whoever may open a number; who is in it is logged', async (format, wanted) => {
    const response = await (await as('auditor'))(`/compliance/npr/${format}?${year}`);
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const { rows } = await api.get(`/compliance/cell?${year}&clock=FRIST-VURDERING`, complianceCellSchema);
    expect([response.status, response.headers.get('content-disposition'), text]).toEqual([200, `attachment; filename="npr-rader.${format}"`, expect.stringMatching(wanted)]);
    expect(rows.some(({ pathwayId }) => text.includes(pathwayId))).toBe(false);
    expect(JSON.stringify(await api.get(`/pathways/${rows[0]!.pathwayId}/access-log`, accessLogPageSchema))).toContain('NPR-rader, uten navn');
    expect((await (await as('governance'))(`/compliance/npr/${format}?${year}`)).status).toBe(403);
    expect((await (await as('auditor'))(`/compliance/npr/${format}?from=2026-12-31&to=2026-01-01`)).status).toBe(400);
  });

  test('whoever sees no patient is given one whole year without small numbers, and cannot open one', async () => {
    const governance = await as('governance');
    const last = new Date().getUTCFullYear();
    const { report } = complianceReportSchema.parse(await (await governance(`/compliance/report?from=${last}-01-01&to=${last}-12-31`)).json());
    expect(report.suppressed).toBe('small-numbers');
    expect(report.lines.every(({ numbers, asRegistered }) => numbers === null && asRegistered === undefined)).toBe(true);
    expect((await governance(`/compliance/cell?${year}`)).status).toBe(403);
    expect(await (await governance(`/compliance/report?${year}`)).json()).toMatchObject({ status: 400, code: 'one-whole-year' });
  });

  test('a question that cannot be is refused with what is wrong', async () => {
    expect(problemOf(await api.send('GET', '/api/v1/compliance/report?from=2026-02-30&to=2026-12-31'))).toMatchObject({ status: 400 });
    expect(problemOf(await api.send('GET', '/api/v1/compliance/report?from=2026-12-31&to=2026-01-01'))).toMatchObject({ status: 400, errors: [expect.objectContaining({ sentence: 'Siste dag kan ikke være før første dag.' })] });
    expect(problemOf(await api.send('GET', `/api/v1/compliance/report?${year}&org=0198c0de-1111-7000-8000-000000000001`))).toMatchObject({ status: 400, code: 'unknown-organisation' });
    expect(problemOf(await api.send('GET', `/api/v1/compliance/cell?${year}&cursor=x`))).toMatchObject({ status: 400 });
  });

  test('every number is written out', async () => {
    const { indicators, defects } = await api.get('/compliance/indicators', complianceIndicatorsSchema);
    expect(indicators.map(({ id }) => id)).toContain('innen-frist');
    expect(defects.every(({ remedy }) => remedy.nb.length > 10)).toBe(true);
  });
});
