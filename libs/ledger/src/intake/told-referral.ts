import type { Referral } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { openEventText } from '../core/demographics.js';
import type { OpenPathway, StoredEvent } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { receiptEvent } from './referral-events.js';

/** What a sender last told of a referral, and where it stands in the ledger. */
export interface ToldReferral {
  readonly referral: Referral;
  /** Id of the first recording: a correction names it. */
  readonly root: string;
  /** The receipt as it counts now; a person may have corrected it since. */
  readonly now: Pick<StoredEvent, 'occurredOn' | 'data'>;
}

interface SealedRow {
  readonly id: string;
  readonly corrects: string | null;
  readonly sealed: Buffer;
  readonly patient_id: string;
  readonly wrapped_key: Buffer | null;
}

/**
 * The latest version of a referral that its sender has told: the whole of it is sealed beside its receipt. Null when it cannot be
 * read (the patient is erased), or when the receipt has been retracted.
 */
export async function lastTold(context: LedgerContext, transaction: Transaction, { head, events }: OpenPathway, source: Referral['source']): Promise<ToldReferral | null> {
  const rows = await transaction.query<SealedRow>(
    `select e.id, e.corrects, e.sealed, e.patient_id, p.wrapped_key from event e join patient p on p.id = e.patient_id
      where e.pathway_id = $1 and e.type = $2 and e.sealed is not null order by e.position desc`,
    [head.id, receiptEvent],
  );
  for (const row of rows) {
    const referral = await referralIn(context, row);
    if (referral === null || referral.source.system !== source.system || referral.source.id !== source.id) continue;
    const root = row.corrects ?? row.id;
    if (events.some(({ retracts }) => retracts === root)) return null;
    return { referral, root, now: events.findLast(({ id, corrects }) => id === root || corrects === root)! };
  }
  return null;
}

/** The referral that was sealed with an event; null for an event that a person recorded, and after erasure. */
async function referralIn(context: LedgerContext, { id, sealed, patient_id: patientId, wrapped_key: wrapped }: SealedRow): Promise<Referral | null> {
  if (wrapped === null) return null;
  const { attachment } = openEventText(await context.keys.of(patientId, wrapped), patientId, id, sealed);
  return (attachment as unknown as Referral | undefined) ?? null;
}
