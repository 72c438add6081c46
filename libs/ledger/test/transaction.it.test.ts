import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { databaseClock, testDatabase, type TestDatabase } from '../src/index.js';
import { appDataSource } from '../src/database/data-source.js';
import type { Database } from '../src/database/database.js';
import { readOften } from '../src/database/read.js';
import { inTransaction, once, type Transaction } from '../src/database/transaction.js';

let scratch: TestDatabase;
let database: Database;
// One connection: what one transaction leaves behind, the next one meets.
beforeAll(async () => {
  scratch = await testDatabase();
  database = { dataSource: await appDataSource(scratch.url, 1).initialize(), access: null, clock: databaseClock };
}, 60_000);
afterAll(async () => {
  await database.dataSource.destroy();
  await scratch.drop();
});

const add = (transaction: Transaction, name: string) => transaction.query('insert into system_key (name, wrapped) values ($1, $2)', [name, Buffer.from('nøkkel')], 'add');
const names = async () => (await inTransaction(database, (t) => t.query<{ name: string }>('select name from system_key order by name'))).map(({ name }) => name);

test('last statements are committed with what came before', async () => {
  await inTransaction(database, async (transaction) => {
    await add(transaction, 'first');
    transaction.finally('insert into system_key (name, wrapped) select $2, wrapped from system_key where name = $1', ['first', 'last'], 'copy');
  });
  expect(await names()).toEqual(['first', 'last']);
});

test('a last statement that fails undoes everything and is the error told, and the connection goes on', async () => {
  const failing = inTransaction(database, async (transaction) => {
    await add(transaction, 'undone');
    transaction.finally('select 1 / $1::int', ['0'], 'divide');
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(await names()).toEqual(['first', 'last']);
});

test('what follows a beginning that fails is not done, though it was sent already', async () => {
  const failing = once(database, `begin; set local timezone = 'nowhere'`, (transaction) => add(transaction, 'sent'));
  await expect(failing).rejects.toThrow('TimeZone');
  expect(await names()).toEqual(['first', 'last']);
});

test('a list’s setting ends with it', async () => {
  const shown = () => readOften<{ mode: string }>(database, `select current_setting('plan_cache_mode') as mode where $1::boolean`, [true]);
  expect(await shown()).toEqual([{ mode: 'force_generic_plan' }]);
  expect(await shown()).toEqual([{ mode: 'force_generic_plan' }]);
  expect(await database.dataSource.query(`select current_setting('plan_cache_mode') as mode`)).toEqual([{ mode: 'auto' }]);
});
