import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generateKey, SigningKeys } from '@forlop/crypto';
import type { AccessEntry } from '../src/index.js';
import { coordinator, idsOf, referral, startLedger, type TestLedger } from './helpers.js';

const key = generateKey();
const signer = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot-1:${key}` });

let house: TestLedger;
beforeEach(async () => { house = await startLedger('2026-03-20'); }, 60_000);
afterEach(() => house.close());

const view = (pathwayId: string): AccessEntry => ({
  action: 'pathway.read', outcome: 'read', actor: 'person:k1', actorName: null, role: 'coordinator', unitId: null, legalEntityId: null, basis: 'unit', what: 'pathway',
  pathwayIds: [pathwayId], detail: {}, correlationId: null,
});

const newPathway = async () => (await house.ledger.intake(referral(), coordinator)).pathwayId;
const addFact = async (pathwayId: string) => idsOf(await house.ledger.record(pathwayId, [{ type: 'klagegrunnKjent', occurredOn: '2026-03-20' }], coordinator));
const exported = async () => (await house.ledger.rootLines(null)).map(({ line }) => line);
const found = async (lines: readonly string[], checker = signer) => (await house.ledger.verifyRoots(lines, checker)).differences.map(({ what, at }) => [what, at]);

/** As someone with all rights on the server would: past the triggers. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await house.sql(`set session_replication_role = replica; alter table event disable trigger all; alter table access_log disable trigger all; ${statements.join('; ')};
    alter table event enable always trigger event_is_append_only; alter table access_log enable always trigger access_log_is_append_only; set session_replication_role = default`);
}

test('one root a day, made once however often and by however many; days that nobody made are made up for, and say so', async () => {
  const id = await newPathway();
  await house.ledger.logAccess(view(id));
  const other = await house.another();
  const made = await Promise.all([house.ledger.makeDailyRoots(signer), other.makeDailyRoots(signer), house.ledger.makeDailyRoots(signer)]);
  expect(made.map((one) => one.made.length).sort()).toEqual([0, 0, 1]);
  house.at('2026-03-23');
  await addFact(id);
  expect(await house.ledger.makeDailyRoots(signer)).toEqual({ made: ['2026-03-21', '2026-03-22', '2026-03-23'], lost: [] });
  house.at('2026-03-22');
  expect(await house.ledger.makeDailyRoots(signer)).toEqual({ made: [], lost: [] });

  house.at('2026-03-24');
  const report = await house.ledger.verifyRoots(await exported(), signer);
  expect(report).toEqual({ days: 4, from: '2026-03-20', to: '2026-03-23', chains: 2, differences: [] });
  const roots = (await exported()).map((line) => JSON.parse(line) as { madeAt: string; pathways: number; accessEntries: number; ends: unknown[] });
  expect(roots.map(({ madeAt, ends }) => [madeAt.slice(0, 10), ends.length])).toEqual([['2026-03-20', 2], ['2026-03-23', 1], ['2026-03-23', 0], ['2026-03-23', 0]]);
  expect(roots.at(-1)).toMatchObject({ pathways: 1, accessEntries: 1 });
  expect((await house.ledger.rootLines(null)).slice(1)).toEqual(await house.ledger.rootLines((await house.ledger.rootLines(null))[0]!.day));
});

test('what goes on growing is as it was: nothing is found', async () => {
  const id = await newPathway();
  await house.ledger.makeDailyRoots(signer);
  const lines = await exported();
  await addFact(id);
  await newPathway();
  await house.ledger.logAccess(view(id));
  expect(await found(lines)).toEqual([]);
});

test('a chain whose end was cut off, with its head set back so that nothing else shows it, is found', async () => {
  const [id] = [await newPathway(), await newPathway()];
  await addFact(id);
  await house.ledger.makeDailyRoots(signer);
  const lines = await exported();
  await tamper(
    `delete from event where pathway_id = '${id}' and seq = 3`,
    `update pathway p set event_count = 2, head_hash = e.hash, head_position = e.position from event e where e.pathway_id = p.id and e.seq = 2 and p.id = '${id}'`,
  );
  await house.ledger.rebuild(id);
  expect((await house.ledger.verify()).differences).toEqual([]);
  expect(await found(lines)).toEqual([['cut-off', `pathway:${id}`]]);

  house.at('2026-03-21');
  expect((await house.ledger.makeDailyRoots(signer)).lost).toEqual([`pathway:${id}`]);
  expect(await found(await exported())).toEqual([['cut-off', `pathway:${id}`]]);
});

test('a pathway that has vanished with all that was its is found, now and when later roots are made without it', async () => {
  const [id] = [await newPathway(), await newPathway()];
  await house.ledger.logAccess(view(id));
  await house.ledger.makeDailyRoots(signer);
  const tables = ['event', 'pathway_state', 'clock_row', 'obligation_row', 'finding_row', 'outbox', 'referral_source'];
  await tamper(...tables.map((table) => `delete from ${table} where pathway_id = '${id}'`), `delete from pathway where id = '${id}'`);
  expect((await house.ledger.verify()).differences).toEqual([]);
  expect(await found(await exported())).toEqual([['gone', `pathway:${id}`]]);
  house.at('2026-03-21');
  expect((await house.ledger.makeDailyRoots(signer)).lost).toEqual([`pathway:${id}`]);
  house.at('2026-03-22');
  await house.ledger.makeDailyRoots(signer);
  expect(await found(await exported())).toEqual([['gone', `pathway:${id}`]]);
});

test('a chain that was written anew from its first event, whole and sound in itself, is found', async () => {
  const [mine, other] = [await newPathway(), await newPathway()];
  await house.ledger.makeDailyRoots(signer);
  const lines = await exported();
  // Another pathway's whole chain in its place: its hashes agree with one another.
  await tamper(
    `delete from event where pathway_id = '${mine}'`, `update event set pathway_id = '${mine}' where pathway_id = '${other}'`,
    `update pathway p set head_hash = o.head_hash, head_position = o.head_position from pathway o where o.id = '${other}' and p.id = '${mine}'`,
  );
  expect(await found(lines)).toEqual([['rewritten', `pathway:${mine}`], ['gone', `pathway:${other}`]].sort(([, a], [, b]) => (a! < b! ? -1 : 1)));
});

test('an access log whose end was cut off, head and all, is found', async () => {
  const id = await newPathway();
  for (let i = 0; i < 3; i += 1) await house.ledger.logAccess(view(id));
  await house.ledger.makeDailyRoots(signer);
  const lines = await exported();
  await tamper('delete from access_log where seq = 3', `update access_log_head h set seq = 2, hash = l.hash from access_log l where l.chain = h.chain and l.seq = 2`);
  expect((await house.ledger.verifyAccessLog()).differences).toEqual([]);
  expect((await found(lines)).map(([what]) => what)).toEqual(['cut-off']);
});

/** The line with one digit of its root another than it was. */
const otherRoot = (line: string): string => line.replace(/(?<="root":")./, (digit) => (digit === 'f' ? '0' : 'f'));

test('lines that were changed, taken out, put in another order or signed by others are found', async () => {
  const id = await newPathway();
  for (const day of ['2026-03-20', '2026-03-21', '2026-03-22']) {
    house.at(day);
    await addFact(id);
    await house.ledger.makeDailyRoots(signer);
  }
  const [one, two, three] = await exported() as [string, string, string];
  expect(await found([one, two, three])).toEqual([]);
  expect(await found([one, otherRoot(two), three])).toContainEqual(['line', '2']);
  expect(await found([one, '{"halv', three])).toContainEqual(['line', '2']);
  expect(await found([one, three])).toContainEqual(['missing-day', '2026-03-21']);
  expect(await found([one, three, two])).toContainEqual(['line', '3']);
  expect(await found([])).toEqual([['late', '2026-03-22']]);
  const stranger = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot-1:${generateKey()}` });
  expect(await found([one], stranger)).toContainEqual(['line', '1']);
  expect((await house.ledger.verifyRoots([one], SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot-2:${generateKey()}` }))).differences[0]!.sentence).toContain('«rot-1»');
  house.at('2026-03-24');
  expect(await found([one, two, three])).toEqual([['late', '2026-03-22']]);
});

test('a key that was rotated: old lines are checked by the old one, new lines are signed by the new', async () => {
  await newPathway();
  await house.ledger.makeDailyRoots(signer);
  house.at('2026-03-21');
  const rotated = SigningKeys.fromEnv({ FORLOP_ROOT_KEY: `rot-2:${generateKey()},rot-1:${key}` });
  await house.ledger.makeDailyRoots(rotated);
  expect((await exported()).map((line) => (JSON.parse(line) as { keyId: string }).keyId)).toEqual(['rot-1', 'rot-2']);
  expect(await found(await exported(), rotated)).toEqual([]);
});

test('the app can neither change nor remove a root, an entry of the erasure list, or a mark', async () => {
  await house.ledger.makeDailyRoots(signer);
  for (const table of ['daily_root', 'erasure_list', 'database_mark']) {
    for (const sql of [`delete from ${table}`, `truncate ${table}`]) await expect(house.sql(sql)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(house.sql(`set role forlop_app; delete from erasure`)).rejects.toMatchObject({ code: '42501' });
  await house.sql('reset role');
});
