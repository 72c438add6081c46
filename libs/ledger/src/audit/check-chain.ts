import { eventHash } from '../core/chain.js';
import type { RawEvent } from '../core/open-pathway.js';
import type { Difference } from '../types/reading.js';

/** An event with everything that its hash covers. */
export interface AuditedEvent extends RawEvent {
  readonly sealed: string | null;
  readonly sealedFor: string;
  readonly prevHash: string | null;
  readonly hash: string;
}

export interface AuditedHead {
  readonly id: string;
  readonly headHash: string | null;
  readonly headPosition: number;
  readonly eventCount: number;
}

/** Recomputes a pathway's hash chain and compares its end with the pathway's own row. */
export function checkChain(head: AuditedHead, events: readonly AuditedEvent[]): Difference[] {
  const found: Difference[] = [];
  const differ = (what: Difference['what'], at: string | null, sentence: string): void => void found.push({ pathwayId: head.id, what, at, sentence });
  let before: AuditedEvent | undefined;
  for (const event of events) {
    const at = String(event.position);
    if (event.seq !== (before?.seq ?? 0) + 1) differ('order', at, `Hendelse ${event.seq} følger etter ${before?.seq ?? 0}: noe mangler eller er lagt inn.`);
    if (before !== undefined && event.position <= before.position) differ('order', at, `Hendelse ${event.seq} står før den foregående i journalen.`);
    if (event.prevHash !== (before?.hash ?? null)) differ('chain', at, `Hendelse ${event.seq} peker ikke på den foregående.`);
    if (event.hash !== recomputed(head.id, event)) differ('chain', at, `Hendelse ${event.seq} er endret etter at den ble registrert.`);
    before = event;
  }
  if (head.eventCount !== events.length) differ('head', null, `Forløpet skal ha ${head.eventCount} hendelser, men har ${events.length}.`);
  if (head.headHash !== (before?.hash ?? null) || head.headPosition !== (before?.position ?? 0)) differ('head', null, 'Forløpets siste hendelse er ikke den som ble registrert sist.');
  return found;
}

function recomputed(pathwayId: string, event: AuditedEvent): string {
  const { seq, id, kind, type, occurredOn, recordedAt, data, sealed, corrects, retracts, organisation, actor, prevHash, sealedFor } = event;
  return eventHash({
    pathwayId, seq, id, kind, type, occurredOn, data, sealed, corrects, retracts, actor, prevHash,
    patientId: sealedFor, organisationId: organisation, recordedAt: new Date(recordedAt).toISOString(),
  });
}
