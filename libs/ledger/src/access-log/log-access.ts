import type { LedgerContext } from '../context.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import type { AccessEntry } from '../types/access-log.js';

/**
 * Adds an entry to the access log. What is shown must be logged before it is shown: whoever cannot log must not show.
 * @throws LedgerError `unavailable`.
 */
export function logAccess(context: LedgerContext, entry: AccessEntry, within?: Transaction): Promise<void> {
  return inTransactionOf(context.database, within, (transaction) => {
    transaction.finally('select log_access($1)', [JSON.stringify(entry)], 'log_access');
    return Promise.resolve();
  });
}
