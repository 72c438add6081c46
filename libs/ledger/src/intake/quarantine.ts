import { minDate } from '@forlop/calendar';
import { seal } from '@forlop/crypto';
import type { Definition, Json } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { Demographics } from '../core/demographics.js';
import { ledgerToday } from '../core/today.js';
import { asIntake, inTransactionOf, type Transaction } from '../database/transaction.js';
import { receiverOf, referrerOf, unnamedReceiver } from '../house/organisations.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';
import type { IntakeResult, QuarantineReason, RefusedReferral } from '../types/intake.js';
import { createPathway } from './new-pathway.js';
import { createPatient } from './patients.js';
import { knownSource, rememberSource } from './sources.js';

/** Role that sees to quarantined referrals. */
const quarantineOwner = 'mottak';
const quarantineEvent = 'henvisningIKarantene';

/** What the original is bound to, under the patient's key. */
export const originalContext = (patientId: string) => ({ owner: patientId, purpose: 'quarantine' });

/**
 * Keeps a referral that could not be accepted. It becomes a pathway like any other, for a patient whose identity is not
 * verified, so that FRIST-VURDERING, lists, sweep and search watch it from its day of receipt (REF-7).
 */
export function quarantine(context: LedgerContext, refused: RefusedReferral, actor: Actor, within?: Transaction): Promise<IntakeResult> {
  return inTransactionOf(context.database, within, (transaction) => asIntake(transaction, async () => {
    const known = await knownSource(context, transaction, refused.source);
    if (known !== null) return alreadyKnown(transaction, known);
    return quarantineWithin(context, transaction, refused, actor);
  }));
}

/** Where a referral led that was sent before, with why it is in quarantine if it still is. */
export async function alreadyKnown(transaction: Transaction, pathwayId: string): Promise<IntakeResult> {
  const [row] = await transaction.query<{ patient_id: string; position: number; reasons: QuarantineReason[] | null }>(
    `select p.patient_id, p.head_position as position, q.reasons from pathway p left join quarantine q on q.pathway_id = p.id and q.released_at is null where p.id = $1`,
    [pathwayId],
  );
  return { outcome: 'same', pathwayId, patientId: row!.patient_id, position: row!.position, reasons: row!.reasons ?? [] };
}

/** As {@link quarantine}, for a source that is known to be new and locked. */
export async function quarantineWithin(context: LedgerContext, transaction: Transaction, refused: RefusedReferral, actor: Actor): Promise<IntakeResult> {
  if (refused.reasons.length === 0) throw new LedgerError('bad-data', 'En henvisning settes ikke i karantene uten en grunn.');
  const today = await ledgerToday(context, transaction);
  const receivedOn = minDate(refused.receivedOn, today);
  const patient = await createPatient(context, transaction, unverified(refused), false);
  const organisationId = (await receiverOf(transaction, refused.receiver, actor)) ?? unnamedReceiver;
  const written = await createPathway(context, transaction, {
    patient, organisationId, receivedOn,
    referrerOrganisationId: await referrerOf(transaction, refused.referrer),
    definition: definitionOf(context, refused.definition),
    quarantined: true,
    facts: [{ kind: 'fact', type: quarantineEvent, occurredOn: receivedOn, data: { arsak: causeOf(refused.reasons) }, actor: actorText(actor) }],
    actor: actorText(actor),
  });
  await transaction.query(
    'insert into quarantine (pathway_id, organisation_id, received_on, owner, reasons, sealed_original) values ($1, $2, $3, $4, $5, $6)',
    [written.pathwayId, organisationId, receivedOn, quarantineOwner, JSON.stringify(refused.reasons), seal(patient.key!, refused.original, originalContext(patient.id))],
  );
  await rememberSource(context, transaction, refused.source, written.pathwayId);
  return { outcome: 'quarantined', pathwayId: written.pathwayId, patientId: patient.id, position: written.position, reasons: refused.reasons };
}

function unverified({ patient }: RefusedReferral): Demographics {
  return { ...patient, ...(patient?.identifier && { identifier: { ...patient.identifier, value: patient.identifier.value.replace(/\s/g, '') } }) };
}

const numberCodes = new Set(['ugyldig-fodselsnummer', 'ugyldig-d-nummer', 'ugyldig-hjelpenummer', 'syntetisk-nummer', 'mangler-nummer', 'ugyldig-nummer']);

/** The definition's own code for the first reason. */
function causeOf([first]: readonly QuarantineReason[]): Json {
  if (first === undefined) return 'annet';
  if (numberCodes.has(first.code)) return 'ugyldig-nummer';
  return first.code === 'ukjent-mottaker' || first.code === 'uleselig' ? first.code : 'annet';
}

/** The definition that was meant where that is known, else the first that knows what a quarantine is. */
function definitionOf({ rules }: LedgerContext, wanted: string | undefined): Definition {
  const able = rules.definitions().filter((d) => Object.hasOwn(d.events, quarantineEvent));
  const found = able.findLast((d) => d.id === wanted) ?? able.findLast((d) => d.id === able[0]!.id);
  if (found === undefined) throw new LedgerError('unknown-definition', `Ingen definisjon kjenner hendelsen ${quarantineEvent}, så henvisningen kan ikke settes i karantene.`);
  return found;
}
