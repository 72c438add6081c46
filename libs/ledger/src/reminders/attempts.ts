import { osloDateOf } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import type { OpenPathway } from '../core/open-pathway.js';
import type { EventDraft } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { obligationRow } from '../process/claims.js';
import { isOpenObligation } from '../process/open-obligations.js';
import { observationData, observeOutcome, outcomeActor } from '../process/outcome.js';
import type { AttemptPurpose, AttemptRef, Outcome } from '../types/advancing.js';

interface AttemptRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly key: string;
  readonly attempt: number;
  readonly purpose: AttemptPurpose;
  readonly about: string;
}

interface CountedRow extends AttemptRow {
  readonly outcome: string | null;
  readonly sent: number;
  readonly failed: number;
  readonly open: number;
  readonly code: string | null;
  readonly message_id: string | null;
  readonly claimed_at: Date | null;
}

/**
 * Gives an attempt its outcome once none of its reminders waits any more: sent when one of them was, failed when one failed and none was
 * sent, else suppressed. Becomes an observation on the pathway, in the caller's transaction.
 */
export async function settleAttempt(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, attemptId: string): Promise<void> {
  const [row] = await transaction.query<CountedRow>(
    `select a.id, a.pathway_id, a.key, a.attempt, a.purpose, a.about, a.outcome,
            count(*) filter (where r.sent_at is not null)::int as sent, count(*) filter (where r.state = 'failed')::int as failed,
            count(*) filter (where r.state in ('planned', 'sending'))::int as open,
            max(r.code) as code, max(r.message_id) filter (where r.sent_at is not null) as message_id, max(r.claimed_at) filter (where r.sent_at is not null) as claimed_at
       from obligation_attempt a join reminder r on r.attempt_id = a.id where a.id = $1 group by a.id`,
    [attemptId],
  );
  if (row === undefined || row.open > 0 || row.outcome !== null) return;
  await observeOutcome(context, transaction, pathway, refOf(row), row.sent > 0 ? await sentOutcome(transaction, pathway, row) : unsentOutcome(row));
}

const refOf = ({ pathway_id: pathwayId, key, attempt, purpose }: AttemptRow): AttemptRef => ({ pathwayId, key, attempt, purpose });

const unsentOutcome = ({ failed, code }: CountedRow): Outcome => ({ status: failed > 0 ? 'failed' : 'suppressed', code: code ?? 'unknown' });

/** What closed while it was on its way out may have been told wrongly, though no fact comes after this: the day that counts is the one it was claimed on. */
async function sentOutcome(transaction: Transaction, pathway: OpenPathway, row: CountedRow): Promise<Outcome> {
  const sent = { status: 'sent', messageId: row.message_id ?? '' } as const;
  const obligation = await obligationRow(transaction, refOf(row));
  if (row.claimed_at === null || (obligation !== null && isOpenObligation(obligation, pathway.today))) return sent;
  return { ...sent, closedMeanwhile: osloDateOf(row.claimed_at.getTime()) };
}

/** The observation that a reminder which was sent has not arrived, or is not for whoever got it: written, the coordinator is told. */
export async function failedTelling(transaction: Transaction, pathway: OpenPathway, reminderId: string, code: string): Promise<EventDraft> {
  const [row] = await transaction.query<AttemptRow>(
    'select a.id, a.pathway_id, a.key, a.attempt, a.purpose, a.about from reminder r join obligation_attempt a on a.id = r.attempt_id where r.id = $1', [reminderId]);
  const ref = refOf(row!);
  const data = observationData(ref, await obligationRow(transaction, ref), { status: 'failed', code }, row!);
  return { kind: 'observation', type: observations.tellingFailed, occurredOn: pathway.today, data, actor: outcomeActor };
}
