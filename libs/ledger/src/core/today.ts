import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';

/** Today in Oslo by the ledger's clock. */
export async function ledgerToday(context: LedgerContext, transaction: Pick<Transaction, 'query'>): Promise<OsloDate> {
  const [row] = await transaction.query<{ now: Date }>('select clock_timestamp() as now');
  return osloDateOf(context.clock.now(row!.now).getTime());
}
