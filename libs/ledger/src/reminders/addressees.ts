import { ageOn } from '@forlop/calendar';
import { openContact, type Contact } from '../commands/contact.js';
import type { LedgerContext } from '../context.js';
import type { OpenPathway, OpenPatient } from '../core/open-pathway.js';
import { asAddressing, type Transaction } from '../database/transaction.js';
import type { ChannelId } from '../types/reminders.js';
import { patientReceiver, receiverOf, type ReceiverRow } from './receiver.js';

/** Whom one effect goes to. `receiver` null: nobody has an address for the role. `channel`: the way is given, not chosen. */
export interface Recipient {
  readonly role: string;
  readonly receiver: ReceiverRow | null;
  readonly channel: ChannelId | null;
}

/** Roles outside the hospital that are reached through the referrer's organisation when no contact is stored. */
const referrerRoles = new Set(['fastlege', 'henviser']);
/** The patient's own: their addresses stay in her record, and go with it. */
const patientRoles = new Set(['pasient', 'foresatt']);
/** Nobody answers in their place: without a contact of their own they are not reached, and the coordinator has it. */
const onlyThemselves = new Set([...patientRoles, 'skole', 'kommune']);
/** From this age the patient is told herself; before it, whoever answers for her is (AGE-3; pasient- og brukerrettighetsloven § 4-3). */
const toldHerselfFrom = 16;

interface HouseRow {
  readonly organisation: string;
  readonly email: string | null;
  readonly referrer: string | null;
  readonly referrer_email: string | null;
  readonly referrer_number: string | null;
  readonly helfo: string | null;
  readonly helfo_email: string | null;
}

/** Whom what is asked of a role about this patient goes to. */
export async function recipientOf(context: LedgerContext, transaction: Transaction, { head, patient, today }: OpenPathway, asked: string): Promise<Recipient> {
  const role = asked === 'pasient' && patient.birthDate !== null && ageOn(patient.birthDate, today) < toldHerselfFrom ? 'foresatt' : asked;
  if (onlyThemselves.has(role) && (await storedContact(transaction, patient, role)) === null) return { role, receiver: null, channel: null };
  const contact = await contactOf(transaction, patient, head.id, role);
  const receiver = await asAddressing(transaction, () => (patientRoles.has(role) ? patientReceiver(context, transaction, patient.id, role) : receiverOf(context, transaction, contact)));
  return { role, receiver, channel: null };
}

/** Who answers for a role about this patient: the stored contact, else the organisation that the role belongs to. */
export async function contactOf(transaction: Transaction, patient: Pick<OpenPatient, 'id' | 'key'>, pathwayId: string, role: string): Promise<Contact> {
  return (await storedContact(transaction, patient, role)) ?? organisationFor(role, await houseOf(transaction, pathwayId));
}

/** The contact that is stored for a role about this patient; null: none. */
export async function storedContact(transaction: Transaction, { id, key }: Pick<OpenPatient, 'id' | 'key'>, role: string): Promise<Contact | null> {
  const [stored] = key === null ? [] : await transaction.query<{ sealed: Buffer }>('select sealed from patient_contact where patient_id = $1 and role = $2', [id, role]);
  return stored === undefined ? null : openContact(id, key!, role, stored.sealed);
}

async function houseOf(transaction: Transaction, pathwayId: string): Promise<HouseRow> {
  const [row] = await transaction.query<HouseRow>(
    `select org.name as organisation, org.email, r.name as referrer, r.email as referrer_email, r.org_number as referrer_number, h.name as helfo, h.email as helfo_email
       from pathway p join organisation org on org.id = p.organisation_id
       left join organisation r on r.id = p.referrer_organisation_id
       left join lateral (select name, email from organisation where kind = 'helfo' order by id limit 1) h on true
      where p.id = $1`,
    [pathwayId],
  );
  return row!;
}

/** The organisation that answers for a role: the referrer's, Helfo, or the house. */
function organisationFor(role: string, row: HouseRow): Contact {
  if (referrerRoles.has(role)) return { name: row.referrer ?? '', email: row.referrer_email, orgNumber: row.referrer_number ?? undefined };
  if (role === 'helfo') return { name: row.helfo ?? '', email: row.helfo_email };
  return { name: row.organisation, email: row.email };
}

/**
 * Everyone who was told about an obligation since it was last corrected, each by the way that they were told. What was planned
 * and never sent told nobody.
 */
export async function toldRecipients(transaction: Transaction, pathwayId: string, about: string, generation: number): Promise<Recipient[]> {
  const rows = await transaction.query<ReceiverRow & { readonly role: string; readonly told_by: ChannelId }>(
    `select distinct on (r.receiver_id, r.channel) v.*, r.role, r.channel as told_by
       from reminder r join obligation_attempt a on a.id = r.attempt_id join receiver v on v.id = r.receiver_id
      where a.pathway_id = $1 and a.about = $2 and a.generation = $3 and r.purpose <> 'withdraw' and r.sent_at is not null
      order by r.receiver_id, r.channel, r.sent_at`,
    [pathwayId, about, generation],
  );
  return rows.map(({ role, told_by: channel, ...receiver }) => ({ role, receiver, channel }));
}
