import { randomUUID } from 'node:crypto';

/**
 * An id for an event (UUID version 7): time of recording, place in the pathway, then chance. The kernel orders facts of
 * one date and rank by id, so ids that grow with time let the later of two recordings of the same kind win.
 */
export function newEventId(recordedAt: Date, seq: number): string {
  const time = recordedAt.getTime().toString(16).padStart(12, '0');
  const place = (0x7000 | (seq & 0x0fff)).toString(16);
  // Node keeps chance in store for these, so that the system is not asked for each.
  return `${time.slice(0, 8)}-${time.slice(8)}-${place}-${randomUUID().slice(19)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as the ledger writes it: lower case, with hyphens. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}
