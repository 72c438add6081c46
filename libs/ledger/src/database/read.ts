import { beginning, type Database } from './database.js';
import { asLedgerError } from './database-errors.js';
import { once, type Transaction } from './transaction.js';

/** One statement. For somebody's eyes it stands in a transaction that has them. @throws LedgerError `unavailable`, `overloaded`. */
export async function read<Row>(database: Database, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    if (database.access === null) return await database.dataSource.query<Row[]>(sql, [...parameters]);
    return await once(database, beginning(database), (transaction) => transaction.query<Row>(sql, parameters));
  } catch (error) {
    throw asLedgerError(error);
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
