import type { Referral } from '@forlop/contracts';
import { storeContact } from '../commands/contact.js';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPatient } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import type { Transaction } from '../database/transaction.js';
import { referrerOf } from '../house/organisations.js';
import { actorText, type Actor } from '../types/actor.js';
import type { IntakeResult } from '../types/intake.js';
import type { Accepted } from './accept.js';
import { createPathway } from './new-pathway.js';
import { createPatient, demographicsOf, findVerified, identifierHash, lockIdentity, updatePatient } from './patients.js';
import { referralFacts } from './referral-events.js';

/** The known patient with what the referral newly tells, or a new one. */
export async function patientOf(context: LedgerContext, transaction: Transaction, referral: Referral): Promise<OpenPatient> {
  const demographics = demographicsOf(referral.patient);
  const hash = identifierHash(context, demographics);
  if (hash !== null) await lockIdentity(transaction, hash);
  const known = hash === null ? null : await findVerified(context, transaction, hash);
  const patient = known === null
    ? await createPatient(context, transaction, demographics, hash !== null)
    : await updatePatient(context, transaction, known, demographics, true);
  const name = referral.referrer?.name;
  if (name !== undefined && patient.key !== null) await storeContact(transaction, patient, 'henviser', { name, email: null });
  return patient;
}

/** The pathway that a new referral for the same condition belongs on. */
export async function activePathway(transaction: Transaction, patientId: string, definitionId: string): Promise<string | null> {
  const [row] = await transaction.query<{ id: string }>(
    `select p.id from pathway p join pathway_state s on s.pathway_id = p.id
      where p.patient_id = $1 and s.definition_id = $2 and s.active and not s.quarantined and p.mode <> 'historical'
      order by p.received_on, p.id limit 1`,
    [patientId, definitionId],
  );
  return row?.id ?? null;
}

/** Begins a pathway with the referral. */
export async function startPathway(context: LedgerContext, transaction: Transaction, referral: Referral, accepted: Accepted, patient: OpenPatient, actor: Actor): Promise<IntakeResult> {
  const { definition, organisationId } = accepted;
  const written = await createPathway(context, transaction, {
    patient, definition, organisationId,
    referrerOrganisationId: await referrerOf(transaction, referral.referrer),
    receivedOn: referral.mottattdato,
    quarantined: false,
    facts: referralFacts(context.rules.definition(definition.id, definition.version), referral, actorText(actor)),
    actor: actorText(actor),
  });
  return { outcome: 'created', pathwayId: written.pathwayId, patientId: patient.id, position: written.position, reasons: [] };
}

/** Puts the referral on a pathway that runs already, as one more fact. */
export async function appendReferral(context: LedgerContext, transaction: Transaction, pathwayId: string, referral: Referral, actor: Actor): Promise<IntakeResult> {
  const pathway = await openPathway(context, transaction, pathwayId);
  const { head, patient } = pathway;
  const facts = referralFacts(context.rules.definition(head.definitionId, head.definitionVersion), referral, actorText(actor));
  const { position } = await writePathway(context, transaction, pathway, facts, { tell: true });
  return { outcome: 'appended', pathwayId, patientId: patient.id, position, reasons: [] };
}
