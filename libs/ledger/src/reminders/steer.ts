import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { effectsOn } from '../house/effects.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { ReminderState, Steered } from '../types/reminders.js';
import type { AttemptPurpose } from '../types/advancing.js';
import { addEntries } from './entries.js';

interface SteeredRow {
  readonly id: string;
  readonly attempt_id: string;
  readonly key: string;
  readonly purpose: AttemptPurpose;
  readonly state: ReminderState;
}

const sentences = {
  'not-an-ask': 'Bare påminnelser kan stoppes. Det som er løftet til koordinatoren, og beskjeder om at noe ikke gjelder lenger, går ut som de skal.',
  'under-way': 'Påminnelsen er på vei ut nå og kan ikke stoppes.',
  'sent-already': 'Påminnelsen er alt sendt. Er oppgaven gjort, registrer svaret, så stopper påminnelsene.',
  'ended-already': 'Påminnelsen er alt avsluttet.',
  'effects-off': 'Utsendinger er slått av for hele installasjonen.',
} as const;

const refused = (code: keyof typeof sentences): Steered => ({ outcome: 'refused', code, sentence: sentences[code] });

/**
 * Stops one reminder that has not left. The duty stands: what the definition asks for later is asked for, and escalated as it says. The reason is
 * sealed on the pathway, the proof tells who. @throws LedgerError `unknown-obligation`, `unknown-pathway`, `erased`.
 */
export function stopReminder(context: LedgerContext, pathwayId: string, reminderId: string, reason: string, actor: Actor, within?: Transaction): Promise<Steered> {
  return inTransactionOf(context.database, within, async (transaction): Promise<Steered> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    if (pathway.patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet.');
    const row = await planned(transaction, pathway, reminderId);
    if (typeof row === 'string') return refused(row);
    if (row.purpose !== 'ask') return refused('not-an-ask');
    await transaction.query(`update reminder set state = 'suppressed', code = 'stopped', closed_at = $2 where id = $1`, [row.id, pathway.now]);
    await addEntries(transaction, [row.id], pathway.now, { what: 'suppressed', code: 'stopped' }, actorText(actor));
    await transaction.query('select settle_stopped($1, $2)', [row.attempt_id, pathway.now]);
    const draft = { kind: 'observation' as const, type: observations.reminderStopped, occurredOn: pathway.today, data: { about: row.key }, text: reason, actor: actorText(actor) };
    await writePathway(context, transaction, pathway, [draft], { tell: false });
    return { outcome: 'done' };
  });
}

/** Lets a reminder that waits for its window leave now, as soon as people may be disturbed. The receiver's limit in a week and stand-in hold as before. */
export function hastenReminder(context: LedgerContext, pathwayId: string, reminderId: string, actor: Actor, within?: Transaction): Promise<Steered> {
  return inTransactionOf(context.database, within, async (transaction): Promise<Steered> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const row = await planned(transaction, pathway, reminderId);
    if (typeof row === 'string') return refused(row);
    if (!(await effectsOn(transaction))) return refused('effects-off');
    await transaction.query('update reminder set due_at = least(due_at, $2) where id = $1', [row.id, pathway.now]);
    await addEntries(transaction, [row.id], pathway.now, { what: 'hastened' }, actorText(actor));
    return { outcome: 'done' };
  });
}

/** The reminder, locked, while nothing of it has left; else why it cannot be steered. A digest that is claiming it is waited for. */
async function planned(transaction: Transaction, { head }: OpenPathway, reminderId: string): Promise<SteeredRow | keyof typeof sentences> {
  const [row] = isUuid(reminderId)
    ? await transaction.query<SteeredRow>('select r.id, r.attempt_id, a.key, r.purpose, r.state from reminder r join obligation_attempt a on a.id = r.attempt_id where r.id = $1 and r.pathway_id = $2 for update of r', [reminderId, head.id])
    : [];
  if (row === undefined) throw new LedgerError('unknown-obligation', 'Påminnelsen finnes ikke i forløpet.');
  if (row.state === 'planned') return row;
  if (row.state === 'sending') return 'under-way';
  return ['sent', 'delivered', 'read', 'acknowledged'].includes(row.state) ? 'sent-already' : 'ended-already';
}
