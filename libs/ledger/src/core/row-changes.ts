import { hash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';
import type { KeyedRow, ReadRows } from './read-rows.js';

type Digests = Readonly<Record<string, string>>;

/** Which of the read rows `write_pathway` has to put and to drop. Tables without changes are left out. */
export interface RowChanges {
  readonly clocks?: readonly KeyedRow[];
  readonly dropClocks?: readonly string[];
  readonly obligations?: readonly KeyedRow[];
  readonly dropObligations?: readonly string[];
  readonly findings?: readonly KeyedRow[];
  readonly dropFindings?: readonly string[];
  readonly access?: readonly KeyedRow[];
  readonly dropAccess?: readonly string[];
}

const digest = (row: KeyedRow): string => hash('sha1', JSON.stringify(row), 'base64').slice(0, 16);

const tables = [
  { prefix: 'c:', rows: 'clocks', drop: 'dropClocks' },
  { prefix: 'o:', rows: 'obligations', drop: 'dropObligations' },
  { prefix: 'f:', rows: 'findings', drop: 'dropFindings' },
  { prefix: 'a:', rows: 'access', drop: 'dropAccess' },
] as const;

/** Of a row that stands there, and nobody knows what it says. */
const unknown = '';

/**
 * Compares new rows with the digests of what was last written, so that a command writes the two or three rows that it
 * changes and reads none. Without digests everything counts as new. `lasting`: digests are made of the new rows, for the next write.
 */
export function rowChanges(rows: ReadRows, before: Digests | null, lasting = true): { readonly changes: RowChanges; readonly digests: Digests } {
  if (!lasting && before === null) return { changes: allOf(rows), digests: {} };
  const digests: Record<string, string> = {};
  const changes: Changes = {};
  for (const table of tables) {
    const put = rows[table.rows].filter((row) => {
      const now = lasting ? digest(row) : unknown;
      digests[table.prefix + row.key] = now;
      return !lasting || before?.[table.prefix + row.key] !== now;
    });
    if (put.length > 0) changes[table.rows] = put;
    const drop = Object.keys(before ?? {}).filter((name) => name.startsWith(table.prefix) && digests[name] === undefined);
    if (drop.length > 0) changes[table.drop] = drop.map((name) => name.slice(table.prefix.length));
  }
  return { changes, digests: lasting ? digests : {} };
}

type Changes = { -readonly [K in keyof RowChanges]: RowChanges[K] };

/** Of a pathway that had none: a history as it is imported. */
function allOf(rows: ReadRows): RowChanges {
  const changes: Changes = {};
  for (const { rows: table } of tables) if (rows[table].length > 0) changes[table] = rows[table];
  return changes;
}

/** The rows that stand of a pathway without digests, so that those which are no more are dropped. */
export async function standingRows(transaction: Pick<Transaction, 'query'>, pathwayId: string): Promise<Digests> {
  const rows = await transaction.query<{ name: string }>(standing, [pathwayId]);
  return Object.fromEntries(rows.map(({ name }) => [name, unknown]));
}

const standing = [['c:', 'clock_row'], ['o:', 'obligation_row'], ['f:', 'finding_row'], ['a:', 'pathway_access']].map(([prefix, table]) => `select '${prefix}' || key as name from ${table} where pathway_id = $1`).join(' union all ');
