import { addDays, osloDateOf } from '@forlop/calendar';
import { command } from '../commands/command.js';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { asLine, type Transaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import { addEntry } from './parts.js';

/** Who moves somebody up: nobody in particular did. */
const line = systemActor('course-line');

/** Of each course, how many have a place or the offer of one, and how many wait; whoever was erased does neither. Asked as {@link asLine}. */
export async function standing(reader: Pick<Transaction, 'query'>, courseIds: readonly string[]): Promise<ReadonlyMap<string, { readonly taken: number; readonly waiting: number }>> {
  const rows = await reader.query<{ course_id: string; taken: number; waiting: number }>(
    `select o.course_id, (count(*) filter (where o.state in ('offered', 'accepted', 'completed')))::int as taken, (count(*) filter (where o.state = 'waiting'))::int as waiting
       from course_offer o join patient p on p.id = o.patient_id where o.course_id = any($1) and p.erased_at is null group by o.course_id`, [courseIds]);
  return new Map(rows.map(({ course_id: id, taken, waiting }) => [id, { taken, waiting }]));
}

interface Waiting {
  readonly id: string;
  readonly pathway_id: string;
}

/**
 * Offers free places of a locked course to those who wait, in their order. Whoever cannot be offered one any more (the pathway has ended)
 * leaves the line. The definition's own clock tells the coordinator, who tells the patient.
 */
export function moveUp(context: LedgerContext, transaction: Transaction, course: { readonly id: string; readonly kind: string; readonly places: number; readonly answer_days: number }): Promise<void> {
  return asLine(transaction, async () => {
    let { taken = 0, waiting = 0 } = (await standing(transaction, [course.id])).get(course.id) ?? {};
    for (; taken < course.places && waiting > 0; waiting -= 1) {
      const [next] = await transaction.query<Waiting>(`select o.id, o.pathway_id from course_offer o join patient p on p.id = o.patient_id where o.course_id = $1 and o.state = 'waiting' and p.erased_at is null order by o.line limit 1`, [course.id]);
      if (next !== undefined && (await offerNext(context, transaction, course, next))) taken += 1;
    }
  });
}

async function offerNext(context: LedgerContext, transaction: Transaction, course: { readonly kind: string; readonly answer_days: number }, { id, pathway_id: pathwayId }: Waiting): Promise<boolean> {
  const pathway = await openPathway(context, transaction, pathwayId);
  const offered = await recordMovedUp(context, transaction, pathway, course.kind);
  const answerBy = addDays(pathway.today, course.answer_days);
  await transaction.query('update course_offer set state = $2, offered_on = $3, answer_by = $4, moved_up_at = $5, changed_by = $6, changed_at = $7 where id = $1', [
    id, offered ? 'offered' : 'withdrawn', offered ? pathway.today : null, offered ? answerBy : null, offered ? pathway.now : null, actorText(line), pathway.now,
  ]);
  await addEntry(transaction, pathway, id, offered ? 'moved-up' : 'left-line', line, offered ? { answerBy } : {});
  return offered;
}

async function recordMovedUp(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, kind: string): Promise<boolean> {
  const { head, patient } = pathway;
  const spec = context.rules.definition(head.definitionId, head.definitionVersion).source.courses?.find(({ id }) => id === kind);
  if (spec === undefined || patient.key === null || head.mode === 'historical') return false;
  const { command: name, data } = spec.movedUp;
  const result = await command(context, head.id, { command: name, occurredOn: osloDateOf(pathway.now.getTime()), ...(data !== undefined && { data }) }, line, transaction);
  return result.outcome === 'done';
}
