import { randomBytes } from 'node:crypto';

/**
 * An id for an event (UUID version 7): time of recording, place in the pathway, then chance. The kernel orders facts of
 * one date and rank by id, so ids that grow with time let the later of two recordings of the same kind win.
 */
export function newEventId(recordedAt: Date, seq: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(recordedAt.getTime(), 0, 6);
  bytes.writeUInt16BE(0x7000 | (seq & 0x0fff), 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as the ledger writes it: lower case, with hyphens. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}
