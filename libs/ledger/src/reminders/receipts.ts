import { randomUUID } from 'node:crypto';
import { seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import type { ChannelId, Receipt, ReceiptMatch, Reply, ReminderState } from '../types/reminders.js';
import { addEntries } from './entries.js';
import { failSent } from './settle.js';

interface SentRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly state: ReminderState;
  readonly delivered_at: Date | null;
  readonly read_at: Date | null;
  readonly code: string | null;
}

/** Enhanced status codes (RFC 3463) of an address that is wrong or no more; a full mailbox is neither. Nothing goes there until the contact is changed. */
const noSuchAddress = /^bounced-5\.1\./;

/**
 * What a channel tells of something that was sent, by its message id or the channel's own. Told twice it changes nothing; one that
 * comes after we had given up is recorded all the same.
 */
export async function recordReceipt(context: LedgerContext, receipt: Receipt): Promise<ReceiptMatch> {
  const rows = await inTransaction(context.database, (transaction) =>
    transaction.query<SentRow>(
      `select id, pathway_id, state, delivered_at, read_at, code from reminder
        where channel = $1 and sent_at is not null and (message_id = $2 or external_id = $3) order by pathway_id, id`,
      [receipt.channel, receipt.messageId ?? null, receipt.externalId ?? null]));
  let recorded = false;
  for (const row of rows) recorded = (await recordOn(context, row, receipt)) || recorded;
  return rows.length === 0 ? 'unknown' : recorded ? 'recorded' : 'repeated';
}

function recordOn(context: LedgerContext, { id, pathway_id }: SentRow, { status, code, channel, detail = {} }: Receipt): Promise<boolean> {
  return inTransaction(context.database, async (transaction) => {
    const { now } = await openPathway(context, transaction, pathway_id);
    const [row] = await transaction.query<SentRow>('select id, pathway_id, state, delivered_at, read_at, code from reminder where id = $1', [id]);
    if (isKnown(row!, status, code)) return false;
    if (status === 'rejected') {
      await transaction.query(`update reminder set state = 'failed', code = $2, receipt_due_at = null, closed_at = $3 where id = $1`, [id, code, now]);
      await addEntries(transaction, [id], now, { what: 'failed', channel, code, detail });
      if (channel === 'email' && noSuchAddress.test(code ?? '')) await transaction.query('update receiver set unreachable = $2 where id = (select receiver_id from reminder where id = $1)', [id, code]);
      await failSent(context, transaction, id, code ?? 'rejected');
      return true;
    }
    await transaction.query(
      `update reminder set delivered_at = coalesce(delivered_at, $2), ${status === 'read' ? 'read_at = $2, ' : ''}receipt_due_at = null,
              state = case when state in ('sent', 'delivered') or code = 'no-receipt' then $3 else state end, code = nullif(code, 'no-receipt') where id = $1`,
      [id, now, status]);
    await addEntries(transaction, [id], now, { what: status, channel, code, detail });
    return true;
  });
}

function isKnown({ state, delivered_at, read_at, code: known }: SentRow, status: Receipt['status'], code: string | null): boolean {
  if (status === 'rejected') return state === 'failed' && known === code;
  return status === 'read' ? read_at !== null : delivered_at !== null;
}

/** What a receipt should have come for by now has failed: silence is not arrival. @returns how many. */
export async function failUnreceipted(context: LedgerContext, limit: number): Promise<number> {
  const overdue = await inTransaction(context.database, async (transaction) =>
    transaction.query<SentRow>(`select id, pathway_id from reminder where state = 'sent' and receipt_due_at <= $1 order by receipt_due_at limit $2`, [await ledgerNow(context, transaction), limit]));
  let failed = 0;
  for (const { id, pathway_id } of overdue) {
    await inTransaction(context.database, async (transaction) => {
      const { now } = await openPathway(context, transaction, pathway_id);
      const [row] = await transaction.query(`update reminder set state = 'failed', code = 'no-receipt', receipt_due_at = null where id = $1 and state = 'sent' and receipt_due_at <= $2 returning id`, [id, now]);
      if (row === undefined) return;
      await addEntries(transaction, [id], now, { what: 'failed', code: 'no-receipt' });
      await failSent(context, transaction, id, 'no-receipt');
      failed += 1;
    });
  }
  return failed;
}

/** Reminders of obligations that are closed have done what they were for. */
export function closeReminders(context: LedgerContext, pathwayId: string): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const { now, today } = await openPathway(context, transaction, pathwayId);
    const rows = await transaction.query<{ id: string }>(
      `update reminder r set state = 'done', closed_at = $2, receipt_due_at = null
         from obligation_attempt a
        where a.id = r.attempt_id and r.pathway_id = $1 and r.state in ('sent', 'delivered', 'read', 'acknowledged', 'answered')
          and not exists (select from obligation_row o where o.pathway_id = a.pathway_id and o.key = a.key and o.opens_on <= $3 and (o.closes_on is null or o.closes_on > $3))
       returning r.id`,
      [pathwayId, now, today]);
    await addEntries(transaction, rows.map(({ id }) => id), now, { what: 'done' }, 'system:worker');
  });
}

/** An answer in words from the receiver's own record system: sealed on the pathway, and the coordinator's to read at once. */
export async function recordReply(context: LedgerContext, { externalId, replyId, text }: Reply): Promise<ReceiptMatch> {
  return inTransaction(context.database, async (transaction) => {
    const [found] = await transaction.query<SentRow>(
      'select id, pathway_id, state, delivered_at, read_at, code from reminder where external_id = $1 and sent_at is not null order by planned_at limit 1', [externalId]);
    if (found === undefined) return 'unknown';
    const pathway = await openPathway(context, transaction, found.pathway_id);
    const [known] = await transaction.query(`select from reminder_entry where reminder_id = $1 and what = 'answered' and detail->>'replyId' = $2`, [found.id, replyId]);
    if (known !== undefined) return 'repeated';
    await transaction.query(`update reminder set state = case when state = 'done' then state else 'answered' end, answer = 'message', answered_at = $2, receipt_due_at = null where id = $1`, [found.id, pathway.now]);
    await addEntries(transaction, [found.id], pathway.now, { what: 'answered', code: 'message', detail: { replyId } }, 'system:dialogmelding');
    const draft = { kind: 'observation' as const, type: observations.replyReceived, occurredOn: pathway.today, data: { reminder: found.id, replyId }, text, actor: 'system:dialogmelding' };
    await writePathway(context, transaction, pathway, [draft], { tell: false });
    await failSent(context, transaction, found.id, 'replied');
    return 'recorded';
  });
}

/** Keeps what came in and belongs to nothing that was sent, once, for somebody to look at. */
export async function keepUnmatched(context: LedgerContext, message: { readonly channel: ChannelId; readonly externalId: string; readonly code: string; readonly content: string }): Promise<void> {
  await inTransaction(context.database, async (transaction) => {
    const id = randomUUID();
    const sealed = seal(await systemKey(context, 'unmatched', transaction), message.content, { owner: id, purpose: 'unmatched' });
    await transaction.query(
      'insert into unmatched_message (id, channel, external_id, received_at, code, sealed) values ($1, $2, $3, $4, $5, $6) on conflict (channel, external_id) do nothing',
      [id, message.channel, message.externalId, await ledgerNow(context, transaction), message.code, sealed]);
  });
}
