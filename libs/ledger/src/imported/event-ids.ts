import type { LedgerContext } from '../context.js';
import type { ImportedPathway } from '../types/importing.js';

/** Ids of the events that an import records for one referral. */
export interface ImportIds {
  /** Of the fact with this key; `nth`: of its n-th correction by an import. */
  of(key: string, nth?: number): string;
}

const use = 'imported-event';
const part = '\u001f';

/**
 * Ids that the same referral and key always give (UUID version 8): keyed hashes, so that a sender's key does not show. They begin
 * alike for one referral, so that its events lie side by side in the index.
 */
export function importIds({ searchKey }: LedgerContext, { system, id }: ImportedPathway['source']): ImportIds {
  const referral = searchKey.hash(use, [system, id].join(part)).subarray(0, 6);
  return {
    of: (key, nth = 0) => uuidOf(Buffer.concat([referral, searchKey.hash(use, [system, id, key, String(nth)].join(part)).subarray(0, 10)])),
  };
}

function uuidOf(bytes: Buffer): string {
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
