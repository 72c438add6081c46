import { randomUUID } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { asAddressing, type Transaction } from '../database/transaction.js';
import { isOpenObligation, type ObligationRow } from '../process/open-obligations.js';
import { recipientOf } from './addressees.js';
import { failSent, underWay } from './ending.js';
import { addEntries } from './entries.js';
import { sendAt } from './window.js';

interface OpenReminder extends Pick<ObligationRow, 'opens_on' | 'closes_on'> {
  readonly id: string;
  readonly attempt_id: string;
  readonly receiver_id: string;
  readonly wording: string;
  readonly state: string;
}

/**
 * A role has a new contact: what waits for the old one goes to the new, and what the old one was asked and has not answered is
 * asked of the new one too. Whoever had it before hears no more. While there is nobody, the coordinator has it.
 */
export async function readdress(context: LedgerContext, transaction: Transaction, pathway: OpenPathway, role: string): Promise<void> {
  const { receiver } = await recipientOf(context, transaction, pathway, role);
  // A patient's address stands in her own record: that it bounced is forgotten when it is set anew. Others' is compared (`receiverOf`).
  if (receiver !== null && receiver.patient_id !== null && receiver.unreachable !== null) {
    await asAddressing(transaction, () => transaction.query('update receiver set unreachable = null where id = $1', [receiver.id]));
  }
  const rows = await transaction.query<OpenReminder>(
    `select distinct on (a.key, r.state = 'planned') r.id, r.attempt_id, r.receiver_id, r.wording, r.state, o.opens_on, o.closes_on
       from reminder r join obligation_attempt a on a.id = r.attempt_id join obligation_row o on o.pathway_id = a.pathway_id and o.key = a.key
      where r.pathway_id = $1 and r.role = $2 and r.purpose = 'ask' and r.state in ('planned', 'sent', 'delivered', 'read', 'acknowledged')
      order by a.key, r.state = 'planned', r.planned_at desc`,
    [pathway.head.id, role]);
  for (const row of rows) {
    if (row.receiver_id === receiver?.id || !isOpenObligation(row, pathway.today)) continue;
    if (receiver === null) {
      // Whoever changed the contact has written since the pathway was read.
      await failSent(context, transaction, await openPathway(context, transaction, pathway.head.id), row.id, ['planned', ...underWay], { code: 'no-contact' });
      continue;
    }
    const dueAt = sendAt(context, pathway, receiver, 'ask');
    if (row.state === 'planned') {
      await transaction.query('update reminder set receiver_id = $2, due_at = $3 where id = $1', [row.id, receiver.id, dueAt]);
      await addEntries(transaction, [row.id], pathway.now, { what: 'readdressed', code: 'new-contact' });
      continue;
    }
    const id = randomUUID();
    await transaction.query(
      `insert into reminder (id, attempt_id, pathway_id, receiver_id, role, purpose, wording, state, due_at, planned_at) values ($1, $2, $3, $4, $5, 'ask', $6, 'planned', $7, $8)`,
      [id, row.attempt_id, pathway.head.id, receiver.id, role, row.wording, dueAt, pathway.now]);
    await addEntries(transaction, [id], pathway.now, { what: 'planned', code: 'new-contact', detail: { dueAt: dueAt.toISOString() } });
  }
}
