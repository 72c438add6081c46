import type { Transaction } from '../database/transaction.js';

/** So long an appointment of somebody who has no pathway here is kept: her referral may be under way. */
export const daysKept = 30;

/** Forgets the appointments of those whose referral never came. */
export async function forgetUnknown(transaction: Transaction): Promise<void> {
  await transaction.query('delete from mirrored_appointment where pathway_id is null and read_at < now() - make_interval(days => $1)', [daysKept]);
}
