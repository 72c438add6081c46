import { epochMsOf, maxDate, osloDateOf } from '@forlop/calendar';
import { evaluate } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { observe } from '../core/observe.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { kernelInputOf, writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import type { AdvanceResult } from '../types/advancing.js';

const actor = actorText(systemActor('advance'));

/**
 * What the workflow asks when it wakes: under the pathway's lock, everything committed is read, evaluated at
 * max(now, the last recording), and what has become true is appended as observations. Called late, twice or with an
 * older now, it changes nothing that it should not. Nothing goes to the outbox: the asker has the answer, and what it was
 * is kept, so that later writes know whether they change it.
 */
export function advance(context: LedgerContext, pathwayId: string, now: string): Promise<AdvanceResult> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = evaluatedAt(await openPathway(context, transaction, pathwayId), now);
    const input = kernelInputOf(context, pathway);
    const drafts: EventDraft[] = observe(input, evaluate(input)).map((observation) => ({ ...observation, kind: 'observation', actor }));
    const at = new Date(Math.max(epochMsOf(now), pathway.now.getTime())).toISOString();
    const { position, view } = await writePathway(context, transaction, pathway, drafts, { tell: false, answersAt: at });
    return { position, now: at, ...view };
  });
}

/**
 * Evaluated on the asker's day where that is later than the ledger's own: a timer that fires a moment before the
 * database's clock has turned must still find the new day. What is recorded keeps the ledger's instant.
 */
function evaluatedAt(pathway: OpenPathway, now: string): OpenPathway {
  return { ...pathway, today: maxDate(osloDateOf(epochMsOf(now)), pathway.today) };
}
