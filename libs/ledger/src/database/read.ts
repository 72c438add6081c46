import type { DataSource } from 'typeorm';
import type { Transaction } from './transaction.js';
import { asLedgerError } from './database-errors.js';

/** One statement without a transaction of its own. @throws LedgerError `unavailable`, `overloaded`. */
export async function read<Row>(dataSource: DataSource, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    return await dataSource.query<Row[]>(sql, [...parameters]);
  } catch (error) {
    throw asLedgerError(error);
  }
}

/** Several statements that see the same moment, whatever is committed meanwhile. Nothing can be written. */
export async function snapshot<T>(dataSource: DataSource, work: (reader: Pick<Transaction, 'query'>) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.query('start transaction isolation level repeatable read read only');
    const result = await work({ query: <Row>(sql: string, parameters: readonly unknown[] = []) => runner.query(sql, [...parameters]) as Promise<Row[]> });
    await runner.query('commit');
    return result;
  } catch (error) {
    // A connection that is gone cannot roll back; the server has.
    await runner.query('rollback').catch(() => undefined);
    throw asLedgerError(error);
  } finally {
    await runner.release();
  }
}
