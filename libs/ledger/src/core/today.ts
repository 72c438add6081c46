import { osloDateOf, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';

/** The instant by the ledger's clock. */
export async function ledgerNow(context: LedgerContext, transaction: Pick<Transaction, 'query'>): Promise<Date> {
  const [row] = await transaction.query<{ now: Date }>('select clock_timestamp() as now');
  return context.clock.now(row!.now);
}

/** Today in Oslo by the ledger's clock. */
export async function ledgerToday(context: LedgerContext, transaction: Pick<Transaction, 'query'>): Promise<OsloDate> {
  return osloDateOf((await ledgerNow(context, transaction)).getTime());
}
