import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { obligationRow } from '../process/claims.js';
import { observeOutcome, observationData, outcomeActor } from '../process/outcome.js';
import type { AttemptPurpose, AttemptRef, Outcome } from '../types/advancing.js';
import type { ChannelId, DigestOutcome } from '../types/reminders.js';
import { addEntries } from './entries.js';

interface AttemptRow {
  readonly pathway_id: string;
  readonly key: string;
  readonly attempt: number;
  readonly purpose: AttemptPurpose;
  readonly about: string;
  readonly outcome: string | null;
  readonly sent: number;
  readonly failed: number;
  readonly open: number;
  readonly code: string | null;
  readonly message_id: string | null;
}

/**
 * Gives an attempt its outcome once none of its reminders waits any more: sent when one of them was, failed when one failed and none was
 * sent, else suppressed. Becomes an observation on the pathway, in the caller's transaction.
 */
export async function settleAttempt(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, attemptId: string): Promise<void> {
  const [row] = await transaction.query<AttemptRow>(
    `select a.pathway_id, a.key, a.attempt, a.purpose, a.about, a.outcome,
            count(*) filter (where r.sent_at is not null)::int as sent, count(*) filter (where r.state = 'failed')::int as failed,
            count(*) filter (where r.state in ('planned', 'sending'))::int as open,
            max(r.code) as code, max(r.message_id) filter (where r.sent_at is not null) as message_id
       from obligation_attempt a join reminder r on r.attempt_id = a.id where a.id = $1 group by a.id`,
    [attemptId],
  );
  if (row === undefined || row.open > 0 || row.outcome !== null) return;
  await observeOutcome(context, transaction, pathway, refOf(row), outcomeOf(row));
}

const refOf = ({ pathway_id: pathwayId, key, attempt, purpose }: AttemptRow): AttemptRef => ({ pathwayId, key, attempt, purpose });

function outcomeOf({ sent, failed, code, message_id: messageId }: AttemptRow): Outcome {
  if (sent > 0) return { status: 'sent', messageId: messageId ?? '' };
  return { status: failed > 0 ? 'failed' : 'suppressed', code: code ?? 'unknown' };
}

interface ClaimedRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly attempt_id: string;
}

/** Records how a digest's sending ended, pathway by pathway: what is settled already stays as it is, so that a repeated call goes on. */
export async function settleDigest(context: LedgerContext, { digestId, channel }: { readonly digestId: string; readonly channel: ChannelId }, outcome: DigestOutcome): Promise<void> {
  const claimed = await inTransaction(context.database, (transaction) =>
    transaction.query<ClaimedRow>(`select id, pathway_id, attempt_id from reminder where digest_id = $1 and channel = $2 and state = 'sending' order by pathway_id, id`, [digestId, channel]));
  if (outcome.status === 'not-sent') return notSent(context, claimed.map(({ id }) => id), channel, outcome.code);
  for (const row of claimed) {
    await inTransaction(context.database, async (transaction) => {
      const pathway = await openPathway(context, transaction, row.pathway_id);
      if (!(await (outcome.status === 'sent' ? markSent : markFailed)(transaction, row, pathway.now, channel, outcome as never))) return;
      await settleAttempt(context, transaction, pathway, row.attempt_id);
    });
  }
}

/** Waits again, as before it was claimed: nobody has got it. */
function notSent(context: LedgerContext, ids: readonly string[], channel: ChannelId, code: string): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const released = await transaction.query<{ id: string; at: Date }>(
      `update reminder set state = 'planned', digest_id = null, claims = claims - 1, channel = case when purpose = 'withdraw' then channel end
        where id = any($1) and state = 'sending' returning id, claimed_at as at`, [ids]);
    await addEntries(transaction, released.map(({ id }) => id), await ledgerNow(context, transaction), { what: 'not-sent', channel, code });
  });
}

/** Gives up on what is due to a receiver, claimed or not. */
export async function failDigest(context: LedgerContext, { receiverId, digestId, code }: { readonly receiverId: string; readonly digestId: string; readonly code: string }): Promise<void> {
  const rows = await inTransaction(context.database, async (transaction) =>
    transaction.query<ClaimedRow>(
      `select id, pathway_id, attempt_id from reminder where receiver_id = $1 and ((state = 'sending' and digest_id = $2) or (state = 'planned' and due_at <= $3)) order by pathway_id, id`,
      [receiverId, digestId, await ledgerNow(context, transaction)]));
  for (const row of rows) {
    await inTransaction(context.database, async (transaction) => {
      const pathway = await openPathway(context, transaction, row.pathway_id);
      const marked = await transaction.query(`update reminder set state = 'failed', code = $2, closed_at = $3 where id = $1 and state in ('planned', 'sending') returning id`, [row.id, code, pathway.now]);
      if (marked.length === 0) return;
      await addEntries(transaction, [row.id], pathway.now, { what: 'failed', code });
      await settleAttempt(context, transaction, pathway, row.attempt_id);
    });
  }
}

async function markSent(transaction: Transaction, { id }: ClaimedRow, at: Date, channel: ChannelId, sent: Extract<DigestOutcome, { status: 'sent' }>): Promise<boolean> {
  const { messageId, externalId, receiptDueAt, template } = sent;
  const marked = await transaction.query(
    `update reminder set state = 'sent', sent_at = $2, message_id = $3, external_id = $4, receipt_due_at = $5, template = $6 where id = $1 and state = 'sending' returning id`,
    [id, at, messageId, externalId, receiptDueAt, template],
  );
  if (marked.length > 0) await addEntries(transaction, [id], at, { what: 'sent', channel, template, messageId, detail: { externalId } });
  return marked.length > 0;
}

async function markFailed(transaction: Transaction, { id }: ClaimedRow, at: Date, channel: ChannelId, { code }: Extract<DigestOutcome, { status: 'failed' }>): Promise<boolean> {
  const marked = await transaction.query(`update reminder set state = 'failed', code = $2, closed_at = $3 where id = $1 and state = 'sending' returning id`, [id, code, at]);
  if (marked.length > 0) await addEntries(transaction, [id], at, { what: 'failed', channel, code });
  return marked.length > 0;
}

/** Suppresses what waits and is no longer to be sent, with why. */
export function suppress(context: LedgerContext, { id, pathway_id, attempt_id }: ClaimedRow, code: string): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathway_id);
    const marked = await transaction.query(`update reminder set state = 'suppressed', code = $2, closed_at = $3 where id = $1 and state in ('planned', 'sending') returning id`, [id, code, pathway.now]);
    if (marked.length === 0) return;
    await addEntries(transaction, [id], pathway.now, { what: 'suppressed', code });
    await settleAttempt(context, transaction, pathway, attempt_id);
  });
}

/** A reminder that was sent turns out not to have arrived, or not to be for whoever got it: the pathway is told, so that the coordinator is. */
export async function failSent(context: LedgerContext, transaction: Transaction, reminderId: string, code: string): Promise<void> {
  const [row] = await transaction.query<AttemptRow & { readonly attempt_id: string }>(
    'select a.*, a.id as attempt_id from reminder r join obligation_attempt a on a.id = r.attempt_id where r.id = $1', [reminderId]);
  if (row === undefined) return;
  const pathway = await openPathway(context, transaction, row.pathway_id);
  const obligation = await obligationRow(transaction, refOf(row));
  const data = observationData(refOf(row), obligation, { status: 'failed', code }, { id: row.attempt_id, about: row.about });
  await writePathway(context, transaction, pathway, [{ kind: 'observation', type: observations.tellingFailed, occurredOn: pathway.today, data, actor: outcomeActor }], { tell: true });
}
