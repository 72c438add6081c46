import type { Referral } from '@forlop/contracts';
import type { Json } from '@forlop/pathway';
import { adoptAppointments } from '../calendar/adopt.js';
import type { LedgerContext } from '../context.js';
import { asIntake, inTransactionOf, type Transaction } from '../database/transaction.js';
import type { Actor } from '../types/actor.js';
import type { IntakeResult, QuarantineReason } from '../types/intake.js';
import { accept } from './accept.js';
import { demographicsOf, identifierHash } from './patients.js';
import { quarantineWithin } from './quarantine.js';
import { sentAgain } from './sent-again.js';
import { knownSource, rememberSource } from './sources.js';
import { activePathway, appendReferral, patientOf, startPathway } from './take-in.js';

/**
 * Takes in a referral, in one transaction. Locks are taken in the order referral, person, pathway, so that two intakes
 * never wait for each other in a circle.
 */
export function intake(context: LedgerContext, referral: Referral, actor: Actor, within?: Transaction): Promise<IntakeResult> {
  return inTransactionOf(context.database, within, (transaction) => asIntake(transaction, async () => {
    const known = await knownSource(context, transaction, referral.source);
    if (known !== null) return sentAgain(context, transaction, known, referral, actor);
    const accepted = await accept(context, transaction, referral, actor);
    if ('reasons' in accepted) return quarantineReferral(context, transaction, referral, accepted.reasons, actor);

    const patient = await patientOf(context, transaction, referral);
    const active = await activePathway(transaction, patient.id, accepted.definition.id);
    const result = active === null
      ? await startPathway(context, transaction, referral, accepted, patient, actor)
      : await appendReferral(context, transaction, active, referral, actor);
    await rememberSource(context, transaction, referral.source, result.pathwayId);
    await adoptAppointments(context, transaction, identifierHash(context, demographicsOf(referral.patient)), actor);
    return result;
  }));
}

function quarantineReferral(context: LedgerContext, transaction: Transaction, referral: Referral, reasons: readonly QuarantineReason[], actor: Actor): Promise<IntakeResult> {
  const { source, patient, mottattdato, receiver, referrer, definition } = referral;
  return quarantineWithin(context, transaction, {
    source, reasons, receivedOn: mottattdato, original: referral as unknown as Json, patient: demographicsOf(patient),
    ...(receiver && { receiver }), ...(referrer && { referrer }), ...(definition && { definition }),
  }, actor);
}
