import type { DataSource, QueryRunner } from 'typeorm';
import { asLedgerError } from './database-errors.js';

/** A transaction that is open: what one write, or several that belong together, run in. */
export interface Transaction {
  /** Runs one statement. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Called once the transaction has been committed; never when it was rolled back. */
  afterCommit(action: () => void): void;
}

/** How often a transaction is tried that the database gave up for another's sake (deadlock, serialisation). */
const tries = 4;

/**
 * Runs `work` in a transaction of its own: committed when it returns, rolled back when it throws. Tried again when the
 * database had to choose between two transactions, so `work` must not do anything outside the database.
 * @throws LedgerError `unavailable` when the database does not answer, `overloaded` when no connection came free.
 */
export async function inTransaction<T>(dataSource: DataSource, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(dataSource, work);
    } catch (error) {
      if (attempt === tries || !isContention(error)) throw asLedgerError(error);
    }
  }
}

/** Joins the caller's transaction where there is one. */
export function inTransactionOf<T>(dataSource: DataSource, within: Transaction | undefined, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return within === undefined ? inTransaction(dataSource, work) : work(within);
}

async function once<T>(dataSource: DataSource, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const actions: (() => void)[] = [];
  try {
    await runner.connect();
    await runner.startTransaction();
    const result = await work({
      query: (sql, parameters = []) => rowsOf(runner, sql, parameters),
      afterCommit: (action) => void actions.push(action),
    });
    await runner.commitTransaction();
    for (const action of actions) action();
    return result;
  } catch (error) {
    await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/** The rows that a statement gives; the runner's plain answer differs between statements. */
async function rowsOf<Row>(runner: QueryRunner, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  const { records } = await runner.query(sql, [...parameters], true);
  return (records ?? []) as Row[];
}

/** A connection that is gone cannot roll back, and need not: the server has. The first error is the one to tell. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch(() => undefined);
}

const deadlock = '40P01';
const serialisation = '40001';

function isContention(error: unknown): boolean {
  const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
  return code === deadlock || code === serialisation;
}
