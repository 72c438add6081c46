import type { Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { ObservationType } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { Recorded } from '../types/writing.js';

/** What somebody did that no frist depends on. */
export interface ObservationDraft extends Pick<EventDraft, 'text' | 'corrects' | 'retracts'> {
  readonly type: ObservationType;
  readonly data: Readonly<Record<string, Json>>;
}

/** Records it today, after `draft` has looked at the pathway. The kernel reads no observation, so no workflow is told. */
export function recordObservation(context: LedgerContext, pathwayId: string, draft: (pathway: OpenPathway) => ObservationDraft, actor: Actor, within?: Transaction): Promise<Recorded> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const event: EventDraft = { kind: 'observation', occurredOn: pathway.today, ...draft(pathway), actor: actorText(actor) };
    const { position, eventIds } = await writePathway(context, transaction, pathway, [event], { tell: false });
    return { pathwayId, position, eventIds };
  });
}
