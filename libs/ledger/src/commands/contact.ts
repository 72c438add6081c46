import { open, seal } from '@forlop/crypto';
import type { LedgerContext } from '../context.js';
import { observations } from '../core/observation-types.js';
import { openPathway, type OpenPatient } from '../core/open-pathway.js';
import { writePathway } from '../core/write-pathway.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { readdress } from '../reminders/readdress.js';
import { personHashes } from '../tenancy/holder.js';
import { actorText, type Actor } from '../types/actor.js';
import { LedgerError } from '../types/errors.js';

/** How a role is reached about one patient. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  /** The number in the register of health personnel: with it, reminders about several patients become one message. */
  readonly hprNumber?: string | undefined;
  /** Their address in the health network, for dialogmelding. */
  readonly herId?: string | undefined;
  /** The organisation that they answer for: a record system may serve all of it. */
  readonly orgNumber?: string | undefined;
}

/** A contact who is named by number sees the patient as well: the fastlege the whole pathway, others the steps that their role takes part in. */
export interface ContactInput extends Contact {
  readonly personNumber?: string | undefined;
}

const contextOf = (patientId: string, role: string) => ({ owner: patientId, purpose: `contact/${role}` });

/**
 * Stores a role's contact details, sealed; the ledger keeps that they changed, by whom and when. Of a number only keyed hashes are
 * kept. The role's former contact sees the patient no more, from today. @throws LedgerError `bad-data`.
 */
export function setContact(context: LedgerContext, pathwayId: string, role: string, contact: ContactInput, actor: Actor, within?: Transaction): Promise<void> {
  return inTransactionOf(context.database, within, async (transaction) => {
    const pathway = await openPathway(context, transaction, pathwayId);
    const persons = personHashes(context.searchKey, contact);
    await storeContact(transaction, pathway.patient, role, contact);
    const draft = { kind: 'observation' as const, type: observations.contactChanged, occurredOn: pathway.today, data: { role, ...(persons.length > 0 && { person: persons }) }, actor: actorText(actor) };
    await writePathway(context, transaction, pathway, [draft], { tell: false });
    await readdress(context, transaction, pathway, role);
  });
}

/** Writes one contact of a patient whose key we have. */
export async function storeContact(transaction: Transaction, patient: Pick<OpenPatient, 'id' | 'key'>, role: string, contact: Contact): Promise<void> {
  if (patient.key === null) throw new LedgerError('erased', 'Pasientens opplysninger er slettet.');
  const sealed = seal(patient.key, sealable(contact), contextOf(patient.id, role));
  await transaction.query(
    'insert into patient_contact (patient_id, role, sealed) values ($1, $2, $3) on conflict (patient_id, role) do update set sealed = excluded.sealed, updated_at = now()',
    [patient.id, role, sealed],
  );
}

const sealable = ({ name, email, hprNumber, herId, orgNumber }: Contact) => ({
  name, email, ...(hprNumber !== undefined && { hprNumber }), ...(herId !== undefined && { herId }), ...(orgNumber !== undefined && { orgNumber }),
});

/** Opens one contact. */
export function openContact(patientId: string, key: Buffer, role: string, sealed: Buffer): Contact {
  return open(key, sealed, contextOf(patientId, role)) as unknown as Contact;
}
