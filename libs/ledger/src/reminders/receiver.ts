import { randomUUID } from 'node:crypto';
import type { OsloDate } from '@forlop/calendar';
import { open, seal } from '@forlop/crypto';
import type { Contact } from '../commands/contact.js';
import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { systemKey } from '../house/system-keys.js';
import { hprHash } from '../tenancy/holder.js';
import type { Address, ChannelId } from '../types/reminders.js';

/** A receiver as their row says. */
export interface ReceiverRow {
  readonly id: string;
  readonly sealed: Buffer | null;
  readonly patient_id: string | null;
  readonly channel: ChannelId | null;
  readonly frequency: 'each' | 'daily' | 'weekly';
  readonly max_per_week: number | null;
  readonly language: 'nb' | 'nn' | 'en';
  readonly away_from: OsloDate | null;
  readonly away_to: OsloDate | null;
  readonly stand_in: string | null;
  readonly unreachable: string | null;
  readonly undigested_at: Date | null;
}

const keyName = 'receivers';
const contextOf = (id: string) => ({ owner: id, purpose: 'receiver' });

/** The row of a patient, or of somebody who answers for her: it has no details but those of her record. */
export function patientReceiver(context: LedgerContext, transaction: Transaction, patientId: string, role: string): Promise<ReceiverRow> {
  return found(transaction, context.searchKey.hash('receiver', `patient:${patientId}:${role}`), { patientId });
}

/**
 * The receiver that a contact is, made when they are new. Two patients' contacts are the same receiver when they have the same HPR number, or
 * without one the same e-mail address, or at last the same organisation. What the contact now says replaces what was known. Null: there is nothing to tell them apart by.
 */
export async function receiverOf(context: LedgerContext, transaction: Transaction, contact: Contact): Promise<ReceiverRow | null> {
  const identity = contact.hprNumber ? `hpr:${contact.hprNumber.replace(/^0+/, '')}` : contact.herId ? `her:${contact.herId}` : contact.email ? `email:${contact.email.toLowerCase()}` : contact.orgNumber ? `org:${contact.orgNumber}` : null;
  if (identity === null) return null;
  const row = await found(transaction, context.searchKey.hash('receiver', identity), { person: contact.hprNumber ? hprHash(context.searchKey, contact.hprNumber) : null });
  const known = await addressOf(context, row, transaction);
  const now: Address = { name: contact.name, email: contact.email, hprNumber: contact.hprNumber ?? null, herId: contact.herId ?? known?.herId ?? null, orgNumber: contact.orgNumber ?? known?.orgNumber ?? null };
  if (known !== null && JSON.stringify(known) === JSON.stringify(now)) return row;
  const sealed = seal(await systemKey(context, keyName, transaction), { ...now }, contextOf(row.id));
  const moved = known !== null && (known.email !== now.email || known.herId !== now.herId);
  await transaction.query('update receiver set sealed = $2, updated_at = now(), unreachable = case when $3 then null else unreachable end where id = $1', [row.id, sealed, moved]);
  return { ...row, sealed, unreachable: moved ? null : row.unreachable };
}

/** Name and addresses; null where the row has none of its own. */
export async function addressOf(context: LedgerContext, { id, sealed }: Pick<ReceiverRow, 'id' | 'sealed'>, within?: Transaction): Promise<Address | null> {
  if (sealed === null) return null;
  // Rows of before organisation numbers were kept have none.
  return { orgNumber: null, ...(open(await systemKey(context, keyName, within), sealed, contextOf(id)) as unknown as Omit<Address, 'orgNumber'> & Partial<Address>) };
}

async function found(transaction: Transaction, hash: Buffer, own: { readonly patientId?: string; readonly person?: string | null }): Promise<ReceiverRow> {
  const [row] = await transaction.query<ReceiverRow>(
    `insert into receiver (id, identity_hash, patient_id, person) values ($1, $2, $3, decode($4, 'hex'))
     on conflict (identity_hash) do update set person = coalesce(excluded.person, receiver.person) returning *`,
    [randomUUID(), hash, own.patientId ?? null, own.person ?? null],
  );
  return row!;
}
