import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import type { Receipt, ReceiptMatch, Reply, ReminderState } from '../types/reminders.js';
import { failedTelling } from './attempts.js';
import { failSent, underWay } from './ending.js';
import { addEntries } from './entries.js';

interface SentRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly state: ReminderState;
  readonly delivered_at: Date | null;
  readonly read_at: Date | null;
  readonly code: string | null;
}

/** Whatever it has come to since it was sent, a receipt may still refuse it. */
const anyState: readonly ReminderState[] = [...underWay, 'answered', 'done', 'escalated', 'failed'];

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
    const pathway = await openPathway(context, transaction, pathway_id);
    const [row] = await transaction.query<SentRow>('select id, pathway_id, state, delivered_at, read_at, code from reminder where id = $1', [id]);
    if (isKnown(row!, status, code)) return false;
    if (status === 'rejected') {
      if (channel === 'email' && noSuchAddress.test(code ?? '')) await transaction.query('update receiver set unreachable = $2 where id = (select receiver_id from reminder where id = $1)', [id, code]);
      return failSent(context, transaction, pathway, id, anyState, { code: code ?? 'rejected', channel, detail });
    }
    await transaction.query(
      `update reminder set delivered_at = coalesce(delivered_at, $2), ${status === 'read' ? 'read_at = $2, ' : ''}receipt_due_at = null,
              state = case when state in ('sent', 'delivered') or code = 'no-receipt' then $3 else state end, code = case when code in ('no-receipt', 'possibly-sent') then null else code end,
              closed_at = case when code = 'no-receipt' then null else closed_at end where id = $1`,
      [id, pathway.now, status]);
    await addEntries(transaction, [id], pathway.now, { what: status, channel, code, detail });
    return true;
  });
}

function isKnown({ state, delivered_at, read_at, code: known }: SentRow, status: Receipt['status'], code: string | null): boolean {
  if (status === 'rejected') return state === 'failed' && known === (code ?? 'rejected');
  return status === 'read' ? read_at !== null : delivered_at !== null;
}

/** What a receipt should have come for by now has failed: silence is not arrival. @returns how many. */
export async function failUnreceipted(context: LedgerContext, limit: number): Promise<number> {
  const overdue = await inTransaction(context.database, async (transaction) =>
    transaction.query<SentRow>(`select id, pathway_id from reminder where state = 'sent' and receipt_due_at <= $1 order by receipt_due_at limit $2`, [await ledgerNow(context, transaction), limit]));
  let failed = 0;
  for (const { id, pathway_id } of overdue) {
    await inTransaction(context.database, async (transaction) => {
      const pathway = await openPathway(context, transaction, pathway_id);
      if (await failSent(context, transaction, pathway, id, ['sent'], { code: 'no-receipt' })) failed += 1;
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

/**
 * An answer in words from the receiver's own record system: sealed on the pathway once, and the coordinator's to read at once. It answers all
 * that its message asked: a message that names a patient is about her alone.
 */
export async function recordReply(context: LedgerContext, { externalId, replyId, text }: Reply): Promise<ReceiptMatch> {
  return inTransaction(context.database, async (transaction) => {
    const asked = await transaction.query<Pick<SentRow, 'id' | 'pathway_id'>>('select id, pathway_id from reminder where external_id = $1 and sent_at is not null order by planned_at, id', [externalId]);
    if (asked[0] === undefined) return 'unknown';
    const ids = asked.map(({ id }) => id);
    const pathway = await openPathway(context, transaction, asked[0].pathway_id);
    const [known] = await transaction.query(`select from reminder_entry where reminder_id = any($1) and what = 'answered' and detail->>'replyId' = $2`, [ids, replyId]);
    if (known !== undefined) return 'repeated';
    await transaction.query(`update reminder set state = case when state = 'done' then state else 'answered' end, answer = 'message', answered_at = $2, receipt_due_at = null where id = any($1)`, [ids, pathway.now]);
    await addEntries(transaction, ids, pathway.now, { what: 'answered', code: 'message', detail: { replyId } }, replyActor);
    const drafts: EventDraft[] = [{ kind: 'observation', type: observations.replyReceived, occurredOn: pathway.today, data: { reminders: ids, replyId }, text, actor: replyActor }];
    for (const id of ids) drafts.push(await failedTelling(transaction, pathway, id, 'replied'));
    await writePathway(context, transaction, pathway, drafts, { tell: true });
    return 'recorded';
  });
}

const replyActor = 'system:dialogmelding';
