import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { ledgerNow } from '../core/today.js';
import { isForeignKeyViolation } from '../database/database-errors.js';
import { inTransaction, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { Served, Subscriber, SubscriberInput, SubscriberSecret } from '../types/webhooks.js';
import { newSecret } from './sealed-secret.js';
import { shownSubscribers } from './shown-subscribers.js';

const dayMs = 86_400_000;

/** Registers a record system, with a secret of its own. @throws LedgerError `no-courier-key`, `already-served`, `bad-data`. */
export function registerSubscriber(context: LedgerContext, input: SubscriberInput, actor: Actor, within?: Transaction): Promise<SubscriberSecret> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const id = randomUUID();
    const { secret, sealed } = await newSecret(transaction, id);
    await transaction.query(
      'insert into webhook_subscriber (id, label, url, sealed, registered_by, registered_at) values ($1, $2, $3, $4, $5, $6)',
      [id, input.label, input.url, sealed, actorText(actor), await ledgerNow(context, transaction)]);
    for (const served of input.serves) await serve(transaction, id, served);
    return { subscriber: await one(transaction, id), secret };
  });
}

async function serve(transaction: Transaction, subscriberId: string, served: Served): Promise<void> {
  const { herId = null, orgNumber = null, receiverId = null } = served as Partial<Record<'herId' | 'orgNumber' | 'receiverId', string>>;
  const added = await transaction.query(
    'insert into webhook_served (id, subscriber_id, her_id, org_number, receiver_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
    [randomUUID(), subscriberId, herId, orgNumber, receiverId]).catch((error: unknown) => {
    if (isForeignKeyViolation(error)) throw new LedgerError('bad-data', 'Mottakeren finnes ikke.', { cause: error });
    throw error;
  });
  if (added.length === 0) throw new LedgerError('already-served', `${herId ?? orgNumber ?? receiverId} er alt betjent av en abonnent. Avslutt den først.`);
}

/** All of them, also those that have ended. */
export function subscribers(context: LedgerContext): Promise<readonly Subscriber[]> {
  return inTransaction(context.database, (transaction) => shownSubscribers(transaction, null));
}

/** Gives it another secret; the one before signs too for so many days. @throws LedgerError `unknown-subscriber`, `no-courier-key`. */
export function rotateSubscriber(context: LedgerContext, id: string, previousDays: number, within?: Transaction): Promise<SubscriberSecret> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await lockOpen(transaction, id);
    const { secret, sealed } = await newSecret(transaction, id);
    const now = await ledgerNow(context, transaction);
    const until = previousDays > 0 ? new Date(now.getTime() + previousDays * dayMs) : null;
    await transaction.query(
      `update webhook_subscriber set previous = case when $3::timestamptz is null then null else sealed end, previous_until = $3, sealed = $2, rotated_at = $4 where id = $1`,
      [id, sealed, until, now]);
    return { subscriber: await one(transaction, id), secret };
  });
}

/** Nothing goes there any more; whom it served may be served by another. @throws LedgerError `unknown-subscriber`. */
export function endSubscriber(context: LedgerContext, id: string, why: string, actor: Actor, within?: Transaction): Promise<Subscriber> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await lockOpen(transaction, id);
    await end(transaction, id, why, actorText(actor), await ledgerNow(context, transaction));
    return one(transaction, id);
  });
}

/** Ends one that has not ended. */
export async function end(transaction: Transaction, id: string, why: string, by: string, at: Date): Promise<void> {
  await transaction.query('update webhook_subscriber set ended_at = $2, ended_by = $3, ended_why = $4 where id = $1 and ended_at is null', [id, at, by, why]);
  await transaction.query('update webhook_served set active = false where subscriber_id = $1', [id]);
}

/** Asks the courier for a test message. @throws LedgerError `unknown-subscriber`. */
export function askForPing(context: LedgerContext, id: string, within?: Transaction): Promise<Subscriber> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await lockOpen(transaction, id);
    await transaction.query(
      'update webhook_subscriber set ping_id = $2, ping_asked_at = $3, ping_done_at = null, ping_code = null where id = $1', [id, randomUUID(), await ledgerNow(context, transaction)]);
    return one(transaction, id);
  });
}

async function lockOpen(transaction: Transaction, id: string): Promise<void> {
  const [row] = isUuid(id) ? await transaction.query('select from webhook_subscriber where id = $1 and ended_at is null for update', [id]) : [];
  if (row === undefined) throw new LedgerError('unknown-subscriber', 'Abonnenten finnes ikke, eller er avsluttet.');
}

async function one(transaction: Transaction, id: string): Promise<Subscriber> {
  const [found] = await shownSubscribers(transaction, id);
  return found!;
}
