import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { ReminderState } from '../types/reminders.js';
import { failedTelling, settleAttempt } from './attempts.js';
import { addEntries, type EntryDraft } from './entries.js';

/** A reminder, and where it belongs. */
export interface ReminderRef {
  readonly id: string;
  readonly pathway_id: string;
  readonly attempt_id: string;
}

/** Why a reminder ends; the rest is for its proof. */
export interface Ending extends Pick<EntryDraft, 'channel' | 'detail'> {
  readonly code: string;
}

const unsent: readonly ReminderState[] = ['planned', 'sending'];
/** States in which something sent still waits for its end. */
export const underWay: readonly ReminderState[] = ['sent', 'delivered', 'read', 'acknowledged'];

/** Ends one that has not left the house, once, and gives its attempt an outcome where it was the last that waited. */
export function endUnsent(context: LedgerContext, row: ReminderRef, state: 'failed' | 'suppressed', ending: Ending): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, row.pathway_id);
    if (await end(transaction, pathway, row.id, unsent, state, ending)) await settleAttempt(context, transaction, pathway, row.attempt_id);
  });
}

/**
 * Fails one that was sent: it has not arrived, or is not for whoever got it. The pathway, which must be as the database has it, is told, so
 * that the coordinator is. @returns false when it had ended already.
 */
export async function failSent(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, id: string, from: readonly ReminderState[], ending: Ending): Promise<boolean> {
  if (!(await end(transaction, pathway, id, from, 'failed', ending))) return false;
  await writePathway(context, transaction, pathway, [await failedTelling(transaction, pathway, id, ending.code)], { tell: true });
  return true;
}

async function end(transaction: Transaction, { now }: OpenPathway, id: string, from: readonly ReminderState[], state: 'failed' | 'suppressed', { code, channel, detail }: Ending): Promise<boolean> {
  const [ended] = await transaction.query('update reminder set state = $2, code = $3, closed_at = $4, receipt_due_at = null where id = $1 and state = any($5) returning id', [id, state, code, now, from]);
  if (ended === undefined) return false;
  await addEntries(transaction, [id], now, { what: state, code, ...(channel !== undefined && { channel }), ...(detail !== undefined && { detail }) });
  return true;
}
