import { seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { ledgerNow } from '../core/today.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import { addEntries } from '../reminders/entries.js';
import { failedTelling } from '../reminders/attempts.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { UnmatchedListed } from '../types/unmatched.js';
import { contentOf } from './look.js';
import { addUnmatchedEntry, listed, lockUnsettled, reasonContext, unmatchedKey, unmatchedRow, type UnmatchedRow } from './row.js';

/** Gives it to somebody, or back to nobody. @throws LedgerError `unknown-message`, `already-settled`. */
export function giveUnmatched(context: LedgerContext, id: string, owner: string | null, actor: Actor, within?: Transaction): Promise<UnmatchedListed> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await lockUnsettled(transaction, id);
    await transaction.query('update unmatched_message set owner = $2 where id = $1', [id, owner]);
    await addUnmatchedEntry(transaction, id, await ledgerNow(context, transaction), 'given', actorText(actor), owner);
    return listed(await unmatchedRow(transaction, id));
  });
}

/**
 * Puts it on a pathway as an answer in words: sealed there under the patient's key, so that it goes with her, and here no more. What
 * was asked on that pathway last and waits for an answer is answered by it, and its coordinator is told.
 * @throws LedgerError `unknown-message`, `already-settled`, `unknown-pathway`, `bad-data`.
 */
export function attachUnmatched(
  context: LedgerContext, id: string, { pathwayId, text }: { readonly pathwayId: string; readonly text?: string }, actor: Actor, within?: Transaction,
): Promise<UnmatchedListed & { readonly pathwayId: string }> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const row = await lockUnsettled(transaction, id);
    const words = text ?? contentOf(await systemKey(context, unmatchedKey, transaction), row).text;
    if (words === null) throw new LedgerError('bad-data', 'Meldingen kan ikke leses av oss. Skriv selv hva som skal stå på forløpet.');
    const pathway = await openPathway(context, transaction, pathwayId);
    const answered = await answeredReminder(transaction, pathway);
    const data = { unmatched: id, replyId: row.external_id, ...(answered !== null && { reminder: answered }) };
    const drafts: EventDraft[] = [{ kind: 'observation', type: observations.replyReceived, occurredOn: pathway.today, data, text: words, actor: actorText(actor) }];
    if (answered !== null) {
      await answer(transaction, pathway, answered, row, actor);
      drafts.push(await failedTelling(transaction, pathway, answered, 'replied'));
    }
    await writePathway(context, transaction, pathway, drafts, { tell: answered !== null });
    await transaction.query(`update unmatched_message set settled_at = $2, settled_by = $3, outcome = 'attached', attached_to = $4, sealed = null where id = $1`, [id, pathway.now, actorText(actor), pathwayId]);
    await addUnmatchedEntry(transaction, id, pathway.now, 'attached', actorText(actor));
    return { ...listed(await unmatchedRow(transaction, id)), pathwayId };
  });
}

/** The latest that was asked on the pathway and waits for an answer; null: nothing does. */
async function answeredReminder(transaction: Transaction, { head }: OpenPathway): Promise<string | null> {
  const [row] = await transaction.query<{ id: string }>(
    `select id from reminder where pathway_id = $1 and purpose = 'ask' and state in ('sent', 'delivered', 'read', 'acknowledged') order by sent_at desc, id limit 1`, [head.id]);
  return row?.id ?? null;
}

async function answer(transaction: Transaction, { now }: OpenPathway, reminderId: string, { external_id: replyId, channel }: UnmatchedRow, actor: Actor): Promise<void> {
  await transaction.query(`update reminder set state = 'answered', answer = 'message', answered_at = $2, receipt_due_at = null where id = $1`, [reminderId, now]);
  await addEntries(transaction, [reminderId], now, { what: 'answered', channel, code: 'message', detail: { replyId } }, actorText(actor));
}

/** It is not ours, or nothing has to be done: kept a month more, with why. @throws LedgerError `unknown-message`, `already-settled`. */
export function setAsideUnmatched(context: LedgerContext, id: string, reason: string, actor: Actor, within?: Transaction): Promise<UnmatchedListed> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await lockUnsettled(transaction, id);
    const now = await ledgerNow(context, transaction);
    const sealed = seal(await systemKey(context, unmatchedKey, transaction), reason, reasonContext(id));
    await transaction.query(`update unmatched_message set settled_at = $2, settled_by = $3, outcome = 'set-aside', sealed_reason = $4 where id = $1`, [id, now, actorText(actor), sealed]);
    await addUnmatchedEntry(transaction, id, now, 'set-aside', actorText(actor));
    return listed(await unmatchedRow(transaction, id));
  });
}
