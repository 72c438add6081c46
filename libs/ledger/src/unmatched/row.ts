import { isUuid } from '../core/event-id.js';
import type { Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { UnmatchedEntry, UnmatchedKind, UnmatchedListed } from '../types/unmatched.js';
import type { ChannelId } from '../types/reminders.js';

/** A message as its row says. */
export interface UnmatchedRow {
  readonly id: string;
  readonly channel: ChannelId;
  readonly external_id: string;
  readonly kind: UnmatchedKind;
  readonly code: string;
  readonly sender_her_id: string | null;
  readonly receiver_her_id: string | null;
  readonly received_at: Date;
  readonly owner: string | null;
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly outcome: UnmatchedListed['outcome'];
  readonly sealed: Buffer | null;
  readonly sealed_reason: Buffer | null;
}

/** The key of the installation that they lie under. */
export const unmatchedKey = 'unmatched';
export const contentContext = (id: string) => ({ owner: id, purpose: 'unmatched' });
export const reasonContext = (id: string) => ({ owner: id, purpose: 'unmatched/reason' });

/** As it is listed: without what it says. */
export function listed(row: UnmatchedRow): UnmatchedListed {
  const { id, channel, kind, code, owner, outcome } = row;
  return {
    id, channel, kind, code, owner, outcome,
    senderHerId: row.sender_her_id,
    receiverHerId: row.receiver_her_id,
    receivedAt: row.received_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: row.settled_by,
  };
}

/** @throws LedgerError `unknown-message`, also for one that is another organisation's. */
export async function unmatchedRow(transaction: Transaction, id: string): Promise<UnmatchedRow> {
  const [row] = isUuid(id) ? await transaction.query<UnmatchedRow>('select * from unmatched_message where id = $1', [id]) : [];
  if (row === undefined) throw new LedgerError('unknown-message', 'Meldingen finnes ikke.');
  return row;
}

/** Locks one that nobody has settled. @throws LedgerError `unknown-message`, `already-settled`. */
export async function lockUnsettled(transaction: Transaction, id: string): Promise<UnmatchedRow> {
  const [row] = isUuid(id) ? await transaction.query<UnmatchedRow>('select * from unmatched_message where id = $1 for update', [id]) : [];
  if (row === undefined) throw new LedgerError('unknown-message', 'Meldingen finnes ikke.');
  if (row.settled_at !== null) throw new LedgerError('already-settled', 'Meldingen er alt avklart.');
  return row;
}

/** Adds to what has happened with it. */
export async function addUnmatchedEntry(transaction: Transaction, id: string, at: Date, what: UnmatchedEntry['what'], actor: string, owner: string | null = null): Promise<void> {
  await transaction.query('insert into unmatched_entry (message_id, at, what, actor, owner) values ($1, $2, $3, $4, $5)', [id, at, what, actor, owner]);
}
