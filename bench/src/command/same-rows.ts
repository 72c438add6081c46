import type pg from 'pg';

/** What a table's rows are written by: the statement, and the rows of one command. */
export interface TableWrite {
  readonly table: string;
  /** Takes the rows as one JSON parameter. */
  readonly statement: string;
  /** As PostgreSQL gives them in JSON. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The schema that the compared endpoint writes to: the same tables and indexes, without the ledger's triggers and rights. */
export const bareSchema = 'bare';

/** Parents first, as the ledger writes them. */
const tables = ['idempotency', 'event', 'pathway', 'pathway_state', 'clock_row', 'obligation_row', 'finding_row', 'outbox'] as const;

/** Copies the tables with all that they hold. */
export async function copyTables(database: pg.Pool): Promise<void> {
  await database.query(`create schema ${bareSchema}`);
  for (const table of tables) {
    await database.query(`create table ${bareSchema}.${table} (like public.${table} including all)`);
    const columns = (await plainColumns(database, table)).join(', ');
    await database.query(`insert into ${bareSchema}.${table} (${columns}) select ${columns} from public.${table}`);
  }
  await database.query('analyze');
}

/** The rows that one transaction left, table by table: found by the number of the transaction that the event carries. */
export async function rowsOfCommand(database: pg.Pool, eventId: string): Promise<TableWrite[]> {
  const { rows: events } = await database.query<{ xmin: string }>('select xmin::text from event where id = $1', [eventId]);
  const writes: TableWrite[] = [];
  for (const table of tables) {
    const { rows } = await database.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from public.${table} t where t.xmin::text = $1`, [events[0]!.xmin]);
    if (rows.length > 0) writes.push({ table, statement: await statementFor(database, table), rows: rows.map(({ row }) => row) });
  }
  return writes;
}

async function statementFor(database: pg.Pool, table: string): Promise<string> {
  const columns = await plainColumns(database, table);
  const key = await primaryKey(database, table);
  const changed = columns.filter((column) => !key.includes(column));
  // A table whose key the database gives only ever gets new rows.
  const conflict = key.every((column) => columns.includes(column)) ? ` on conflict (${key.join(', ')}) do update set ${changed.map((c) => `${c} = excluded.${c}`).join(', ')}` : '';
  const name = `${bareSchema}.${table}`;
  return `insert into ${name} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)${conflict}`;
}

async function plainColumns(database: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function primaryKey(database: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary`,
    [`public.${table}`],
  );
  return rows.map(({ name }) => name);
}
