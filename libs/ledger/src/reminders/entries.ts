import type { Transaction } from '../database/transaction.js';

/** What happened with a reminder. */
export interface EntryDraft {
  readonly what: 'planned' | 'claimed' | 'possibly-sent-twice' | 'possibly-sent' | 'sent' | 'not-sent' | 'delivered' | 'read' | 'failed' | 'suppressed' | 'hastened' | 'held' | 'handed-on' | 'readdressed' | 'acknowledged' | 'answered' | 'done' | 'escalated' | 'unsubscribed';
  readonly channel?: string | null;
  readonly template?: string | null;
  readonly messageId?: string | null;
  readonly code?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Adds the same entry to the proof of each of some reminders. */
export async function addEntries(transaction: Transaction, reminderIds: readonly string[], at: Date, { what, channel, template, messageId, code, detail }: EntryDraft, actor = 'system:courier'): Promise<void> {
  if (reminderIds.length === 0) return;
  await transaction.query(
    `insert into reminder_entry (reminder_id, pathway_id, at, what, channel, template, message_id, code, detail, actor)
     select r.id, r.pathway_id, $2, $3, $4, $5, $6, $7, $8, $9 from reminder r where r.id = any($1)`,
    [reminderIds, at, what, channel ?? null, template ?? null, messageId ?? null, code ?? null, JSON.stringify(detail ?? {}), actor],
  );
}
