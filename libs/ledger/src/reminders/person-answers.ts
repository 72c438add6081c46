import { evaluate, type AnswerSpec, type DutySpec, type Json } from '@forlop/pathway';
import { commandOn } from '../commands/command.js';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { splitKey } from '../core/obligation-keys.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { kernelInputOf } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { AnswerGiven, AnswerResult, CommandAnswer, ReminderState } from '../types/reminders.js';
import { takeLinkAnswer } from './answers.js';
import { addEntries } from './entries.js';

interface AnsweredRow {
  readonly id: string;
  readonly role: string;
  readonly state: ReminderState;
  readonly key: string;
  /** The day that this answer was given with before; null: it was not. */
  readonly answered_on: string | null;
}

const refused = (code: string, nb: string, { head }: OpenPathway): AnswerResult => ({ outcome: 'refused', refusal: { code, sentence: { nb } }, position: head.headPosition });
const repeated: AnswerResult = { outcome: 'answered', repeated: true, recorded: null };

/**
 * An answer of somebody who is logged in, through the ordinary command path: what it means stands in the definition's duty. The proof holds who
 * answered, with which event, and by which link. The same once more changes nothing. @throws LedgerError `unknown-obligation`, `unknown-pathway`.
 */
export function answerAsPerson(context: LedgerContext, given: AnswerGiven, actor: Actor, within?: Transaction): Promise<AnswerResult> {
  return inTransactionOf(context.database, within, async (transaction): Promise<AnswerResult> => {
    const pathway = await openPathway(context, transaction, given.pathwayId);
    const row = await answeredRow(transaction, given, pathway);
    const { answer, actingAs } = given;
    if (!actingAs.alsoUnnamed && !actingAs.roles.includes(row.role)) return refused('role-does-not-allow', 'Påminnelsen er sendt til noen andre.', pathway);
    if (row.answered_on !== null) return given.occurredOn === undefined || given.occurredOn === row.answered_on ? repeated : refused('already-answered', `Dette er alt registrert på påminnelsen, med datoen ${row.answered_on}. Er datoen feil, rettes hendelsen i forløpet.`, pathway);
    const on = given.occurredOn ?? pathway.today;
    const by = { actor: actorText(actor), detail: { on, link: given.link } };
    if (answer === 'received' || answer === 'not-mine') {
      const taken = await takeLinkAnswer(context, transaction, pathway, row.id, answer, by);
      return taken === 'closed' ? closed(pathway) : { outcome: 'answered', repeated: taken === 'repeated', recorded: null };
    }
    if (row.state === 'done') return closed(pathway);
    const duty = dutyOf(context, pathway, row);
    const spec = duty?.answers?.[answer];
    if (duty === undefined || spec === undefined) return refused('answer-not-offered', 'Dette svaret kan ikke gis på denne påminnelsen. Skriv til koordinatoren, eller gi kommandoen i forløpet.', pathway);
    const result = await commandOn(context, transaction, pathway, commandOf(given, spec, on, answer === 'done' ? joined(context, pathway, duty, row) : {}), actor);
    if (result.outcome !== 'done') return result;
    await record(transaction, pathway, row, answer, { actor: by.actor, detail: { ...by.detail, command: spec.command, event: result.eventIds[0] ?? null } });
    const { outcome: _, ...recorded } = result;
    return { outcome: 'answered', repeated: false, recorded };
  });
}

const closed = (pathway: OpenPathway): AnswerResult => refused('reminder-closed', 'Påminnelsen er besvart på en annen måte, eller gjelder ikke lenger. Ingenting er endret.', pathway);

/** Read with the pathway's lock held: of two answers at once, the second sees the first. */
async function answeredRow(transaction: Transaction, { reminderId, pathwayId, answer }: AnswerGiven, { today }: OpenPathway): Promise<AnsweredRow> {
  const [row] = isUuid(reminderId)
    ? await transaction.query<AnsweredRow>(
        `select r.id, r.role, r.state, a.key,
                (select coalesce(e.detail->>'on', $4) from reminder_entry e where e.reminder_id = r.id and e.what in ('answered', 'acknowledged') and e.code = $3 order by e.id limit 1) as answered_on
           from reminder r join obligation_attempt a on a.id = r.attempt_id where r.id = $1 and r.pathway_id = $2 and r.sent_at is not null`,
        [reminderId, pathwayId, answer, today])
    : [];
  if (row === undefined) throw new LedgerError('unknown-obligation', 'Påminnelsen finnes ikke i forløpet.');
  return row;
}

function dutyOf({ rules }: LedgerContext, { head }: OpenPathway, { key }: AnsweredRow): DutySpec | undefined {
  const { duty } = splitKey(key);
  return rules.definition(head.definitionId, head.definitionVersion).source.duties.find(({ id }) => id === duty);
}

type Data = Readonly<Record<string, Json>>;

/** Where a clock runs once for each question, what was asked stands in the fact that started it: the answer names the same. */
function joined(context: LedgerContext, pathway: OpenPathway, duty: DutySpec, { key }: AnsweredRow): Data {
  const { head } = pathway;
  const field = context.rules.definition(head.definitionId, head.definitionVersion).source.clocks.find(({ id }) => id === duty.clock)?.key;
  if (field === undefined) return {};
  const clock = evaluate(kernelInputOf(context, pathway)).clocks.find((row) => row.key === `${duty.clock}#${splitKey(key).occurrence}`);
  const asked = pathway.events.find(({ id }) => id === clock?.facts.start)?.data[field];
  return asked === undefined ? {} : { [field]: asked };
}

/** What the definition gives with the answer goes before what the person gives. */
function commandOf({ reminderId, data, text, actingAs }: AnswerGiven, { command, data: fixed, reminderIn }: AnswerSpec, on: string, joins: Data) {
  return {
    command,
    occurredOn: on,
    data: { ...data, ...joins, ...fixed, ...(reminderIn !== undefined && { [reminderIn]: reminderId }) },
    ...(text !== undefined && { text }),
    actingAs,
  };
}

/** What the coordinator has taken over stays hers. */
async function record(transaction: Transaction, { now }: OpenPathway, { id }: AnsweredRow, answer: CommandAnswer, { actor, detail }: { readonly actor: string; readonly detail: Readonly<Record<string, string | null>> }): Promise<void> {
  await transaction.query(
    `update reminder set state = case when state = 'escalated' then state else 'answered' end, answer = $2, answered_at = $3, receipt_due_at = null where id = $1`, [id, answer, now]);
  await addEntries(transaction, [id], now, { what: 'answered', code: answer, detail }, actor);
}
