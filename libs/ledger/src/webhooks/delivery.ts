import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { CourierKey, PingDue } from '../types/webhooks.js';
import type { Address } from '../types/reminders.js';
import type { ReceiverRow } from '../reminders/receiver.js';
import { end } from './subscribers.js';

/** A subscriber that is posted to. */
export interface ServedBy {
  readonly id: string;
  readonly url: string;
}

/** The courier tells what is sealed to from now on; the same once more says that it still has it. */
export function tellCourierKey(context: LedgerContext, { keyId, publicKey }: CourierKey): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    await transaction.query(
      'insert into webhook_key (id, public_key, told_at) values ($1, $2, $3) on conflict (id) do update set public_key = excluded.public_key, told_at = excluded.told_at',
      [keyId, publicKey, await ledgerNow(context, transaction)]);
  });
}

/** The sealed secrets that sign for a subscriber now, the newest first; none where it has ended. */
export function sealedSecrets(context: LedgerContext, subscriberId: string): Promise<readonly Buffer[]> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<{ sealed: Buffer; previous: Buffer | null }>(
      'select sealed, case when previous_until > $2 then previous end as previous from webhook_subscriber where id = $1 and ended_at is null',
      [subscriberId, await ledgerNow(context, transaction)]);
    return row === undefined ? [] : [row.sealed, ...(row.previous === null ? [] : [row.previous])];
  });
}

/** Who serves a receiver: by their own id, by where they work, else by whose they are. Nobody serves a patient. */
export async function servedBy(transaction: Transaction, receiver: Pick<ReceiverRow, 'id' | 'patient_id'>, address: Address | null): Promise<ServedBy | null> {
  if (receiver.patient_id !== null) return null;
  const [row] = await transaction.query<ServedBy>(
    `select s.id, s.url from webhook_served v join webhook_subscriber s on s.id = v.subscriber_id
      where v.active and s.ended_at is null and (v.receiver_id = $1 or v.her_id = $2 or v.org_number = $3)
      order by v.receiver_id is null, v.her_id is null limit 1`,
    [receiver.id, address?.herId ?? null, address?.orgNumber ?? null]);
  return row ?? null;
}

/** A subscriber that answered 410 has ended its subscription. */
export async function endGone(context: LedgerContext, transaction: Transaction, reminderIds: readonly string[]): Promise<void> {
  const gone = await transaction.query<{ id: string }>('select distinct subscriber_id as id from reminder where id = any($1) and subscriber_id is not null', [reminderIds]);
  for (const { id } of gone) await end(transaction, id, 'gone', 'system:courier', await ledgerNow(context, transaction));
}

/** Test messages that somebody has asked for, the oldest first. */
export function pingsDue(context: LedgerContext, limit: number): Promise<readonly PingDue[]> {
  return inTransaction(context.database, (transaction) =>
    transaction.query<PingDue>(
      `select ping_id as id, id as "subscriberId", url from webhook_subscriber
        where ping_done_at is null and ping_asked_at is not null and ended_at is null order by ping_asked_at limit $1`, [limit]));
}

/** What came of a test message; of one that was asked for anew meanwhile, nothing. */
export function recordPing(context: LedgerContext, pingId: string, code: string | null): Promise<void> {
  return inTransaction(context.database, async (transaction) => {
    await transaction.query('update webhook_subscriber set ping_done_at = $2, ping_code = $3 where ping_id = $1 and ping_done_at is null', [pingId, await ledgerNow(context, transaction), code]);
  });
}
