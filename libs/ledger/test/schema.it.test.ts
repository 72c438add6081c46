import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { entities } from '../src/entities/index.js';
import { startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let dataSource: DataSource;
beforeAll(async () => {
  house = await startLedger();
  dataSource = await new DataSource({ type: 'postgres', url: house.url, entities: [...entities] }).initialize();
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await house.close();
});

/** Only in the database: TypeORM has no type for a transaction id, and reads no generated sort columns. */
const unmapped = ['event.txid', 'outbox.txid', 'pathway_state.due_sort', 'pathway_state.contact_sort', 'pathway_state.variant_sort', 'clock_row.due_sort'];

test('the entities say what the migrations made: every column, its type and whether it may be empty', async () => {
  const columns = await house.sql<{ name: string; type: string; nullable: boolean }>(
    `select table_name || '.' || column_name as name, case data_type when 'timestamp with time zone' then 'timestamptz' else data_type end as type, is_nullable = 'YES' as nullable
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration' order by 1`,
  );
  const mapped = dataSource.entityMetadatas
    .flatMap((entity) => entity.columns.map((column) => ({ name: `${entity.tableName}.${column.databaseName}`, type: column.isArray ? 'ARRAY' : String(column.type), nullable: column.isNullable })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(mapped).toEqual(columns.filter(({ name }) => !unmapped.includes(name)));
});
