import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { actorText, type Actor } from '../types/actor.js';
import { pathwayFor } from './mirror-appointment.js';
import { recordAppointment, rowColumns, type AppointmentRow } from './record-appointment.js';

/**
 * Lets a referral's pathway have the appointments that were mirrored before it came. Called in the referral's own transaction, with its purpose and the
 * person's lock, so that none that comes in meanwhile is missed.
 */
export async function adoptAppointments(context: LedgerContext, transaction: Transaction, hash: Buffer | null, actor: Actor): Promise<void> {
  if (hash === null) return;
  const rows = await transaction.query<AppointmentRow & { readonly organisation_id: string }>(
    `select ${rowColumns}, organisation_id from mirrored_appointment where identifier_hash = $1 and pathway_id is null order by version_at, id for update`, [hash]);
  for (const row of rows) {
    const { id } = await pathwayFor(transaction, hash, row.organisation_id, row.starts_at);
    if (id === null) continue;
    await transaction.query('update mirrored_appointment set pathway_id = $2 where id = $1', [row.id, id]);
    await recordAppointment(context, transaction, { ...row, pathway_id: id }, actorText(actor));
  }
}
