import type { Access } from '../types/access.js';
import { beginning, purposeStatement, type Database, type Purpose } from './database.js';
import { asLedgerError } from './database-errors.js';
import { connectionOf, run, type Connection } from './statement.js';

/** A transaction that is open: what one write, or several that belong together, run in. */
export interface Transaction {
  /** Whose eyes it has; null: the engine's. */
  readonly access: Access | null;
  /** Runs one statement. `name`: of one that is always the same text, so that a connection parses it once. */
  query<Row>(sql: string, parameters?: readonly unknown[], name?: string): Promise<Row[]>;
  /** Runs one statement as the last thing before the commit, in one round trip with it; where it fails, nothing is committed. */
  finally(sql: string, parameters: readonly unknown[], name: string): void;
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
export async function inTransaction<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, beginning(database), work);
    } catch (error) {
      if (attempt === tries || !isContention(error)) throw asLedgerError(error);
    }
  }
}

/** Joins the caller's transaction where there is one. */
export function inTransactionOf<T>(database: Database, within: Transaction | undefined, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return within === undefined ? inTransaction(database, work) : work(within);
}

/**
 * One transaction, begun with `begin`, tried once. Its beginning goes out with its first statement, its last statements with the commit. A
 * statement that follows a beginning which failed finds the transaction given up.
 */
export async function once<T>(database: Database, begin: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const runner = database.dataSource.createQueryRunner();
  let connection: Connection | null = null;
  let begun: Promise<unknown> = Promise.resolve();
  const actions: (() => void)[] = [];
  const last: Parameters<Transaction['finally']>[] = [];
  try {
    const mine = (connection = await connectionOf(runner));
    begun = run(mine, begin);
    begun.catch(() => undefined);
    const result = await work({
      access: database.access,
      query: (sql, parameters, name) => run(mine, sql, parameters, name),
      finally: (...statement) => void last.push(statement),
      afterCommit: (action) => void actions.push(action),
    });
    await Promise.all([begun, ...last.map((statement) => run(mine, ...statement)), run(mine, 'commit')]);
    for (const action of actions) action();
    return result;
  } catch (error) {
    // A connection that is gone cannot roll back, and need not: the server has. The first error is the one to tell.
    if (connection !== null) await run(connection, 'rollback').catch(() => undefined);
    await begun;
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * Does an intake's work inside somebody's transaction: a patient is looked for across organisations, whoever registers
 * the referral. What comes after sees again what that somebody may.
 */
export function asIntake<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  return withPurpose(transaction, 'intake', work);
}

/**
 * Does an erasure's work inside somebody's transaction: it concerns all records of a person, also those that whoever asks or carries it
 * out may not see. `work` must answer ids, obstacles and dates only.
 */
export function asErasure<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  return withPurpose(transaction, 'erasure', work);
}

/**
 * Sees to a waiting line inside somebody's transaction: how many have a place, and who is next, is asked of all patients, and the next one
 * moves up whoever freed the place. `work` must answer counts only.
 */
export function asLine<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  return withPurpose(transaction, 'intake', work);
}

/** Finds or makes the receiver that a contact names, who may be known by patients that whoever names them does not see. */
export function asAddressing<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  return withPurpose(transaction, 'addressing', work);
}

async function withPurpose<T>(transaction: Transaction, purpose: Purpose, work: () => Promise<T>): Promise<T> {
  const open = purposeStatement(transaction.access, purpose);
  if (open === null) return work();
  const close = purposeStatement(transaction.access, 'actor')!;
  await transaction.query(open);
  try {
    const result = await work();
    await transaction.query(close);
    return result;
  } catch (error) {
    // A transaction that the database gave up can be asked nothing more; any other goes on as the actor's, whoever catches this.
    await transaction.query(close).catch(() => undefined);
    throw error;
  }
}

const deadlock = '40P01';
const serialisation = '40001';

function isContention(error: unknown): boolean {
  const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
  return code === deadlock || code === serialisation;
}
