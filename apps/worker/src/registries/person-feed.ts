import type { Ledger } from '@forlop/ledger';
import type { PersonRegistry } from '@forlop/registries';
import type { Logger } from '@forlop/telemetry';

export interface PersonFeedOptions {
  readonly ledger: Pick<Ledger, 'feedPosition' | 'moveFeed'>;
  readonly persons: PersonRegistry;
  readonly log: Logger;
  readonly isStopping: () => boolean;
}

/**
 * Reads on in Persontjenesten's feed of changes from where it was left, and makes due everybody of ours whom it tells of. A first time it begins at the
 * end: those whom nobody has asked about are asked about anyway. A feed that ends before our place is another than the one we read, so everybody is due.
 * @returns how many pathways are due because of it. @throws RegistryError.
 */
export async function followPersonFeed({ ledger, persons, log, isStopping }: PersonFeedOptions): Promise<number> {
  // Read before the pages: what comes meanwhile is read next time.
  const end = ((await persons.latestEvent()).value?.sequence ?? 0) + 1;
  const place = await ledger.feedPosition();
  if (place === null) return (await ledger.moveFeed({ from: null, to: end, changed: [] })).due;
  if (end < place) {
    log.warn({ place, end }, 'the feed of changes begins anew: everybody is asked about');
    return (await ledger.moveFeed({ from: place, to: end, changed: 'everybody' })).due;
  }
  let due = 0;
  for (let from = place; from < end && !isStopping(); ) {
    const { value: events } = await persons.events(from);
    // Only kinds of change that concern us are listed: with none left, all up to the end is read.
    const to = events.length === 0 ? end : Math.max(...events.map(({ sequence }) => sequence + 1));
    const step = await ledger.moveFeed({ from, to, changed: [...new Set(events.map(({ registryId }) => registryId))] });
    due += step.due;
    // Another worker reads it too, or the feed does not go on: either way this one has nothing more to do now.
    if (!step.moved || to <= from) return due;
    from = to;
  }
  return due;
}
