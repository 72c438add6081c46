import { checkEvent, type CompiledDefinition, type DataError } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import type { FactInput, RecordResult } from '../types/writing.js';
import { hasText, textOf } from './command.js';

/**
 * Records what happened: all of it or nothing. The data must be right; the state plays no part, and what does not fit
 * becomes a finding. A fact whose id the pathway has already is skipped.
 */
export function record(context: LedgerContext, pathwayId: string, facts: readonly FactInput[], actor: Actor, within?: Transaction): Promise<RecordResult> {
  return inTransactionOf(context.database, within, async (transaction): Promise<RecordResult> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const definition = definitionOf(context, pathway);
    const errors = [
      ...facts.flatMap((fact, i) => factErrors(definition, fact, pathway).map((error) => ({ ...error, path: `/${i}${error.path}` }))),
      ...(await takenIds(transaction, pathway, facts)),
    ];
    if (errors.length > 0) return { outcome: 'invalid', errors, position: pathway.head.headPosition };

    const drafts = newFacts(pathway, facts).map((fact) => draftOf(fact, actor));
    if (drafts.length === 0) return { outcome: 'done', pathwayId, position: pathway.head.headPosition, eventIds: [] };
    const written = await writePathway(context, transaction, pathway, drafts, { tell: true });
    return { outcome: 'done', pathwayId, position: written.position, eventIds: written.eventIds };
  });
}

/** The rules that the pathway is on. */
export function definitionOf(context: LedgerContext, { head }: OpenPathway): CompiledDefinition {
  return context.rules.definition(head.definitionId, head.definitionVersion);
}

function factErrors(definition: CompiledDefinition, fact: FactInput, pathway: OpenPathway): DataError[] {
  const draft = { type: fact.type, occurredOn: fact.occurredOn, data: fact.data ?? {}, hasText: hasText(fact.text) };
  const errors = checkEvent(definition, draft, { today: pathway.today, birthDate: pathway.patient.birthDate });
  if (fact.id !== undefined && !isUuid(fact.id)) errors.push({ path: '/id', code: 'wrong-type', sentence: 'Id-en må være en UUID med små bokstaver.' });
  return errors;
}

/** Ids that belong to another pathway: the sender has mixed two patients up. */
async function takenIds(transaction: Transaction, pathway: OpenPathway, facts: readonly FactInput[]): Promise<DataError[]> {
  const ids = facts.map((fact) => fact.id).filter(isUuid);
  if (ids.length === 0) return [];
  const taken = await transaction.query<{ id: string }>('select event_ids_elsewhere($1, $2) as id', [ids, pathway.head.id]);
  return taken.map(({ id }) => ({
    path: `/${facts.findIndex((fact) => fact.id === id)}/id`,
    code: 'wrong-type' as const,
    sentence: 'Id-en er alt brukt for en hendelse i et annet forløp.',
  }));
}

/** Without those that are recorded already, here or earlier in the same call. */
function newFacts(pathway: OpenPathway, facts: readonly FactInput[]): FactInput[] {
  const known = new Set(pathway.events.map((event) => event.id));
  return facts.filter(({ id }) => id === undefined || (!known.has(id) && known.add(id)));
}

/** Checked before, so the date is one. */
function draftOf(fact: FactInput, actor: Actor): EventDraft {
  return { id: fact.id, kind: 'fact', type: fact.type, occurredOn: fact.occurredOn as EventDraft['occurredOn'], data: fact.data ?? {}, text: textOf(fact.text), actor: actorText(actor) };
}
