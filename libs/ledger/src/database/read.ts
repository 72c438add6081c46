import { beginning, type Database } from './database.js';
import { asLedgerError } from './database-errors.js';
import { connectionOf, nameFor, plannedOnce, run } from './statement.js';
import { once, type Transaction } from './transaction.js';

/** One statement. For somebody's eyes it stands in a transaction that has them. @throws LedgerError `unavailable`, `overloaded`. */
export async function read<Row>(database: Database, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    return database.access === null ? await database.dataSource.query<Row[]>(sql, [...parameters]) : await readAlone<Row>(database, sql, parameters);
  } catch (error) {
    throw asLedgerError(error);
  }
}

/**
 * One statement that is asked again and again with other parameters, such as a list's: planned once on each connection.
 * @throws LedgerError `unavailable`, `overloaded`.
 */
export async function readOften<Row>(database: Database, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  try {
    return await readAlone<Row>(database, sql, parameters, nameFor(sql));
  } catch (error) {
    throw asLedgerError(error);
  }
}

/**
 * Beginning, statement and end go out together: whoever looks costs no round trip more. Where the beginning fails, the statement finds a
 * transaction that is given up, or one without eyes, and shows nothing.
 */
async function readAlone<Row>(database: Database, sql: string, parameters: readonly unknown[], name?: string): Promise<Row[]> {
  const begin = name === undefined ? beginning(database) : `${beginning(database)}; ${plannedOnce}`;
  const runner = database.dataSource.createQueryRunner();
  const connection = await connectionOf(runner);
  const begun = run(connection, begin);
  const answered = run<Row>(connection, sql, parameters, name);
  // Nothing was written, so there is nothing to keep; nobody waits for it but the next user of the connection. One that is gone ends it by itself.
  void run(connection, 'rollback').catch(() => undefined).then(() => runner.release());
  const [, rows] = await Promise.all([begun, answered]);
  return rows;
}

/** Several statements that see the same moment, whatever is committed meanwhile. Nothing can be written. */
export async function snapshot<T>(database: Database, work: (reader: Transaction) => Promise<T>): Promise<T> {
  try {
    return await once(database, beginning(database, 'start transaction isolation level repeatable read read only'), work);
  } catch (error) {
    throw asLedgerError(error);
  }
}
