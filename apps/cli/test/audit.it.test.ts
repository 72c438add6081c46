import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDate } from '@forlop/calendar';
import { syntheticFodselsnummer, systems } from '@forlop/contracts';
import { virtualClock, type Actor, type Ledger, type SealedReport } from '@forlop/ledger';
import { checkSheet, reportTables, workbook } from '@forlop/documents';
import { canonicalJson } from '@forlop/pathway';
import { call } from './call.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const coordinator: Actor = { kind: 'person', id: 'koordinator-1' };
let database: CliDatabase;
let ledger: Ledger;
let folder: string;
let file: string;
let pathwayId: string;
let now = '2026-04-20T10:00:00Z';

/** A referral of March that nobody assessed by April. */
beforeAll(async () => {
  database = await cliDatabase();
  ledger = await database.openLedger({ clock: virtualClock(() => new Date(now)) });
  folder = await mkdtemp(join(tmpdir(), 'forlop-audit-'));
  file = join(folder, 'rapport.json');
  ({ pathwayId } = await ledger.intake({
    source: { kind: 'api', system: 'urn:prove', id: 'h-1' }, mottattdato: osloDate('2026-03-20'), reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    patient: { identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: '1985-04-15', serial: 1, sex: 'kvinne' }) }, name: { given: 'Kari', family: 'Prøvesen' } },
  }, coordinator));
}, 120_000);
afterAll(async () => {
  await ledger.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => call(args, { env: database.env });
const period = ['--from', '2026-03-01', '--to', '2026-03-31', '--as-of', '2026-04-20', '--clock', 'FRIST-VURDERING'];

test('audit says what was kept, and writes a report that is not written over', async () => {
  const { code, out } = await run('audit', ...period, '--out', file);
  expect([code, out]).toEqual([0, expect.stringMatching(/FRIST-VURDERING: 1 startet, 0,0 % i tide \(0 av 1\)\nSHA-256 [0-9a-f]{64}, skrevet til /)]);
  expect(await run('audit', ...period, '--out', file)).toMatchObject({ code: 2, err: expect.stringContaining('finnes fra før') });
});

test('as a workbook it is checked as the JSON is, cell by cell; as PDF and CSV it carries the hash', async () => {
  const book = join(folder, 'rapport.xlsx');
  const { out } = await run('audit', ...period, '--format', 'xlsx', '--out', book);
  const hash = /SHA-256 ([0-9a-f]{64})/.exec(out)![1]!;
  expect(await run('verify', '--report', book)).toMatchObject({ code: 0, out: expect.stringContaining(hash) });
  const other = join(folder, 'endret.xlsx');
  const { report, sha256 } = JSON.parse((await run('audit', ...period, '--json')).out) as SealedReport;
  const lines = report.lines.map((line) => ({ ...line, asRegistered: { ...line.asRegistered, broken: 0, met: 1 } }));
  const names = new Map<string, string>();
  const [tables, told] = [reportTables({ report: { ...report, lines }, sha256, names }), reportTables({ report, sha256, names })];
  await writeFile(other, workbook('x', [...tables, { title: checkSheet, columns: told[0]!.columns.slice(0, 1), rows: [[`«${canonicalJson({ report, sha256 })}»`]] }]));
  expect(await run('verify', '--report', other)).toMatchObject({ code: 1, err: expect.stringContaining('Tall, rad 2, kolonne 5 sier noe annet enn rapporten') });
  for (const format of ['csv', 'pdf']) {
    expect(await run('audit', ...period, '--format', format, '--out', join(folder, `rapport.${format}`))).toMatchObject({ code: 0 });
  }
  expect(await readFile(join(folder, 'rapport.csv'), 'utf8')).toContain(hash);
  expect((await readFile(join(folder, 'rapport.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('verify computes it again: the same, also after something was recorded later', async () => {
  await ledger.record(pathwayId, [{ type: 'vurdert', data: { utfall: 'rett' }, occurredOn: osloDate('2026-04-07') }], coordinator);
  expect(await run('verify', '--report', file)).toMatchObject({ code: 0, out: expect.stringContaining('1 linje er like') });
  const { report } = JSON.parse((await run('audit', ...period, '--json')).out) as SealedReport;
  expect(report.lines[0]!.asRegistered).toMatchObject({ met: 1, broken: 0 });
});

test('who was erased since is said, and changes no number', async () => {
  const second = await ledger.intake({
    source: { kind: 'api', system: 'urn:prove', id: 'h-2' }, mottattdato: osloDate('2026-03-21'), reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    patient: { identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: '2009-04-15', serial: 2, sex: 'mann' }) }, name: { given: 'Per', family: 'Prøvesen' } },
  }, coordinator);
  await ledger.record(second.pathwayId, [{ type: 'pasientDod', occurredOn: osloDate('2026-04-02') }], coordinator);
  const before = join(folder, 'for-sletting.json');
  await run('audit', ...period, '--out', before);
  expect((await run('verify', '--report', before)).out).not.toContain('slettet');
  now = '2026-04-21T10:00:00Z';
  const { id } = await ledger.requestErasure(second.pathwayId, { legalBasis: 'patients-demand', reason: 'Krav etter § 43.' }, coordinator);
  expect(await ledger.carryOutErasure(id, { kind: 'person', id: 'administrator-1' })).toMatchObject({ outcome: 'done' });
  expect(await run('verify', '--report', before)).toMatchObject({ code: 0, out: expect.stringContaining('1 linje er like') });
  expect((await run('verify', '--report', before)).out).toContain('Etter rapporten er 1 pasient slettet, sist 2026-04-21.');
});

test('a report from another kernel, and a ledger that was changed, are told apart, each with its difference', async () => {
  const { report } = JSON.parse(await readFile(file, 'utf8')) as SealedReport;
  const older = { ...report, stamp: { ...report.stamp, kernel: '0.9.0' }, lines: report.lines.map((line) => ({ ...line, asRegistered: { ...line.asRegistered, broken: 0, met: 1 } })) };
  const other = join(folder, 'eldre.json');
  await writeFile(other, JSON.stringify({ report: older, sha256: createHash('sha256').update(canonicalJson(older)).digest('hex') }));
  const { code, out } = await run('verify', '--report', other, '--json');
  const { differences } = JSON.parse(out) as { differences: { part: string; at: string; was: string; is: string }[] };
  expect(code).toBe(1);
  expect(differences[0]).toEqual({ part: 'kernel', at: '', was: '"0.9.0"', is: expect.any(String) });
  expect(differences.slice(1).map(({ part, at, was, is }) => [part, at.split(' ').at(-1), was, is])).toEqual([['line', 'asRegistered.met', '1', '0'], ['line', 'asRegistered.broken', '0', '1']]);

  await database.sql(`alter table event disable trigger all; update event set hash = sha256(hash) where pathway_id = '${pathwayId}' and seq = 1; alter table event enable trigger all`);
  expect(await run('verify', '--report', file)).toMatchObject({ code: 1, out: expect.stringContaining('Journalen fram til rapportens plass er ikke den samme') });
});

test('the event log says what happened by pseudonym, and is not written over', async () => {
  const log = (format: string) => ['event-log', '--from', '2026-03-01', '--to', '2026-03-31', '--as-of', '2026-04-20', '--format', format, '--out', join(folder, `logg.${format}`)];
  for (const format of ['xes', 'ocel']) {
    expect(await run(...log(format))).toMatchObject({ code: 0, out: expect.stringContaining('2 forløp skrevet til') });
    const text = await readFile(join(folder, `logg.${format}`), 'utf8');
    expect(text).toMatch(/henvisningMottatt/);
    expect(text).toMatch(/FRIST-VURDERING møtt/);
    for (const secret of [pathwayId, 'Prøvesen', '1985', 'koordinator-1', 'A04']) expect(text).not.toContain(secret);
  }
  expect(await run(...log('xes'))).toMatchObject({ code: 2, err: expect.stringContaining('finnes fra før') });
});

test('a file that was changed, or is none, and a period that cannot be, are told', async () => {
  const sealed = await readFile(file, 'utf8');
  const changed = join(folder, 'endret.json');
  await writeFile(changed, sealed.replace('"broken": 1', '"broken": 0'));
  expect(await run('verify', '--report', changed)).toMatchObject({ code: 1, err: expect.stringContaining('er endret') });
  expect(await run('verify', '--report', join(folder, 'finnes-ikke'))).toMatchObject({ code: 2, err: expect.stringContaining('kan ikke leses') });
  await writeFile(join(folder, 'tom'), '[]');
  expect(await run('verify', '--report', join(folder, 'tom'))).toMatchObject({ code: 2, err: expect.stringContaining('ikke en fristrapport') });
  expect(await run('audit', '--from', '2026-02-30', '--to', '2026-03-31')).toMatchObject({ code: 2, err: expect.stringContaining('--from') });
  expect(await run('audit', '--from', '2026-04-01', '--to', '2026-03-31')).toMatchObject({ code: 2 });
});
