import { beginning, type Database } from './database.js';
import { asLedgerError } from './database-errors.js';
import { once, type Transaction } from './transaction.js';

/** One statement. For somebody's eyes it stands in a transaction that has them. @throws LedgerError `unavailable`, `overloaded`. */
export async function read<Row>(database: Database, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    return database.access === null ? await database.dataSource.query<Row[]>(sql, [...parameters]) : await readWithEyes<Row>(database, sql, parameters);
  } catch (error) {
    throw asLedgerError(error);
  }
}

/** The answer is there before the transaction has ended; nobody waits for that but the next user of the connection. */
async function readWithEyes<Row>(database: Database, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.query(beginning(database));
    const { records } = await runner.query(sql, [...parameters], true);
    return (records ?? []) as Row[];
  } finally {
    // Nothing was written, so there is nothing to keep. A connection that is gone ends it by itself.
    void runner.query('rollback').catch(() => undefined).then(() => runner.release());
  }
}

/** Several statements that see the same moment, whatever is committed meanwhile. Nothing can be written. */
export async function snapshot<T>(database: Database, work: (reader: Pick<Transaction, 'query'>) => Promise<T>): Promise<T> {
  try {
    return await once(database, beginning(database, 'start transaction isolation level repeatable read read only'), work);
  } catch (error) {
    throw asLedgerError(error);
  }
}
