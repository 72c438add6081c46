import { checkEvent } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, type OpenPathway, type StoredEvent } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { CorrectionInput, RecordResult } from '../types/writing.js';
import { textOf } from './command.js';
import { definitionOf } from './record.js';

/** Gives an event another date or content: a new event that names the old one (LATE-1). */
export function correct(context: LedgerContext, eventId: string, correction: CorrectionInput, actor: Actor, within?: Transaction): Promise<RecordResult> {
  return changeRecorded(context, eventId, within, (pathway, root): EventDraft | RecordResult => {
    const data = correction.data ?? {};
    const draft = { type: root.type, occurredOn: correction.occurredOn, data, hasText: textOf(correction.text) !== undefined || root.hasText };
    const errors = checkEvent(definitionOf(context, pathway), draft, { today: pathway.today, birthDate: pathway.patient.birthDate })
      // Why it is corrected may be said of any event.
      .filter((error) => error.code !== 'text-not-allowed');
    if (errors.length > 0) return { outcome: 'invalid', errors, position: pathway.head.headPosition };
    return { kind: root.kind, type: root.type, occurredOn: correction.occurredOn as EventDraft['occurredOn'], data, text: textOf(correction.text), corrects: root.id, actor: actorText(actor) };
  });
}

/** Says that an event never happened. The reason is sealed. */
export function retract(context: LedgerContext, eventId: string, reason: string, actor: Actor, within?: Transaction): Promise<RecordResult> {
  return changeRecorded(context, eventId, within, (_, root) => ({
    kind: root.kind, type: root.type, occurredOn: root.occurredOn, data: {}, text: textOf(reason), retracts: root.id, actor: actorText(actor),
  }));
}

function changeRecorded(
  context: LedgerContext, eventId: string, within: Transaction | undefined,
  change: (pathway: OpenPathway, root: StoredEvent) => EventDraft | RecordResult,
): Promise<RecordResult> {
  return inTransactionOf(context.database, within, async (transaction): Promise<RecordResult> => {
    const pathway = await openPathway(context, transaction, await pathwayOf(transaction, eventId));
    const draft = change(pathway, rootOf(context, pathway, eventId));
    if ('outcome' in draft) return draft;
    const written = await writePathway(context, transaction, pathway, [draft], { tell: true });
    return { outcome: 'done', pathwayId: pathway.head.id, position: written.position, eventIds: written.eventIds };
  });
}

const unknownEvent = (): LedgerError => new LedgerError('unknown-event', 'Hendelsen finnes ikke.');

async function pathwayOf(transaction: Transaction, eventId: string): Promise<string> {
  if (!isUuid(eventId)) throw unknownEvent();
  const [row] = await transaction.query<{ pathway_id: string }>('select pathway_id from event where id = $1', [eventId]);
  if (row === undefined) throw unknownEvent();
  return row.pathway_id;
}

/** The first recording of what the event speaks of: naming a correction means naming that. */
function rootOf(context: LedgerContext, pathway: OpenPathway, eventId: string): StoredEvent {
  const byId = new Map(pathway.events.map((event) => [event.id, event]));
  let event = byId.get(eventId);
  for (let before = event; before !== undefined; before = byId.get(event?.corrects ?? event?.retracts ?? '')) event = before;
  if (event === undefined) throw unknownEvent();
  const known = Object.hasOwn(definitionOf(context, pathway).source.events, event.type);
  if (event.kind === 'observation' || !known) {
    throw new LedgerError('bad-data', 'Bare det som har hendt eller er besluttet, kan rettes; ikke det systemet selv har merket seg.');
  }
  return event;
}
