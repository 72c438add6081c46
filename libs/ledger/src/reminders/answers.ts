import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';
import type { AnswerTaken, LinkAnswer, ReminderAnswer } from '../types/reminders.js';
import { failedTelling } from './attempts.js';
import { underWay } from './ending.js';
import { addEntries, type EntryDraft } from './entries.js';

interface AnswerableRow {
  readonly pathway_id: string;
  readonly receiver_id: string;
  readonly answer: ReminderAnswer | null;
}

/** An answer by link: received, or not theirs, which the coordinator is told at once. The same again changes nothing. */
export function answerReminder(context: LedgerContext, reminderId: string, answer: LinkAnswer): Promise<AnswerTaken> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, (await answerable(transaction, reminderId)).pathway_id);
    return takeLinkAnswer(context, transaction, pathway, reminderId, answer, { actor: 'link' });
  });
}

/** The same in the caller's transaction, which holds the pathway, whoever answers. */
export async function takeLinkAnswer(
  context: LedgerContext, transaction: Transaction, pathway: OpenPathway, reminderId: string, answer: LinkAnswer, { actor, detail }: { readonly actor: string } & Pick<EntryDraft, 'detail'>,
): Promise<AnswerTaken> {
  const state = answer === 'received' ? 'acknowledged' : 'answered';
  const changed = await transaction.query(
    `update reminder set state = $3, answer = $2, answered_at = $4, receipt_due_at = null where id = $1 and answer is distinct from $2 and state = any($5) returning id`,
    [reminderId, answer, state, pathway.now, underWay]);
  if (changed.length === 0) return (await answerable(transaction, reminderId)).answer === answer ? 'repeated' : 'closed';
  await addEntries(transaction, [reminderId], pathway.now, { what: state, code: answer, ...(detail !== undefined && { detail }) }, actor);
  if (answer === 'not-mine') await writePathway(context, transaction, pathway, [await failedTelling(transaction, pathway, reminderId, 'not-mine')], { tell: true });
  return 'recorded';
}

/** The pathway that a reminder which was sent is about. @throws LedgerError `unknown-obligation`. */
export async function pathwayOfReminder(context: LedgerContext, reminderId: string): Promise<string> {
  return (await inTransaction(context.database, (transaction) => answerable(transaction, reminderId))).pathway_id;
}

/** Whoever got this reminder wants no digests any more. Once more changes nothing. @throws LedgerError `unknown-obligation`. */
export function unsubscribe(context: LedgerContext, reminderId: string): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const { receiver_id: receiver } = await answerable(transaction, reminderId);
    const now = await ledgerNow(context, transaction);
    const changed = await transaction.query(`update receiver set frequency = 'each', undigested_at = $2, updated_at = now() where id = $1 and undigested_at is null returning id`, [receiver, now]);
    if (changed.length > 0) await addEntries(transaction, [reminderId], now, { what: 'unsubscribed' }, 'link');
  });
}

async function answerable(transaction: Transaction, id: string): Promise<AnswerableRow> {
  const [row] = isUuid(id) ? await transaction.query<AnswerableRow>('select pathway_id, receiver_id, answer from reminder where id = $1 and sent_at is not null', [id]) : [];
  if (row === undefined) throw new LedgerError('unknown-obligation', 'Påminnelsen finnes ikke.');
  return row;
}
