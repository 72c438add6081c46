import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { appRole, migrate, openLedger, ownerRole } from '../src/index.js';
import { generateKey, MasterKeys, SearchKey } from '@forlop/crypto';
import { coordinator, referral, rules, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => {
  house = await startLedger();
  await house.ledger.intake(referral(), coordinator);
}, 60_000);
afterAll(() => house.close());

/** Runs a statement as a role and gives its SQLSTATE, or 'done'. */
async function as(role: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: house.url, options: `-c role=${role}` });
  await client.connect();
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

describe('the ledger is append-only by rights and by trigger', () => {
  const changes = [
    ['update', `update event set type = 'x'`],
    ['update of no row', `update event set type = 'x' where false`],
    ['delete', 'delete from event'],
    ['truncate', 'truncate event cascade'],
    ['update of a setting', `update setting set value = 'false'`],
    ['delete of settings', 'delete from setting'],
  ] as const;

  test.each(changes)('%s: refused for the app, the owner and a superuser', async (_, sql) => {
    expect(await as(appRole, sql)).toBe('42501');
    expect(await as(ownerRole, sql)).toBe('42501');
    expect(await as('none', sql)).toBe('42501');
  });

  test('the app role can neither drop the trigger nor change the schema, and bypasses no row security', async () => {
    expect(await as(appRole, 'alter table event disable trigger all')).toBe('42501');
    expect(await as(appRole, 'create table x (y int)')).toBe('42501');
    expect(await as(appRole, 'delete from patient')).toBe('42501');
    const [role] = await house.sql<{ rolbypassrls: boolean; rolsuper: boolean }>('select rolbypassrls, rolsuper from pg_roles where rolname = $1', [appRole]);
    expect(role).toEqual({ rolbypassrls: false, rolsuper: false });
  });

  test('adding is allowed: that is what a ledger is for', async () => {
    expect(await as(appRole, `insert into setting (name, value, actor, why) values ('prove', 'true', 'person:x', 'prøve')`)).toBe('done');
  });
});

describe('tampering', () => {
  test('a row changed behind the trigger is found, and where', async () => {
    const { pathwayId } = await house.ledger.intake(referral(), coordinator);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
    await house.sql('alter table event disable trigger event_is_append_only');
    const [row] = await house.sql<{ position: string }>(`update event set occurred_on = occurred_on + 1 where pathway_id = $1 and seq = 2 returning position`, [pathwayId]);
    const { differences } = await house.ledger.verify(pathwayId);
    expect(differences).toContainEqual(expect.objectContaining({ what: 'chain', at: row!.position }));

    await house.sql(`update event set occurred_on = occurred_on - 1 where pathway_id = $1 and seq = 2`, [pathwayId]);
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);
    await house.sql(`update event set sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256) where pathway_id = $1 and seq = 2`, [pathwayId]);
    expect((await house.ledger.verify(pathwayId)).differences.map((d) => d.what)).toContain('chain');
    await house.sql(`update event set sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 255) % 256) where pathway_id = $1 and seq = 2`, [pathwayId]);
  });

  test('a last event that was removed is missed, and a read row that was changed is found and rebuilt', async () => {
    const { pathwayId } = await house.ledger.intake(referral(), coordinator);
    await house.sql(`update clock_row set due_on = due_on + 7 where pathway_id = $1 and key = 'FRIST-VURDERING#1'`, [pathwayId]);
    await house.sql(`update pathway_state set step = 'oppfolging' where pathway_id = $1`, [pathwayId]);
    const before = await house.ledger.verify(pathwayId);
    expect(before.differences.map((d) => [d.what, d.at])).toEqual([['pathway_state', null], ['clock_row', 'FRIST-VURDERING#1']]);
    expect(before.differences[1]!.sentence).toContain('due_on');
    expect(await house.ledger.rebuild(pathwayId)).toEqual({ pathways: 1, changed: 1 });
    expect((await house.ledger.verify(pathwayId)).differences).toEqual([]);

    await house.sql('alter table event disable trigger event_is_append_only');
    await house.sql('delete from event where pathway_id = $1 and seq = 2', [pathwayId]);
    await house.sql('alter table event enable always trigger event_is_append_only');
    expect((await house.ledger.verify(pathwayId)).differences.map((d) => d.what)).toContain('head');
  });
});

describe('setting up', () => {
  test('migrating again does nothing, also from two at once', async () => {
    expect(await Promise.all([migrate(house.url), migrate(house.url)])).toEqual(Array(2).fill({ ran: [], readTables: { behind: false, pathways: 3 } }));
  });

  test('a user who may not create roles is told what to run', async () => {
    await house.sql(`do $$ begin create role fattig login password 'fattig' noinherit; exception when duplicate_object then null; end $$`);
    const url = new URL(house.url);
    url.username = 'fattig';
    url.password = 'fattig';
    await expect(migrate(url.toString())).rejects.toMatchObject({ code: 'setup', message: expect.stringMatching(/grant forlop_owner, forlop_app, forlop_api to fattig/) });
  });

  test('an empty database and a server that is away are told apart', async () => {
    const options = { rules, keys: MasterKeys.fromEnv({ FORLOP_MASTER_KEY: generateKey() }), searchKey: SearchKey.fromEnv({ FORLOP_SEARCH_KEY: generateKey() }) };
    const empty = new URL(house.url);
    empty.pathname = '/postgres';
    await expect(openLedger({ ...options, url: empty.toString() })).rejects.toMatchObject({ code: 'setup', message: expect.stringContaining('InitialLedger') });
    const away = new URL(house.url);
    away.port = '1';
    await expect(openLedger({ ...options, url: away.toString() })).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });
});
