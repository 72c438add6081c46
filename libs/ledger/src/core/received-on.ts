import type { OsloDate } from '@forlop/calendar';
import { receivedAs } from '@forlop/compliance';
import { EVERYTHING_KNOWN, standingFacts } from '@forlop/pathway';
import type { StoredEvent } from './open-pathway.js';

const receipts: readonly string[] = receivedAs;

/**
 * The day that the pathway's first referral came, by the receipts that stand on a day: a correction moves it, and one that never came has none. Null where no
 * receipt stands.
 */
export function receivedOnBy(events: readonly StoredEvent[], asOf: OsloDate): OsloDate | null {
  // What corrects or retracts a receipt is of its type.
  return standingFacts(events.filter(({ type }) => receipts.includes(type)), asOf, EVERYTHING_KNOWN)[0]?.occurredOn ?? null;
}
