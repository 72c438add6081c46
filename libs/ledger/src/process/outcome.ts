import { randomUUID } from 'node:crypto';
import type { OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import type { AttemptRef, Outcome } from '../types/advancing.js';
import { generationOf, obligationRow } from './claims.js';
import type { ObligationRow } from './open-obligations.js';

/** Who says how a telling ended. */
export const outcomeActor = actorText(systemActor('courier'));

const observationFor = { sent: observations.told, failed: observations.tellingFailed, suppressed: observations.tellingSuppressed } as const;

/**
 * Records how a claimed effect ended, once: what is recorded again changes nothing. An outcome whose claim is not known
 * here (the database was restored from a copy made before it) is recorded all the same, for it happened.
 */
export function recordOutcome(context: LedgerContext, ref: AttemptRef, outcome: Outcome): Promise<void> {
  return inTransaction(context.database, async (transaction) => observeOutcome(context, transaction, await openPathway(context, transaction, ref.pathwayId), ref, outcome));
}

/** The same in the caller's transaction, which holds the pathway. */
export async function observeOutcome(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, ref: AttemptRef, outcome: Outcome): Promise<void> {
  const obligation = await obligationRow(transaction, ref);
  const attempt = await settle(transaction, pathway, ref, obligation, outcome);
  if (attempt === null) return;
  const draft: EventDraft = { kind: 'observation', type: observationFor[outcome.status], occurredOn: closedMeanwhile(outcome) ?? pathway.today, data: observationData(ref, obligation, outcome, attempt), actor: outcomeActor };
  // Most outcomes change nothing for the pathway's workflow. A correction that is sent closes an obligation, what was sent of a closed one may be
  // to take back, one that failed is the coordinator's, and one that arrived after it had failed is not hers any more: those it hears of.
  await writePathway(context, transaction, pathway, [draft], { tell: true });
}

const closedMeanwhile = (outcome: Outcome): OsloDate | null => (outcome.status === 'sent' ? (outcome.closedMeanwhile ?? null) : null);

interface Settled {
  readonly id: string;
  readonly about: string;
}

/** The attempt that the outcome now belongs to; null when it had one already. */
async function settle(transaction: Transaction, pathway: OpenPathway, ref: AttemptRef, obligation: ObligationRow | null, outcome: Outcome): Promise<Settled | null> {
  const { pathwayId, key, attempt, purpose } = ref;
  const ended = [outcome.status, 'code' in outcome ? outcome.code : null, 'messageId' in outcome ? outcome.messageId : null, pathway.now];
  const [claimed] = await transaction.query<Settled>(
    `update obligation_attempt set outcome = $5, code = $6, message_id = $7, ended_at = $8
      where pathway_id = $1 and key = $2 and attempt = $3 and purpose = $4 and outcome is null returning id, about`,
    [pathwayId, key, attempt, purpose, ...ended],
  );
  if (claimed !== undefined) return claimed;
  const about = obligation?.about ?? key;
  const [unclaimed] = await transaction.query<Settled>(
    `insert into obligation_attempt (id, pathway_id, key, generation, attempt, purpose, about, claimed_at, outcome, code, message_id, ended_at)
     select $9, $1, $2, $10, $3, $4, $11, $8, $5, $6, $7, $8
      where not exists (select from obligation_attempt where pathway_id = $1 and key = $2 and attempt = $3 and purpose = $4)
     returning id, about`,
    [pathwayId, key, attempt, purpose, ...ended, randomUUID(), await generationOf(transaction, pathwayId, about), about],
  );
  return unclaimed ?? null;
}

/** Rule ids, roles and codes only. */
export function observationData({ key, attempt, purpose }: AttemptRef, obligation: ObligationRow | null, outcome: Outcome, { id, about }: Settled): Readonly<Record<string, Json>> {
  return {
    about,
    obligation: key,
    purpose,
    attempt,
    message: id,
    kind: obligation?.kind ?? 'remind',
    clock: obligation?.clock ?? '',
    clockKey: obligation?.clock_key ?? '',
    to: (purpose === 'escalate' ? obligation?.escalate_to : obligation?.to_role) ?? '',
    ...('messageId' in outcome && { messageId: outcome.messageId }),
    ...('code' in outcome && { code: outcome.code }),
    ...(closedMeanwhile(outcome) !== null && { closedMeanwhile: true }),
  };
}
