import { randomUUID } from 'node:crypto';
import { seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import type { UnmatchedInput } from '../types/unmatched.js';
import { contentContext, unmatchedKey } from './row.js';

const dayMs = 86_400_000;
/** So long after it was set aside it can still be looked at: somebody may come to ask. */
const keptDays = 30;

/** Keeps what came in and belongs to nothing that was sent, once, for somebody to see to. */
export async function keepUnmatched(context: LedgerContext, { text, content, ...message }: UnmatchedInput): Promise<void> {
  await inTransaction(context.database, async (transaction) => {
    const id = randomUUID();
    const sealed = seal(await systemKey(context, unmatchedKey, transaction), { text, content }, contentContext(id));
    await transaction.query(
      `insert into unmatched_message (id, channel, external_id, received_at, code, kind, sender_her_id, receiver_her_id, sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (channel, external_id) do nothing`,
      [id, message.channel, message.externalId, await ledgerNow(context, transaction), message.code, message.kind, message.senderHerId, message.receiverHerId, sealed]);
  });
}

/** Forgets what those that were set aside a month ago say, and why they were; that they came, and who settled them, stays. @returns how many. */
export function forgetUnmatched(context: LedgerContext): Promise<number> {
  return inTransaction(context.database, async (transaction) => {
    const now = await ledgerNow(context, transaction);
    const rows = await transaction.query<{ id: string }>(
      `update unmatched_message set sealed = null, sealed_reason = null where outcome = 'set-aside' and sealed is not null and settled_at < $1 returning id`, [new Date(now.getTime() - keptDays * dayMs)]);
    await transaction.query(
      `insert into unmatched_entry (message_id, at, what, actor) select unnest($1::uuid[]), $2, 'forgotten', 'system:courier'`, [rows.map(({ id }) => id), now]);
    return rows.length;
  });
}
