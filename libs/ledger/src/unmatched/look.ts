import { open } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { UnmatchedCounts, UnmatchedEntry, UnmatchedListed, UnmatchedOpened, UnmatchedQuery } from '../types/unmatched.js';
import { addUnmatchedEntry, contentContext, listed, reasonContext, unmatchedKey, unmatchedRow, type UnmatchedRow } from './row.js';

const [standardLimit, mostRows] = [50, 200];

/** The oldest first; a page ends at a message, by which the next begins. @throws LedgerError `bad-cursor`. */
export function unmatchedList(context: LedgerContext, { settled = false, cursor, limit = standardLimit }: UnmatchedQuery): Promise<{ readonly rows: readonly UnmatchedListed[]; readonly nextCursor: string | null }> {
  if (cursor !== undefined && !isUuid(cursor)) throw new LedgerError('bad-cursor', 'Sidemerket («cursor») er ikke gyldig. Begynn på første side.');
  const most = Math.min(Math.max(limit, 1), mostRows);
  return inTransaction(context.database, async (transaction) => {
    const rows = await transaction.query<UnmatchedRow>(
      `select * from unmatched_message
        where (settled_at is not null) = $1 and ($2::uuid is null or (received_at, id) > (select received_at, id from unmatched_message where id = $2))
        order by received_at, id limit $3`, [settled, cursor ?? null, most + 1]);
    const page = rows.slice(0, most);
    return { rows: page.map(listed), nextCursor: rows.length > most ? page.at(-1)!.id : null };
  });
}

/** How many wait, and how many of these for somebody to take them. */
export function unmatchedCounts(context: LedgerContext): Promise<UnmatchedCounts> {
  return inTransaction(context.database, async (transaction) => {
    const [row] = await transaction.query<{ open: number; unowned: number; oldest: Date | null }>(
      'select count(*)::int as open, count(*) filter (where owner is null)::int as unowned, min(received_at) as oldest from unmatched_message where settled_at is null');
    return { open: row!.open, unowned: row!.unowned, oldestReceivedAt: row!.oldest?.toISOString() ?? null };
  });
}

/** Shows what it says, and records who looked: it may name a patient whom nobody here treats. @throws LedgerError `unknown-message`. */
export function openUnmatched(context: LedgerContext, id: string, actor: Actor): Promise<UnmatchedOpened> {
  return inTransaction(context.database, async (transaction) => {
    const row = await unmatchedRow(transaction, id);
    const key = await systemKey(context, unmatchedKey, transaction);
    await addUnmatchedEntry(transaction, id, await ledgerNow(context, transaction), 'opened', actorText(actor));
    const entries = await transaction.query<Omit<UnmatchedEntry, 'at'> & { readonly at: Date }>('select at, what, actor, owner from unmatched_entry where message_id = $1 order by id', [id]);
    return {
      ...listed(row),
      ...contentOf(key, row),
      reason: row.sealed_reason === null ? null : (open(key, row.sealed_reason, reasonContext(id)) as string),
      entries: entries.map(({ at, what, actor: by, owner }) => ({ at: at.toISOString(), what, actor: by, owner })),
    };
  });
}

/** What it says. Those that came in before words were kept beside the document have the document alone. */
export function contentOf(key: Buffer, { id, sealed }: Pick<UnmatchedRow, 'id' | 'sealed'>): { readonly text: string | null; readonly content: string | null } {
  if (sealed === null) return { text: null, content: null };
  const opened = open(key, sealed, contentContext(id));
  return typeof opened === 'string' ? { text: null, content: opened } : (opened as unknown as { text: string | null; content: string });
}
