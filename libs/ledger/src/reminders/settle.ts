import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { ChannelId, DigestOutcome } from '../types/reminders.js';
import { settleAttempt } from './attempts.js';
import { endUnsent, type ReminderRef } from './ending.js';
import { endGone } from '../webhooks/delivery.js';
import { addEntries } from './entries.js';

/** Records how a digest's sending ended, pathway by pathway: what is settled already stays as it is, so that a repeated call goes on. */
export async function settleDigest(context: LedgerContext, { digestId, channel }: { readonly digestId: string; readonly channel: ChannelId }, outcome: DigestOutcome): Promise<void> {
  const claimed = await inTransaction(context.database, (transaction) =>
    transaction.query<ReminderRef>(`select id, pathway_id, attempt_id from reminder where digest_id = $1 and channel = $2 and state = 'sending' order by pathway_id, id`, [digestId, channel]));
  if (outcome.status === 'failed' && outcome.code === 'gone') await inTransaction(context.database, (transaction) => endGone(context, transaction, claimed.map(({ id }) => id)));
  if (outcome.status === 'not-sent') return notSent(context, claimed.map(({ id }) => id), channel, outcome.code);
  for (const row of claimed) await (outcome.status === 'sent' ? sent(context, row, channel, outcome) : endUnsent(context, row, 'failed', { code: outcome.code, channel }));
}

/** Waits again, as before it was claimed: nobody has got it. */
function notSent(context: LedgerContext, ids: readonly string[], channel: ChannelId, code: string): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const released = await transaction.query<{ id: string }>(
      `update reminder set state = 'planned', digest_id = null, message_id = null, claims = claims - 1, channel = case when purpose = 'withdraw' then channel end
        where id = any($1) and state = 'sending' returning id`, [ids]);
    await addEntries(transaction, released.map(({ id }) => id), await ledgerNow(context, transaction), { what: 'not-sent', channel, code });
  });
}

/** Gives up on what is due to a receiver, claimed or not. */
export async function failDigest(context: LedgerContext, { receiverId, digestId, code }: { readonly receiverId: string; readonly digestId: string; readonly code: string }): Promise<void> {
  const rows = await inTransaction(context.database, async (transaction) =>
    transaction.query<ReminderRef>(
      `select id, pathway_id, attempt_id from reminder where receiver_id = $1 and ((state = 'sending' and digest_id = $2) or (state = 'planned' and due_at <= $3)) order by pathway_id, id`,
      [receiverId, digestId, await ledgerNow(context, transaction)]));
  for (const row of rows) await endUnsent(context, row, 'failed', { code });
}

type Sent = Extract<DigestOutcome, { readonly status: 'sent' }>;

function sent(context: LedgerContext, row: ReminderRef, channel: ChannelId, { messageId, externalId, receiptDueAt, template }: Sent): Promise<void> {
  return settleSent(context, row, async (transaction, { now }) => {
    const marked = await transaction.query(
      `update reminder set state = 'sent', sent_at = $2, message_id = $3, external_id = $4, receipt_due_at = $5, template = $6 where id = $1 and state = 'sending' returning id`,
      [row.id, now, messageId, externalId, receiptDueAt, template],
    );
    if (marked.length > 0) await addEntries(transaction, [row.id], now, { what: 'sent', channel, template, messageId, detail: { externalId } });
    return marked.length > 0;
  });
}

/**
 * A reminder that was handed over without an outcome, and that is not to be sent once more: whoever it went to may have it. It counts as
 * sent when it was claimed, so that it is taken back if it was wrong.
 */
export function possiblySent(context: LedgerContext, row: ReminderRef, why: string): Promise<void> {
  return settleSent(context, row, async (transaction, { now }) => {
    const [marked] = await transaction.query<{ channel: ChannelId; message_id: string | null }>(
      `update reminder set state = 'sent', sent_at = claimed_at, code = 'possibly-sent' where id = $1 and state = 'sending' returning channel, message_id`, [row.id]);
    if (marked === undefined) return false;
    await addEntries(transaction, [row.id], now, { what: 'possibly-sent', channel: marked.channel, messageId: marked.message_id, code: why });
    return true;
  });
}

function settleSent(context: LedgerContext, row: ReminderRef, mark: (transaction: Transaction, pathway: OpenPathway) => Promise<boolean>): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, row.pathway_id);
    if (await mark(transaction, pathway)) await settleAttempt(context, transaction, pathway, row.attempt_id);
  });
}
