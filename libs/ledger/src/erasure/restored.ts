import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';

/**
 * Whether this database is another than the one that was let send to people: a copy that was restored, under another
 * name, on another server or from another time. A stopped cluster's files, copied back as they were, cannot be told apart
 * here; docs/operations.md says what to do then.
 */
export async function isRestored(transaction: Pick<Transaction, 'query'>): Promise<boolean> {
  const [row] = await transaction.query<{ restored: boolean }>(
    `select fingerprint <> database_fingerprint() as restored from database_mark where how <> 'replayed' order by id desc limit 1`,
  );
  return row?.restored !== false;
}

/** Keeps that the erasure list was replayed on this very database. */
export async function markReplayed(transaction: Transaction, entries: number, actor: string): Promise<void> {
  await transaction.query(
    `insert into database_mark (fingerprint, how, actor, why) values (database_fingerprint(), 'replayed', $1, $2)`,
    [actor, `Slettelisten er spilt av: ${entries} oppføringer`],
  );
}

/**
 * Lets this database send to people, where it was restored. @throws LedgerError `restored` while the erasure list has not
 * been replayed: nobody may be reminded of a patient who has been erased.
 */
export async function release(transaction: Transaction, actor: string, why: string): Promise<void> {
  if (!(await isRestored(transaction))) return;
  const [replayed] = await transaction.query(`select 1 as done from database_mark where how = 'replayed' and fingerprint = database_fingerprint() limit 1`);
  if (replayed === undefined) throw new LedgerError('restored', 'Databasen er gjenopprettet fra en kopi. Kjør «npx forlop erasures replay» med slettelisten før utsendinger slås på.');
  await transaction.query(`insert into database_mark (fingerprint, how, actor, why) values (database_fingerprint(), 'released', $1, $2)`, [actor, why]);
}
