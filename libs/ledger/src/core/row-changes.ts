import { createHash } from 'node:crypto';
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

const digest = (row: KeyedRow): string => createHash('sha1').update(JSON.stringify(row)).digest('base64').slice(0, 16);

const tables = [
  { prefix: 'c:', rows: 'clocks', drop: 'dropClocks' },
  { prefix: 'o:', rows: 'obligations', drop: 'dropObligations' },
  { prefix: 'f:', rows: 'findings', drop: 'dropFindings' },
  { prefix: 'a:', rows: 'access', drop: 'dropAccess' },
] as const;

/**
 * Compares new rows with the digests of what was last written, so that a command writes the two or three rows that it
 * changes and reads none. Without digests everything counts as new.
 */
export function rowChanges(rows: ReadRows, before: Digests | null): { readonly changes: RowChanges; readonly digests: Digests } {
  const digests: Record<string, string> = {};
  const changes: { -readonly [K in keyof RowChanges]: RowChanges[K] } = {};
  for (const table of tables) {
    const put = rows[table.rows].filter((row) => {
      const now = digest(row);
      digests[table.prefix + row.key] = now;
      return before?.[table.prefix + row.key] !== now;
    });
    if (put.length > 0) changes[table.rows] = put;
    const drop = Object.keys(before ?? {}).filter((name) => name.startsWith(table.prefix) && digests[name] === undefined);
    if (drop.length > 0) changes[table.drop] = drop.map((name) => name.slice(table.prefix.length));
  }
  return { changes, digests };
}
