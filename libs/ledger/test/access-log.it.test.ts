import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AccessEntry } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => {
  house = await startLedger();
}, 60_000);
afterAll(() => house.close());

const entry = (more: Partial<AccessEntry> = {}): AccessEntry => ({
  action: 'pathway.read', outcome: 'read', actor: 'person:k1', actorName: 'Koordinator Prøvesen', role: 'coordinator', unitId: null, legalEntityId: null, basis: 'unit',
  what: 'pathway', pathwayIds: [], detail: { route: 'GET /api/v1/pathways/:id' }, correlationId: randomUUID(), ...more,
});

async function pathway(): Promise<string> {
  return (await house.ledger.intake(referral(), coordinator)).pathwayId;
}

/** As someone with all rights on the server would tamper: past the trigger. */
const tamper = (sql: string) => house.sql(`set session_replication_role = replica; alter table access_log disable trigger all; ${sql}; alter table access_log enable always trigger access_log_is_append_only; set session_replication_role = default`);

test('a view stands in the log with who, why, for whom and what, and the patient’s extract finds it, in a list too', async () => {
  const [mine, other] = [await pathway(), await pathway()];
  const unit = await house.ledger.registerOrganisation({ kind: 'unit', name: 'Barneavdelingen' });
  await house.ledger.logAccess(entry({ pathwayIds: [mine], unitId: unit.id }));
  await house.ledger.logAccess(entry({ action: 'worklist.read', what: 'worklist', pathwayIds: [mine, other] }));
  await house.ledger.logAccess(entry({ pathwayIds: [other], outcome: 'refused', basis: null, detail: { code: 'no-role' } }));

  const extract = await house.ledger.accessLog({ pathwayId: mine });
  expect(extract.rows.map(({ action, outcome, unitName }) => [action, outcome, unitName])).toEqual([['worklist.read', 'read', null], ['pathway.read', 'read', 'Barneavdelingen']]);
  expect(extract.rows[1]).toMatchObject({ actor: 'person:k1', actorName: 'Koordinator Prøvesen', role: 'coordinator', basis: 'unit', what: 'pathway', pathwayIds: [mine] });
  expect((await house.ledger.accessLog({ outcome: 'refused' })).rows).toMatchObject([{ pathwayIds: [other], detail: { code: 'no-role' } }]);
});

test('the log is read in pages, newest first, and searched by person and time', async () => {
  const actor = `person:${randomUUID()}`;
  for (let i = 0; i < 5; i += 1) await house.ledger.logAccess(entry({ actor, detail: { i } }));
  const first = await house.ledger.accessLog({ actor, limit: 3 });
  const second = await house.ledger.accessLog({ actor, limit: 3, cursor: first.nextCursor! });
  expect([...first.rows, ...second.rows].map(({ detail }) => detail['i'])).toEqual([4, 3, 2, 1, 0]);
  expect(second.nextCursor).toBeNull();
  // Several can be of one millisecond, which is what an instant says.
  const latest = first.rows[0]!.at;
  expect((await house.ledger.accessLog({ actor, from: latest })).rows).toEqual([...first.rows, ...second.rows].filter(({ at }) => at >= latest));
  expect((await house.ledger.accessLog({ actor, to: '2020-01-01T00:00:00Z' })).rows).toEqual([]);
});

test('an unknown pathway, a bad cursor and a bad page size are told', async () => {
  await expect(house.ledger.accessLog({ pathwayId: randomUUID() })).rejects.toMatchObject({ code: 'unknown-pathway' });
  await expect(house.ledger.accessLog({ cursor: 'tull' })).rejects.toMatchObject({ code: 'bad-cursor' });
  await expect(house.ledger.accessLog({ limit: 201 })).rejects.toMatchObject({ code: 'bad-data' });
});

test('views of one patient at once each stand in their place of one chain', async () => {
  const id = await pathway();
  await Promise.all(Array.from({ length: 20 }, (_, i) => house.ledger.logAccess(entry({ pathwayIds: [id], detail: { i } }))));
  expect((await house.ledger.accessLog({ pathwayId: id })).rows).toHaveLength(20);
  expect((await house.ledger.verifyAccessLog()).differences).toEqual([]);
});

test('the app can neither change nor remove an entry, nor add one past the chain', async () => {
  for (const sql of [`update access_log set actor = 'x'`, 'delete from access_log', 'truncate access_log', `insert into access_log (at, chain, seq, action, outcome, what, patient_ids, pathway_ids, detail, hash) values (now(), 'x', 1, 'x', 'read', 'x', '{}', '{}', '{}', '')`]) {
    await expect(house.sql(`set role forlop_app; ${sql}`)).rejects.toMatchObject({ code: '42501' });
    await house.sql('reset role');
  }
  await expect(house.sql('delete from access_log')).rejects.toMatchObject({ code: '42501' });
});

test('a changed, a removed and a cut-off entry are found', async () => {
  const id = await pathway();
  for (let i = 0; i < 4; i += 1) await house.ledger.logAccess(entry({ pathwayIds: [id], detail: { i } }));
  const rows = await house.sql<{ id: number; chain: string }>('select id::int, chain from access_log order by id desc limit 4');
  const [last, , second, first] = rows;
  await tamper(`update access_log set actor = 'person:noen-andre' where id = ${first!.id}`);
  expect((await house.ledger.verifyAccessLog()).differences).toMatchObject([{ chain: first!.chain, at: first!.id, sentence: 'Rad 1 er endret etter at den ble skrevet.' }]);
  await tamper(`update access_log set actor = 'person:k1' where id = ${first!.id}; delete from access_log where id = ${second!.id}`);
  expect((await house.ledger.verifyAccessLog()).differences.map(({ sentence }) => sentence)).toEqual([
    'Rad 3 peker ikke på den foregående.', 'Rad 3 står ikke på plassen sin: noe mangler eller er lagt inn.', 'Rad 4 står ikke på plassen sin: noe mangler eller er lagt inn.',
  ]);
  await tamper(`delete from access_log where chain = '${last!.chain}' and id >= ${second!.id}`);
  expect((await house.ledger.verifyAccessLog()).differences).toEqual([{ chain: last!.chain, at: null, sentence: 'Kjeden skal ende med rad 4, men ender med rad 1.' }]);
});
