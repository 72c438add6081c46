import type { SearchKey } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import type { FeedMove, FeedMoved } from '../types/registries.js';

const registry = 'persontjenesten';

/** Keyed hash of Persontjenesten's own name for a person. */
export const registryIdHash = (key: SearchKey, registryId: string): Buffer => key.hash('persontjenesten', registryId);

/** The next place to read Persontjenesten's feed from; null when it was never read. */
export async function feedPosition(context: LedgerContext): Promise<number | null> {
  const [row] = await read<{ position: number }>(context.database, 'select position from registry_feed where registry = $1', [registry]);
  return row?.position ?? null;
}

/**
 * Goes on in the feed: everybody of ours whom it told of is due to be asked about, and the place is kept, both or neither. Nothing when somebody else has
 * read on from there already. The same events twice are one question more.
 */
export function moveFeed(context: LedgerContext, { from, to, changed }: FeedMove, within?: Transaction): Promise<FeedMoved> {
  return inTransactionOf(context.database, within, async (transaction): Promise<FeedMoved> => {
    const moved = from === null
      ? await transaction.query('insert into registry_feed (registry, position) values ($1, $2) on conflict do nothing returning 1', [registry, to])
      : await transaction.query('update registry_feed set position = $2, read_at = clock_timestamp() where registry = $1 and position = $3 returning 1', [registry, to, from]);
    if (moved.length === 0) return { moved: false, due: 0 };
    const due = changed === 'everybody'
      ? await transaction.query('update registry_look set changed = $2 where registry = $1 and person_hash is not null returning 1', [registry, to])
      : await transaction.query('update registry_look set changed = $2 where registry = $1 and person_hash = any($3::bytea[]) returning 1', [registry, to, changed.map((id) => registryIdHash(context.searchKey, id))]);
    return { moved: true, due: due.length };
  });
}
