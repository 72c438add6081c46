import type { Transaction } from '../database/transaction.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table, all of one shape. */
export interface ManyRows {
  readonly table: string;
  /** Those of the columns that the rows have under their own names. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Columns that the rows do not have, a value for each row: copying them into the rows takes longer than writing them. */
  readonly beside: Readonly<Record<string, readonly unknown[]>>;
}

/** A part of a statement that gives rows. */
export interface Source {
  readonly columns: string;
  /** What to select of `from`, in the order of `columns`. */
  readonly select: string;
  readonly from: string;
  /** For its parameters, from `$1` on. */
  readonly values: readonly string[];
}

/** Many rows as an array for each column: the server reads these in half the time of the same rows as JSON. */
export async function manyRows(transaction: Transaction, { table, columns, rows, beside }: ManyRows): Promise<Source> {
  const types = await columnTypes(transaction, table);
  const all = [...Object.keys(beside), ...columns].map((name) => ({ name, type: types.get(name) ?? unknownColumn(table, name) }));
  return {
    columns: all.map(({ name }) => name).join(', '),
    select: all.map(({ name, type }) => (isArray(type) ? `r.${name}::${type}` : `r.${name}`)).join(', '),
    from: `unnest(${all.map(({ type }, i) => `$${i + 1}::${isArray(type) ? 'text' : type}[]`).join(', ')}) as r (${all.map(({ name }) => name).join(', ')})`,
    values: all.map(({ name, type }) => arrayText(beside[name] ?? rows.map((row) => row[name]), type)),
  };
}

/** Inserts them. */
export async function insertMany(transaction: Transaction, many: ManyRows): Promise<void> {
  if (many.rows.length === 0) return;
  const { columns, select, from, values } = await manyRows(transaction, many);
  await transaction.query(`insert into ${many.table} (${columns}) select ${select} from ${from}`, values, `import_${many.table}`);
}

/** A program knows its tables as they were when it first wrote to them. */
const known = new Map<string, ReadonlyMap<string, string>>();

async function columnTypes(transaction: Transaction, table: string): Promise<ReadonlyMap<string, string>> {
  const found = known.get(table);
  if (found !== undefined) return found;
  const rows = await transaction.query<{ name: string; type: string }>(
    'select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped', [table]);
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  known.set(table, types);
  return types;
}

function unknownColumn(table: string, column: string): never {
  throw new TypeError(`${table} has no column ${column}.`);
}

/** Arrays of arrays must all be of one length, so each goes as the text that it is. */
const isArray = (type: string): boolean => type.endsWith('[]');

/** Types of which no value has a character that means something in the text of an array. */
const bare: ReadonlySet<string> = new Set(['uuid', 'date', 'timestamp with time zone', 'integer', 'bigint', 'boolean']);

function arrayText(values: readonly unknown[], type: string): string {
  const element = type === 'jsonb' ? jsonElement : bare.has(type) ? String : scalarElement;
  // Joined at once: text that grows bit by bit is kept as all its bits until it is sent.
  return `{${values.map((value) => (value === null || value === undefined ? 'NULL' : element(value))).join(',')}}`;
}

const jsonElement = (value: unknown): string => quoted(JSON.stringify(value));

function scalarElement(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? quoted(arrayText(value, 'text')) : String(value);
}

const special = /["\\]/;
const quoted = (text: string): string => `"${special.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
