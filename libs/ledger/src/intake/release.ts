import { isOsloDate } from '@forlop/calendar';
import { engineEvents, type Json } from '@forlop/pathway';
import { adoptAppointments } from '../calendar/adopt.js';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, unknownPathway, type OpenPathway } from '../core/open-pathway.js';
import { writePathway, type EventDraft, type HeadChange } from '../core/write-pathway.js';
import { asIntake, inTransactionOf, type Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { IntakeResult, QuarantineRelease } from '../types/intake.js';
import { accept, type Accepted } from './accept.js';
import { demographicsOf, findVerified, identifierHash, lockIdentity, updatePatient } from './patients.js';
import { referralFacts } from './referral-events.js';
import { rememberSource } from './sources.js';
import { activePathway, appendReferral, patientOf } from './take-in.js';

type AcceptedRelease = Extract<QuarantineRelease, { as: 'accepted' }>;

/** Ends a quarantine: the corrected referral is taken in, or it was none. @throws LedgerError `not-in-quarantine`, `bad-data`. */
export function releaseQuarantine(context: LedgerContext, pathwayId: string, release: QuarantineRelease, actor: Actor, within?: Transaction): Promise<IntakeResult> {
  return inTransactionOf(context.database, within, async (transaction) => {
    await mustSee(transaction, pathwayId);
    return asIntake(transaction, () => releaseWithin(context, transaction, pathwayId, release, actor));
  });
}

/** Who releases must see what is in quarantine; whom it turns out to be about may be anybody's patient. */
async function mustSee(transaction: Transaction, pathwayId: string): Promise<void> {
  const found = isUuid(pathwayId) ? await transaction.query('select from pathway where id = $1', [pathwayId]) : [];
  if (found.length === 0) throw unknownPathway();
}

/** As {@link releaseQuarantine}, in a transaction that is open. */
export async function releaseWithin(context: LedgerContext, transaction: Transaction, pathwayId: string, release: QuarantineRelease, actor: Actor): Promise<IntakeResult> {
  const accepted = release.as === 'accepted' ? await acceptable(context, transaction, release, actor) : null;
  // The person's lock comes before the pathway's, as in `intake`.
  const hash = release.as === 'accepted' ? identifierHash(context, demographicsOf(release.referral.patient)) : null;
  if (hash !== null) await lockIdentity(transaction, hash);
  const pathway = await openPathway(context, transaction, pathwayId);
  checkRelease(pathway, release);
  if (release.as === 'discarded') return discard(context, transaction, pathway, release.reason, release.on, actor);
  const result = await takeIn(context, transaction, pathway, release, accepted!, actor);
  await adoptAppointments(context, transaction, hash, actor);
  return result;
}

async function acceptable(context: LedgerContext, transaction: Transaction, release: AcceptedRelease, actor: Actor): Promise<Accepted> {
  const accepted = await accept(context, transaction, release.referral, actor);
  if ('reasons' in accepted) throw new LedgerError('bad-data', accepted.reasons.map((reason) => reason.sentence).join(' '));
  return accepted;
}

function checkRelease(pathway: OpenPathway, { on }: QuarantineRelease): void {
  if (!pathway.quarantined) throw new LedgerError('not-in-quarantine', 'Henvisningen er ikke i karantene.');
  if (!isOsloDate(on) || on > pathway.today || on < pathway.head.receivedOn) {
    throw new LedgerError('bad-data', `Dagen må være en dato fra henvisningen kom (${pathway.head.receivedOn}) til i dag.`);
  }
}

/**
 * The corrected referral. The person may be known, and may have an active pathway for the condition: then the referral
 * belongs there, and what was in quarantine ends as its duplicate.
 */
async function takeIn(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, release: AcceptedRelease, accepted: Accepted, actor: Actor): Promise<IntakeResult> {
  const { referral } = release;
  const hash = identifierHash(context, demographicsOf(referral.patient));
  const known = hash === null ? null : await findVerified(context, transaction, hash);
  const active = known === null ? null : await activePathway(transaction, known.id, accepted.definition.id);
  if (active !== null) {
    await patientOf(context, transaction, referral);
    await end(context, transaction, pathway, 'duplikat', undefined, release.on, actor);
    await close(transaction, pathway.head.id, 'accepted', actor, active);
    const result = await appendReferral(context, transaction, active, referral, actor);
    await rememberSource(context, transaction, referral.source, active);
    return result;
  }
  const patient = known === null
    ? await updatePatient(context, transaction, pathway.patient, demographicsOf(referral.patient), hash !== null)
    : await updatePatient(context, transaction, known, demographicsOf(referral.patient), true);
  if (known !== null) await transaction.query('update patient set merged_into = $2 where id = $1', [pathway.patient.id, known.id]);
  const change: HeadChange = { patient, patientId: patient.id, quarantined: false };
  await close(transaction, pathway.head.id, 'accepted', actor, null);
  const { position } = await writePathway(context, transaction, pathway, acceptedEvents(context, pathway, release, accepted, actor), { tell: true, change });
  await rememberSource(context, transaction, referral.source, pathway.head.id);
  return { outcome: 'created', pathwayId: pathway.head.id, patientId: patient.id, position, reasons: [] };
}

/** What turns the quarantined pathway into an ordinary one; handed to its receiver and moved first, where the right definition is another. */
function acceptedEvents(context: LedgerContext, { head, today }: OpenPathway, { referral, on }: AcceptedRelease, { definition, organisationId }: Accepted, actor: Actor): EventDraft[] {
  const by = actorText(actor);
  const moved = definition.id !== head.definitionId || definition.version !== head.definitionVersion;
  const regime: Record<string, Json> = { definition: { id: definition.id, version: definition.version }, calendar: { ...definition.calendar } };
  const handedOver = { fra: head.organisationId, til: organisationId, dato: today };
  return [
    ...(organisationId === head.organisationId ? [] : [{ kind: 'observation' as const, type: observations.transferred, occurredOn: today, data: handedOver, actor: by }]),
    ...(moved ? [{ kind: 'decision' as const, type: engineEvents.moved, occurredOn: head.receivedOn, data: regime, actor: by }] : []),
    ...referralFacts(context.rules.definition(definition.id, definition.version), referral, by),
    { kind: 'decision', type: 'karanteneLost', occurredOn: on, data: { utfall: 'rettet' }, actor: by },
  ];
}

async function discard(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, reason: string, on: AcceptedRelease['on'], actor: Actor): Promise<IntakeResult> {
  if (reason.trim() === '') throw new LedgerError('bad-data', 'Skriv hvorfor det ikke var en henvisning.');
  await close(transaction, pathway.head.id, 'discarded', actor, null);
  const position = await end(context, transaction, pathway, 'ikke-henvisning', reason, on, actor);
  return { outcome: 'quarantined', pathwayId: pathway.head.id, patientId: pathway.patient.id, position, reasons: [] };
}

async function end(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, utfall: string, text: string | undefined, on: AcceptedRelease['on'], actor: Actor): Promise<number> {
  const draft: EventDraft = { kind: 'decision', type: 'karanteneLost', occurredOn: on, data: { utfall }, text, actor: actorText(actor) };
  return (await writePathway(context, transaction, pathway, [draft], { tell: true, change: { quarantined: false } })).position;
}

async function close(transaction: Transaction, pathwayId: string, as: QuarantineRelease['as'], actor: Actor, continuedOn: string | null): Promise<void> {
  await transaction.query(
    'update quarantine set released_at = clock_timestamp(), released_by = $2, released_as = $3, continued_on = $4 where pathway_id = $1 and released_at is null',
    [pathwayId, actorText(actor), as, continuedOn],
  );
}
