import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloDateOf } from '@forlop/calendar';
import { syntheticFodselsnummer, systems } from '@forlop/contracts';
import { generateKey, SigningKeys } from '@forlop/crypto';
import { virtualClock, type Actor, type Ledger } from '@forlop/ledger';
import { call } from './call.js';
import { cliDatabase, type CliDatabase } from './cli-database.js';

const FORLOP_ROOT_KEY = `rot:${generateKey()}`;
const signer = SigningKeys.fromEnv({ FORLOP_ROOT_KEY });
const coordinator: Actor = { kind: 'person', id: 'koordinator-1' };
const today = osloDateOf(Date.now());

let database: CliDatabase;
let ledger: Ledger;
let folder: string;
beforeAll(async () => {
  database = await cliDatabase();
  ledger = await database.openLedger();
  folder = await mkdtemp(join(tmpdir(), 'forlop-keeping-'));
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const env = () => ({ ...database.env, FORLOP_ROOT_KEY });

async function ended(serial: number, into = ledger, day = today): Promise<string> {
  const { pathwayId } = await into.intake({
    source: { kind: 'api', system: 'urn:prove', id: `h-${serial}` }, mottattdato: day, reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    patient: { identifier: { system: systems.fodselsnummer, value: syntheticFodselsnummer({ birthDate: '1985-04-15', serial, sex: 'kvinne' }) }, name: { given: 'Kari', family: 'Prøvesen' } },
  }, coordinator);
  await into.record(pathwayId, [{ type: 'pasientDod', occurredOn: day }], coordinator);
  return pathwayId;
}

describe('forlop erasures', () => {
  test('exports the list, signed, and replays it: nobody is erased twice', async () => {
    const { id } = await ledger.requestErasure(await ended(1), { legalBasis: 'order', reason: 'Pålegg.' }, coordinator);
    await ledger.carryOutErasure(id, { kind: 'person', id: 'administrator-1' });
    const file = join(folder, 'slettet.ndjson');
    expect(await call(['erasures', 'export', file], { env: env() })).toEqual({ code: 0, out: `1 sletting skrevet til ${file}.`, err: '' });
    const replayed = await call(['erasures', 'replay', file, '--json'], { env: { ...database.env, FORLOP_ROOT_PUBLIC_KEYS: signer.publicKeys() } });
    expect({ code: replayed.code, report: JSON.parse(replayed.out) as object }).toEqual({ code: 0, report: { entries: 1, erased: 0, already: 1, absent: 0, effects: true } });

    await writeFile(file, (await readFile(file, 'utf8')).replace('order', 'wrong-person'));
    expect(await call(['erasures', 'replay', file], { env: env() })).toMatchObject({ code: 2, err: expect.stringContaining('linje 1') });
  });

  test('a missing key and a missing file are told', async () => {
    expect(await call(['erasures', 'export', join(folder, 'x')], { env: database.env })).toMatchObject({ code: 2, err: expect.stringContaining('FORLOP_ROOT_KEY') });
    expect(await call(['erasures', 'replay', join(folder, 'finnes-ikke')], { env: env() })).toMatchObject({ code: 2, err: expect.stringContaining('kan ikke leses') });
    expect(await call(['erasures', 'export', join(folder, 'finnes', 'ikke')], { env: env() })).toMatchObject({ code: 2, err: expect.stringContaining('kan ikke skrives') });
  });
});

test('forlop retention lists who is due, and says that nobody is erased', async () => {
  expect(await call(['retention'], { env: database.env })).toMatchObject({ code: 0, out: 'Ingen pasienter har oppbevaringstid som er ute.' });
  const past = await database.openLedger({ clock: virtualClock(() => new Date('2014-05-05T11:00:00Z')) });
  const day = osloDateOf('2014-05-05T11:00:00Z');
  // No definition was valid then, so the referral waits in quarantine and is discarded.
  const { pathwayId } = await past.quarantine({ source: { kind: 'api', system: 'urn:prove', id: 'gammel' }, receivedOn: day, reasons: [{ code: 'annet', sentence: 'Gammel.' }], original: {} }, coordinator);
  await past.releaseQuarantine(pathwayId, { as: 'discarded', reason: 'Ikke en henvisning.', on: day }, coordinator);
  await past.record(pathwayId, [{ type: 'pasientDod', occurredOn: day }], coordinator);
  await past.close();
  const { code, out } = await call(['retention'], { env: database.env });
  expect(code).toBe(0);
  expect(out).toMatch(/ute for 1 pasient:\n.*\n {2}[0-9a-f-]{36} {2}2024-05-05/);
  expect(out).toContain('Ingenting er slettet.');
  expect(await call(['retention', '--limit', '0'], { env: database.env })).toMatchObject({ code: 2 });
});

test('forlop verify --roots finds what verify alone cannot', async () => {
  const [mine] = [await ended(2), await ended(3)];
  await ledger.makeDailyRoots(signer);
  const file = join(folder, 'roots.ndjson');
  await writeFile(file, (await ledger.rootLines(null)).map(({ line }) => `${line}\n`).join(''));
  expect(await call(['verify', '--roots', file], { env: env() })).toMatchObject({ code: 0, out: expect.stringMatching(/Kontrollert 1 rot .*: ingen avvik\.\nKontrollert/s) });

  await database.sql(`set session_replication_role = replica`);
  await database.sql('alter table event disable trigger all');
  for (const table of ['event', 'pathway_state', 'clock_row', 'obligation_row', 'finding_row', 'outbox', 'referral_source']) await database.sql(`delete from ${table} where pathway_id = $1`, [mine]);
  await database.sql('delete from pathway where id = $1', [mine]);
  expect((await call(['verify'], { env: env() })).code).toBe(0);
  const { code, out } = await call(['verify', '--roots', file], { env: env() });
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`gone pathway:${mine}`) });
  const json = await call(['verify', '--roots', file, '--json'], { env: env() });
  expect(JSON.parse(json.out)).toMatchObject({ differences: [], roots: { days: 1, differences: [{ what: 'gone' }] } });
});
