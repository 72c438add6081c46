import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryRun, Ledger } from '@forlop/ledger';
import { call } from './call.js';
import { sha256 } from '../src/history-runs/kept-run.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const samples = new URL('../../../docs/extracts/', import.meta.url).pathname;
const mapping = join(samples, 'henvisninger.yaml');
const sample = join(samples, 'henvisninger.csv');

let database: CliDatabase;
let ledger: Ledger;
let folder: string;
beforeAll(async () => {
  database = await cliDatabase();
  ledger = await database.openLedger();
  const hospital = await ledger.registerOrganisation({ kind: 'hospital', name: 'Lyngfjell sykehus' });
  await ledger.registerOrganisation({ kind: 'unit', name: 'Poliklinikken', parentId: hospital.id, reshId: '99000001' });
  await ledger.registerOrganisation({ kind: 'unit', name: 'Barneavdelingen', parentId: hospital.id, reshId: '99000002' });
  folder = await mkdtemp(join(tmpdir(), 'forlop-import-'));
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const forlop = (...args: readonly string[]) => call(args, { env: database.env });
const lastLine = (out: string) => JSON.parse(out.split('\n').at(-1)!).summary as Record<string, unknown>;
const pathways = async () => (await database.sql<{ id: string; mode: string }>('select id, mode from pathway order by received_on')) as { id: string; mode: string }[];

describe('forlop import-extract', () => {
  test('only checks when it is asked to, without a server', async () => {
    const { code, out } = await call(['import-extract', sample, '--mapping', mapping, '--check', '--json']);
    expect(code).toBe(0);
    expect(lastLine(out)).toMatchObject({ check: true, lines: 8, referrals: 4, refusedLines: 0, findings: {} });
    expect(await pathways()).toEqual([]);
  });

  test('takes in what is right, reports the rest, and mends it on the next run', async () => {
    const text = await readFile(sample, 'utf8');
    const [file, report] = [join(folder, 'uttrekk.csv'), join(folder, 'avvist.csv')];
    await writeFile(file, text.replace('31.03.2025;1;', '31.03.2025;8;').replace('28827904491;99000001', '28827904491;99000009'));
    const first = await forlop('import-extract', file, '--mapping', mapping, '--report', report, '--json');
    expect(first.code).toBe(1);
    expect(lastLine(first.out)).toMatchObject({ lines: 8, referrals: 4, created: 3, refused: 1, refusedLines: 1, findings: { 'ukjent-kode': 1, 'ukjent-virksomhet': 1 } });
    const refused = (await readFile(report, 'utf8')).trimEnd().split('\r\n');
    expect(refused.slice(1).map((line) => line.split(';').slice(0, 3).join(';')).sort()).toEqual(['6;"Kode";ukjent-kode', '9;"ReshID";ukjent-virksomhet']);
    // The mended file has all of the first in it; only what was refused is new.
    const second = await forlop('import-extract', sample, '--mapping', mapping, '--json');
    expect(second.code).toBe(0);
    expect(lastLine(second.out)).toMatchObject({ created: 1, extended: 1, same: 2, refused: 0, corrections: 0 });
    expect(lastLine((await forlop('import-extract', sample, '--mapping', mapping, '--json')).out)).toMatchObject({ created: 0, extended: 0, same: 4, events: 0 });
    expect((await pathways()).map(({ mode }) => mode)).toEqual(Array(4).fill('historical'));
    expect(await ledger.verify()).toMatchObject({ pathways: 4, differences: [] });
    expect(await ledger.backlog()).toMatchObject({ rows: 0 });
  });

  test('says what is wrong with a mapping, with its lines, and does nothing', async () => {
    const wrong = join(folder, 'feil.yaml');
    await writeFile(wrong, (await readFile(mapping, 'utf8')).replace('event: utsatt', 'event: utsat').replace('F: oppfolging-fullfort', 'F: ferdig'));
    const { code, err } = await forlop('import-extract', sample, '--mapping', wrong);
    expect(code).toBe(2);
    expect(err).toMatch(/linje \d+, events\[6\]\.event: Hendelsestypen finnes ikke/);
    expect(err).toMatch(/events\[8\]\.data\.utfall\.codes\.F: Koden «ferdig» finnes ikke/);
  });

  test.each([
    ['a file that is not there', ['finnes-ikke.csv', '--mapping', mapping], 'kan ikke leses'],
    ['a mapping that is not there', [sample, '--mapping', 'finnes-ikke.yaml'], 'kan ikke leses'],
    ['no threads', [sample, '--mapping', mapping, '--workers', '0'], '--workers'],
  ])('%s is wrong use', async (_, args, said) => {
    const { code, err } = await forlop('import-extract', ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

describe('forlop npr', () => {
  test('says of what was imported the same codes and dates, by pseudonym', async () => {
    const out = join(folder, 'npr.csv');
    const { code, out: said } = await forlop('npr', '--from', '2024-01-01', '--to', '2026-12-31', '--as-of', '2026-04-01', '--out', out);
    expect([code, said]).toEqual([0, expect.stringContaining('8 rader for 4 henvisninger skrevet til')]);
    const written = lines(await readFile(out, 'utf8'));
    const source = lines(await readFile(sample, 'utf8')).map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1')])));
    const detail = ({ Rad, ReshID, Dato, Kode, NyDato }: Line) => [Rad, ReshID, Dato, Rad === 'U' ? Kode : '', NyDato, Rad === 'K' ? Kode : ''];
    const told = ({ Rad, ReshID, Mottatt, Ansiennitet, Vurdert, Svar, Frist, Startet, Kontakttype, VentetidSlutt, Sluttkode }: Line) => [Rad, ReshID, Mottatt, Ansiennitet || Mottatt, Vurdert, Svar, Frist, Startet, Kontakttype, VentetidSlutt, Sluttkode];
    const cells = (columns: readonly string[], ...kinds: readonly string[]) => written.filter(({ Rad }) => kinds.includes(Rad!)).map((row) => columns.map((column) => row[column]));
    const first = ['Rad', 'RESH-id'];
    expect(cells([...first, 'Mottattdato', 'Ansiennitetsdato', 'Vurderingsdato', 'Svar (9148)', 'Frist for start av helsehjelp', 'Startdato', 'Kontakttype ved start (8432)', 'Ventetid sluttdato', 'Ventetid sluttkode (8445)'], 'H').sort())
      .toEqual(source.filter(({ Rad }) => Rad === 'H').map(told).sort());
    expect(cells([...first, 'Dato', 'Utsettelseskode (8446)', 'Ny dato', 'Kontakttype (8432)'], 'U', 'K').sort()).toEqual(source.filter(({ Rad }) => Rad !== 'H').map(detail).sort());
    expect(written.map(({ Merknad }) => Merknad)).toEqual(Array(8).fill(''));
    for (const secret of [...source.flatMap(({ Fnr, HenvisningID }) => [Fnr!, HenvisningID!]), ...(await pathways()).map(({ id }) => id)]) expect(await readFile(out, 'utf8')).not.toContain(secret);
  });

  test('one period, one unit, what was known then, and a file that is there', async () => {
    const npr = (name: string, ...args: string[]) => forlop('npr', '--from', '2025-01-22', '--to', '2025-08-10', '--out', join(folder, name), ...args);
    expect(await npr('ett.xlsx', '--format', 'xlsx')).toMatchObject({ code: 0, out: expect.stringContaining('2 rader for 1 henvisning skrevet til') });
    expect((await readFile(join(folder, 'ett.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect(await npr('ingen.csv', '--known-at', '0')).toMatchObject({ code: 0, out: expect.stringContaining('0 rader for 0 henvisninger') });
    const other = (await ledger.organisations()).find(({ reshId }) => reshId === '99000002')!;
    expect(await npr('annen.csv', '--org', other.id)).toMatchObject({ code: 0, out: expect.stringContaining('0 rader for 0 henvisninger') });
    expect(await npr('ett.xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('finnes fra før') });
  });
});

type Line = Readonly<Record<string, string>>;
/** Lines of a file with semicolons, by the names of its columns. */
function lines(text: string): Line[] {
  const [names, ...rows] = text.replace('\uFEFF', '').trimEnd().split(/\r?\n/).map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
  return rows.map((row) => Object.fromEntries(names!.map((name, at) => [name, row[at] ?? ''])));
}

describe('forlop go-live', () => {
  test('sets a historical pathway going, once; one that has ended is left', async () => {
    const open = (await pathways())[2]!;
    const ended = (await database.sql<{ id: string }>('select pathway_id as id from pathway_state where not active limit 1'))[0]!;
    const { code, out } = await forlop('go-live', open.id, ended.id, 'finnes-ikke', '--reason', 'Overtatt fra journalen.', '--json');
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => JSON.parse(line).outcome)).toEqual(['live', 'ended', 'refused']);
    expect(await ledger.patientView(open.id)).toMatchObject({ mode: 'live' });
    expect(await ledger.backlog()).toMatchObject({ rows: 1 });
    expect((await forlop('go-live', open.id, '--reason', 'En gang til.', '--json')).out).toContain('already-live');
    expect((await forlop('go-live', open.id, '--reason', ' ')).code).toBe(2);
  });
});

describe('forlop imports', () => {
  test('tells who took in what, from which file, and what came of it; the rows are never changed', async () => {
    const { out } = await forlop('imports', '--json');
    const runs = JSON.parse(out) as HistoryRun[];
    expect(runs.map(({ kind, ended }) => [kind, ended?.outcome])).toEqual([...Array(2).fill(['go-live', 'finished']), ...Array(3).fill(['import', 'finished'])]);
    const [again, mended, first] = runs.slice(2);
    expect(again).toMatchObject({ extract: { fileSha256: mended!.extract!.fileSha256, fileNameSha256: sha256('henvisninger.csv'), mappingSha256: sha256(await readFile(mapping, 'utf8')) }, ended: { counts: { lines: 8, created: 0, same: 4, events: 0 } } });
    expect(first!.extract!.fileSha256).not.toBe(mended!.extract!.fileSha256);
    expect(first!.ended).toMatchObject({ counts: { lines: 8, created: 3, refused: 1, refusedLines: 1 } });
    expect(first!.ended!.organisationIds).toHaveLength(2);
    expect(runs[1]!.ended).toMatchObject({ counts: { asked: 3, live: 1, ended: 1, refused: 1 }, organisationIds: [expect.any(String)] });
    expect((await forlop('imports', '--limit', '1')).out).toMatch(/Begynte.+\n.+satt i gang.+0 av 1 forløp satt i gang$/);
    for (const table of ['history_run', 'history_run_end']) await expect(database.sql(`delete from ${table}`)).rejects.toThrow();
  });

  test('one that broke off says so with how far it came, and one whose process was killed has no end', async () => {
    await ledger.beginHistoryRun({ kind: 'go-live', operator: 'drift', extract: null });
    await database.sql('alter table patient rename to patient_away');
    const text = (await readFile(sample, 'utf8')).replaceAll('H-1004', 'H-2004');
    const file = join(folder, 'nytt.csv');
    await writeFile(file, text);
    try {
      expect((await forlop('import-extract', file, '--mapping', mapping)).code).not.toBe(0);
    } finally {
      await database.sql('alter table patient_away rename to patient');
    }
    const [broken, killed] = JSON.parse((await forlop('imports', '--json', '--limit', '2')).out) as HistoryRun[];
    expect(broken).toMatchObject({ kind: 'import', ended: { outcome: 'broken-off', problem: expect.any(String), counts: { created: 0 } } });
    expect(killed).toMatchObject({ operator: 'drift', ended: null });
    expect((await forlop('imports', '--limit', '2')).out).toMatch(/AVBRUTT[^\n]+\n.+ikke avsluttet/);
  });
});
