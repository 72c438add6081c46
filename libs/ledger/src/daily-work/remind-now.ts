import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { claimRefusal } from '../process/claims.js';
import { confirmedKeys, isOpenObligation, type ObligationRow } from '../process/open-obligations.js';
import { hasAddress, planOpened } from '../reminders/plan.js';
import { observations } from '../core/observation-types.js';
import { actorText, type Actor } from '../types/actor.js';
import type { ObligationKind } from '../types/advancing.js';
import type { ReminderPlan } from '../types/reminders.js';
import type { RemindedNow } from '../types/daily-work.js';
import { writePathway } from '../core/write-pathway.js';

const sentences = {
  'nothing-open': 'Ingen oppgave er åpen som noen kan minnes om nå.',
  'asked-already': 'Den som har oppgaven, er alt spurt i dag.',
  'no-address': 'Rollen som har oppgaven, har ingen adresse. Lagre en kontakt først.',
  'effects-off': 'Utsendinger er slått av for hele installasjonen.',
  'needs-confirmation': 'Meldingen må bekreftes av en navngitt person før noe sendes.',
} as const;

const refused = (code: keyof typeof sentences): RemindedNow => ({ outcome: 'refused', code, sentence: sentences[code] });

/** How each kind of duty is asked for the first time. Notices that leave the house are not asked for here: a named person confirms those. */
const wordings: Partial<Readonly<Record<ObligationKind, ReminderPlan['wording']>>> = {
  remind: 'remind', 'arrange-meeting': 'convene-meeting', 'offer-lms-course': 'offer-course', 'collect-prom': 'collect-prom', 're-evaluate-diagnosis': 're-evaluate',
};

/**
 * Asks whoever has the open duties for them now, once a day for each: planned, claimed and sent by the rules of every reminder, with the
 * receiver's own window, limit and stand-in.
 */
export function remindNow(context: LedgerContext, pathwayId: string, actor: Actor, within?: Transaction): Promise<RemindedNow> {
  return inTransactionOf(context.database, within, async (transaction): Promise<RemindedNow> => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const rows = await transaction.query<ObligationRow>('select * from obligation_row where pathway_id = $1 order by due_on, key', [pathwayId]);
    const open = rows.filter((row) => isOpenObligation(row, pathway.today) && wordings[row.kind] !== undefined);
    if (pathway.head.mode !== 'live' || open.length === 0) return refused('nothing-open');
    const planned: { key: string; role: string; at: string }[] = [];
    const reasons: (keyof typeof sentences)[] = [];
    for (const obligation of open) {
      const result = await ask(context, transaction, pathway, obligation);
      if (typeof result === 'string') reasons.push(result);
      else planned.push(result);
    }
    // Whoever was asked already is the better answer than who could not be.
    if (planned.length === 0) return refused(reasons.includes('asked-already') ? 'asked-already' : reasons[0]!);
    const drafts = planned.map(({ key }) => ({ kind: 'observation' as const, type: observations.reminderAsked, occurredOn: pathway.today, data: { about: key }, actor: actorText(actor) }));
    await writePathway(context, transaction, pathway, drafts, { tell: false });
    return { outcome: 'planned', reminders: planned };
  });
}

/** Plans one; or says why not. The day is the attempt, as of those that the definition plans, so that nobody is asked twice in a day. */
async function ask(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, obligation: ObligationRow): Promise<{ key: string; role: string; at: string } | keyof typeof sentences> {
  const plan: ReminderPlan = { pathwayId: pathway.head.id, key: obligation.key, attempt: Number(pathway.today.replaceAll('-', '')), purpose: 'ask', wording: wordings[obligation.kind]! };
  if (obligation.needs_confirmation && !confirmedKeys(pathway.events).has(obligation.key)) return 'needs-confirmation';
  const refusal = await claimRefusal(transaction, pathway, obligation, plan);
  if (refusal !== null) return refusal.why === 'hold' ? 'effects-off' : 'asked-already';
  if (await alreadyPlanned(transaction, plan)) return 'asked-already';
  if (!(await hasAddress(context, transaction, pathway, obligation.to_role))) return 'no-address';
  const [digest] = await planOpened(context, transaction, pathway, obligation, plan);
  return digest === undefined ? 'no-address' : { key: obligation.key, role: obligation.to_role, at: digest.at };
}

async function alreadyPlanned(transaction: Transaction, { pathwayId, key, attempt, purpose }: ReminderPlan): Promise<boolean> {
  const rows = await transaction.query('select from obligation_attempt where pathway_id = $1 and key = $2 and attempt = $3 and purpose = $4 limit 1', [pathwayId, key, attempt, purpose]);
  return rows.length > 0;
}
