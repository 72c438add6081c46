import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, osloDateOf } from '@forlop/calendar';
import { syntheticFodselsnummer, systems } from '@forlop/contracts';
import type { Ledger } from '@forlop/ledger';
import { call } from './call.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const today = osloDateOf(Date.now());
const received = addDays(today, -2);
const number = (serial: number) => syntheticFodselsnummer({ birthDate: '1984-02-29', sex: 'kvinne', serial });
const invalid = `${number(9).slice(0, 10)}${(Number(number(9)[10]) + 1) % 10}`;

const serviceRequest = (id: string, value: string) => ({
  resourceType: 'ServiceRequest',
  identifier: [{ system: 'urn:prove:journal', value: id }],
  extension: [{ url: 'http://helsenorge.no/fhir/StructureDefinition/no-mottatt-dato', valueDateTime: received }],
  status: 'active',
  intent: 'order',
  subject: { identifier: { system: systems.fodselsnummer, value } },
  reasonCode: [{ coding: [{ system: systems.icpc2, code: 'A04' }] }],
});
const batch = [
  JSON.stringify(serviceRequest('1', number(1))),
  '{"resourceType":"ServiceRequest","identifier":[{',
  JSON.stringify(serviceRequest('1', number(1))),
  JSON.stringify(serviceRequest('2', invalid)),
  '',
  JSON.stringify({ resourceType: 'Observation', status: 'final', code: { text: 'Blodtrykk' } }),
  JSON.stringify(serviceRequest('3', number(3))),
].join('\n');

interface Line {
  readonly line: number;
  readonly outcome: string;
  readonly pathwayId: string | null;
  readonly remarks: readonly { readonly code: string; readonly sentence: string }[];
}

let database: CliDatabase;
let folder: string;
let file: string;
let ledger: Ledger;
beforeAll(async () => {
  database = await cliDatabase();
  ledger = await database.openLedger();
  folder = await mkdtemp(join(tmpdir(), 'forlop-import-'));
  file = join(folder, 'henvisninger.ndjson');
  await writeFile(file, batch);
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const forlop = (args: readonly string[], input?: string) => call(args, { env: database.env, ...(input !== undefined && { input }) });
/** The answers, line by line, and the summary. */
async function imported(args: readonly string[] = []): Promise<{ code: number; lines: Line[]; summary: Record<string, number> }> {
  const { code, out } = await forlop(['import', file, '--json', ...args]);
  const answers = out.split('\n').map((line) => JSON.parse(line));
  return { code, lines: answers.slice(0, -1), summary: answers.at(-1).summary };
}
const outcomes = (lines: readonly Line[]) => lines.map(({ line, outcome }) => [line, outcome]);

describe('forlop import', () => {
  test('in a dry run answers the same lines, and takes nothing in', async () => {
    const { code, lines } = await imported(['--dry-run']);
    expect(code).toBe(1);
    expect(outcomes(lines)).toEqual([[1, 'would-accept'], [2, 'would-quarantine'], [3, 'would-accept'], [4, 'would-quarantine'], [6, 'refused'], [7, 'would-accept']]);
    expect(await ledger.worklistCounts()).toMatchObject({ open: 0, quarantine: 0 });
  });

  test('answers each line and goes on after what is wrong', async () => {
    const { code, lines, summary } = await imported();
    expect(code).toBe(1);
    expect(outcomes(lines)).toEqual([[1, 'created'], [2, 'quarantined'], [3, 'same'], [4, 'quarantined'], [6, 'refused'], [7, 'created']]);
    expect(lines[2]!.pathwayId).toBe(lines[0]!.pathwayId);
    expect(lines.map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([[], ['ugyldig-json'], [], ['ugyldig-fodselsnummer'], ['ikke-henvisning'], []]);
    expect(lines[3]!.remarks[0]!.sentence).toMatch(/Kontroller fødselsnummeret og send henvisningen på nytt/);
    expect(lines[3]!.remarks[0]!.sentence).not.toContain(invalid);
    expect(summary).toMatchObject({ created: 2, same: 1, quarantined: 2, refused: 1 });
  });

  test('watches what is in quarantine from its day of receipt, by an owner (REF-7)', async () => {
    const { rows } = await ledger.worklist({ filter: { quarantine: true }, sort: 'received' });
    expect(rows.map(({ step, receivedOn }) => ({ step, receivedOn }))).toEqual([{ step: 'karantene', receivedOn: today }, { step: 'karantene', receivedOn: today }]);
    const { lines } = await imported();
    const view = await ledger.patientView(lines[3]!.pathwayId!);
    expect(view).toMatchObject({ patient: { verified: false, identifier: { value: invalid } }, quarantine: { receivedOn: today, owner: expect.any(String), releasedAt: null } });
    expect(view.clocks.find(({ clock }) => clock === 'FRIST-VURDERING')).toMatchObject({ startOn: today, status: 'running' });
  });

  test('takes the same file twice without making anything twice', async () => {
    const before = JSON.parse((await forlop(['verify', '--json'])).out);
    const { lines, summary } = await imported();
    expect(outcomes(lines)).toEqual([[1, 'same'], [2, 'same'], [3, 'same'], [4, 'same'], [6, 'refused'], [7, 'same']]);
    expect(summary).toMatchObject({ created: 0, quarantined: 0 });
    expect(JSON.parse((await forlop(['verify', '--json'])).out)).toEqual(before);
  });

  test('reads one message from standard input, and tells people in lines', async () => {
    const { code, out } = await forlop(['import', '-'], JSON.stringify(serviceRequest('4', number(4)), null, 2));
    expect(code).toBe(0);
    expect(out).toMatch(/^-: nytt forløp [0-9a-f-]{36}\n\n1 henvisning: 1 nytt forløp\.$/);
  });

  test('a file that is not there ends with 2', async () => {
    expect(await forlop(['import', join(folder, 'finnes-ikke.json')])).toMatchObject({ code: 2, err: expect.stringContaining('finnes-ikke.json kan ikke leses') });
  });
});

describe('forlop verify', () => {
  const aPathway = async () => (await ledger.worklist()).rows.find(({ quarantined }) => !quarantined)!.pathwayId;

  test('a ledger that nobody has touched ends with 0', async () => {
    const { code, out } = await forlop(['verify']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Kontrollert 5 forløp, \d+ hendelser: ingen avvik\.$/);
  });

  test('a changed row in a list is named, and a rebuild mends it', async () => {
    const id = await aPathway();
    await database.sql(`update clock_row set due_on = due_on + 7 where pathway_id = $1 and clock = 'FRIST-VURDERING'`, [id]);
    const { code, out } = await forlop(['verify']);
    expect(code).toBe(1);
    expect(out).toContain(`${id}  clock_row FRIST-VURDERING#1: `);
    expect(out).toMatch(/due_on\.\n\nHendelsene er hele\. Kjør «npx forlop rebuild»/);
    expect(await forlop(['rebuild'])).toMatchObject({ code: 0, out: expect.stringMatching(/; 1 ble endret\.$/) });
    expect((await forlop(['verify'])).code).toBe(0);
  });

  test('lists that an earlier version wrote are written anew by a migration, once; or it is said who must', async () => {
    const id = await aPathway();
    const older = () => database.sql(`insert into setting (name, value, actor, why) values ('read-tables', '"0.9.0+0"', 'system:prove', 'Prøve')`);
    await older();
    await database.sql(`update pathway_state set owner_role = '' where pathway_id = $1`, [id]);
    const kept = await call(['migrate', '--json'], { env: { DATABASE_URL: database.env['DATABASE_URL'] } });
    expect([kept.code, JSON.parse(kept.out), kept.err]).toEqual([0, { ran: [], readTables: 'behind' }, expect.stringContaining('npx forlop rebuild')]);
    expect(await forlop(['migrate', '--no-rebuild'])).toMatchObject({ code: 0, err: expect.stringContaining('npx forlop rebuild') });
    expect(await forlop(['migrate'])).toMatchObject({ code: 0, out: 'Databasen er alt oppdatert.', err: expect.stringMatching(/eldre utgave[^]*Listene er laget på nytt\./) });
    expect((await database.sql<{ owner_role: string }>('select owner_role from pathway_state where pathway_id = $1', [id]))[0]!.owner_role).toBe('koordinator');
    expect(JSON.parse((await forlop(['migrate', '--json'])).out)).toEqual({ ran: [], readTables: 'current' });
  });

  test('a changed event is named, with what to do, and only there', async () => {
    const id = await aPathway();
    await database.sql('alter table event disable trigger event_is_append_only');
    const [event] = await database.sql<{ position: string }>(`update event set occurred_on = occurred_on - 1 where pathway_id = $1 and seq = 2 returning position`, [id]);
    const { code, out } = await forlop(['verify']);
    expect(code).toBe(1);
    expect(out).toContain(`${id}  chain ${event!.position}: Hendelse 2 er endret etter at den ble registrert.`);
    expect(out).toContain('Noe er endret i selve hendelsene, utenom Forløp.');
    const { differences } = JSON.parse((await forlop(['verify', '--json'])).out) as { differences: { pathwayId: string }[] };
    expect(new Set(differences.map(({ pathwayId }) => pathwayId))).toEqual(new Set([id]));
    expect((await forlop(['verify', '--pathway', id])).code).toBe(1);
  });

  test('an unknown pathway ends with 2', async () => {
    expect((await forlop(['verify', '--pathway', '00000000-0000-0000-0000-000000000000'])).code).toBe(2);
  });
});
