import { KERNEL_VERSION } from '@forlop/pathway';
import type { Transaction } from '../database/transaction.js';

const name = 'read-tables';
/** Grows with each migration that adds to the read tables what only `rebuild` can fill in. */
const shape = 4;
/** What the read tables are written by now: another kernel may say other dates of the same events. */
export const readTablesVersion = `${KERNEL_VERSION}+${shape}`;

type Reader = Pick<Transaction, 'query'>;

/** How the read tables stand. */
export interface ReadTables {
  /** Written by an earlier version, so that lists may lack what this one shows. */
  readonly behind: boolean;
  readonly pathways: number;
}

/** Whether the read tables were written by this version. An installation without pathways has nothing to write anew, and is marked. */
export async function readTables(transaction: Reader): Promise<ReadTables> {
  const [row] = await transaction.query<{ written: string | null; pathways: number }>(
    `select (select value #>> '{}' from setting where name = $1 order by id desc limit 1) as written, (select count(*)::int from pathway) as pathways`, [name]);
  const { written, pathways } = row!;
  if (written === readTablesVersion) return { behind: false, pathways };
  if (pathways === 0) await markWritten(transaction, 'Ingen forløp ennå');
  return { behind: pathways > 0, pathways };
}

/** Keeps that every pathway's rows were written by this version. */
export async function markWritten(transaction: Reader, why: string): Promise<void> {
  await transaction.query('insert into setting (name, value, actor, why) values ($1, $2, $3, $4)', [name, JSON.stringify(readTablesVersion), 'system:rebuild', why]);
}
