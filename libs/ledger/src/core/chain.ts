import { hash } from 'node:crypto';
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
  // The canonical JSON of all of it, its names in order: put together here, because every event that was ever recorded is hashed so.
  return hash(
    'sha256',
    `{"actor":${text(actor)},"corrects":${text(corrects)},"data":${canonicalJson(data)},"format":${CHAIN_FORMAT},"id":${text(id)},"kind":${text(kind)},"occurredOn":${text(occurredOn)},"organisationId":${text(organisationId)},` +
      `"pathwayId":${text(pathwayId)},"patientId":${text(patientId)},"prevHash":${text(prevHash)},"recordedAt":${text(recordedAt)},"retracts":${text(retracts)},"sealed":${text(sealed)},"seq":${seq},"type":${text(type)}}`,
  );
}

const text = (value: string | null): string => JSON.stringify(value);
