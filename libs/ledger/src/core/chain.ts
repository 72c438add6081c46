import { createHash } from 'node:crypto';
import { canonicalJson, type EventKind, type Json } from '@forlop/pathway';

/** Everything of an event that the hash chain protects. What is sealed is in it as ciphertext, so it holds after erasure. */
export interface ChainedEvent {
  readonly pathwayId: string;
  readonly seq: number;
  readonly id: string;
  readonly patientId: string;
  readonly kind: EventKind;
  readonly type: string;
  readonly occurredOn: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  readonly data: Json;
  /** Base64. */
  readonly sealed: string | null;
  readonly corrects: string | null;
  readonly retracts: string | null;
  readonly organisationId: string;
  readonly actor: string;
  /** Hash of the event before it, hex; null for a pathway's first. */
  readonly prevHash: string | null;
}

/** Said in every hash, so that another way of hashing can be told from tampering. */
const CHAIN_FORMAT = 1;

/** SHA-256 of the event's canonical JSON, hex. The database gives the position, so `seq` orders the chain. */
export function eventHash(event: ChainedEvent): string {
  const { pathwayId, seq, id, patientId, kind, type, occurredOn, recordedAt, data, sealed, corrects, retracts, organisationId, actor, prevHash } = event;
  const content = { format: CHAIN_FORMAT, pathwayId, seq, id, patientId, kind, type, occurredOn, recordedAt, data, sealed, corrects, retracts, organisationId, actor, prevHash };
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}
