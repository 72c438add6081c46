import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { claim, claimRefusal, generationOf, obligationRow } from '../process/claims.js';
import type { ObligationRow } from '../process/open-obligations.js';
import type { Planned, PlannedDigest, ReminderPlan } from '../types/reminders.js';
import { recipientOf, toldRecipients, type Recipient } from './addressees.js';
import { settleAttempt } from './attempts.js';
import { addEntries } from './entries.js';
import { digestAt, sendAt } from './window.js';

/** Where a definition names nobody to escalate to, the coordinator has it all the same when somebody cannot be reached. */
const coordinator = 'koordinator';

/**
 * Plans one effect: leave is asked for as for any effect, and each receiver gets a row that their next digest sends. Planned
 * once: asked again, it answers with the digests that are still to be sent.
 */
export function planReminder(context: LedgerContext, plan: ReminderPlan): Promise<Planned> {
  return inTransaction(context.database, async (transaction): Promise<Planned> => {
    const pathway = await openPathway(context, transaction, plan.pathwayId);
    const obligation = await obligationRow(transaction, plan);
    const refusal = await claimRefusal(transaction, pathway, obligation, plan);
    if (refusal !== null) return refusal;
    const attemptId = await claim(transaction, pathway, obligation!, plan);
    const before = await plannedBefore(transaction, attemptId);
    if (before !== null) return { go: true, message: { id: attemptId }, digests: before };
    const digests = await planClaimed(context, transaction, pathway, obligation!, attemptId, plan);
    if (plan.purpose === 'escalate') await escalated(transaction, pathway, plan.key, attemptId);
    if (digests.length === 0) await settleAttempt(context, transaction, pathway, attemptId);
    return { go: true, message: { id: attemptId }, digests };
  });
}

/** Claims and plans what leave was given for, in the caller's transaction; the courier finds it when it is due. */
export async function planOpened(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow, plan: ReminderPlan): Promise<PlannedDigest[]> {
  return planClaimed(context, transaction, pathway, obligation, await claim(transaction, pathway, obligation, plan), plan);
}

/** Whether somebody can be reached for a role about this patient. */
export async function hasAddress(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, role: string): Promise<boolean> {
  return (await recipientOf(context, transaction, pathway, role)).receiver !== null;
}

async function planClaimed(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow, attemptId: string, plan: ReminderPlan): Promise<PlannedDigest[]> {
  return planEach(context, transaction, pathway, attemptId, plan, await recipientsOf(context, transaction, pathway, obligation, plan));
}

async function plannedBefore(transaction: Transaction, attemptId: string): Promise<PlannedDigest[] | null> {
  const rows = await transaction.query<{ receiver_id: string | null; due_at: Date; state: string }>('select receiver_id, due_at, state from reminder where attempt_id = $1', [attemptId]);
  return rows.length === 0 ? null : rows.filter(({ state }) => state === 'planned').map((row) => digestAt(row.receiver_id!, row.due_at));
}

async function recipientsOf(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow, { pathwayId, purpose }: ReminderPlan): Promise<Recipient[]> {
  if (purpose === 'withdraw') {
    const told = await toldRecipients(transaction, pathwayId, obligation.about, await generationOf(transaction, pathwayId, obligation.about));
    if (told.length > 0) return told;
  }
  return [await recipientOf(context, transaction, pathway, purpose === 'escalate' ? (obligation.escalate_to ?? coordinator) : obligation.to_role)];
}

async function planEach(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, attemptId: string, plan: ReminderPlan, recipients: readonly Recipient[]): Promise<PlannedDigest[]> {
  const digests: PlannedDigest[] = [];
  for (const { role, receiver, channel } of recipients) {
    const id = randomUUID();
    const dueAt = receiver === null ? pathway.now : sendAt(context, pathway, receiver, plan.purpose);
    await transaction.query(
      `insert into reminder (id, attempt_id, pathway_id, receiver_id, role, purpose, wording, state, code, due_at, channel, planned_at, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [id, attemptId, plan.pathwayId, receiver?.id ?? null, role, plan.purpose, plan.wording, ...(receiver === null ? ['failed', 'no-address'] : ['planned', null]), dueAt, channel, pathway.now, receiver === null ? pathway.now : null],
    );
    await addEntries(transaction, [id], pathway.now, receiver === null ? { what: 'failed', code: 'no-address' } : { what: 'planned', detail: { dueAt: dueAt.toISOString() } });
    if (receiver !== null) digests.push(digestAt(receiver.id, dueAt));
  }
  return digests;
}

/** What was asked before about the same obligation is the coordinator's now. */
async function escalated(transaction: Transaction, { head, now }: OpenPathway, key: string, attemptId: string): Promise<void> {
  const rows = await transaction.query<{ id: string }>(
    `update reminder r set state = 'escalated', closed_at = $3 from obligation_attempt a
      where a.id = r.attempt_id and a.pathway_id = $1 and a.key = $2 and a.id <> $4 and r.purpose = 'ask' and r.state in ('sent', 'delivered', 'read', 'acknowledged')
     returning r.id`,
    [head.id, key, now, attemptId],
  );
  await addEntries(transaction, rows.map(({ id }) => id), now, { what: 'escalated' }, 'system:worker');
}
