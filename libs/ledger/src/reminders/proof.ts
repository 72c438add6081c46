import { addDays, osloMidnight } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { patientOfPathway } from '../erasure/records.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { AttemptPurpose } from '../types/advancing.js';
import { LedgerError } from '../types/errors.js';
import type { ChannelId, ReminderAnswer, ReminderEntry, RemindersQuery, ReminderShown, ReminderState } from '../types/reminders.js';
import { addressOf } from './receiver.js';

interface ShownRow {
  readonly id: string;
  readonly pathway_id: string;
  readonly key: string;
  readonly purpose: AttemptPurpose;
  readonly wording: string;
  readonly role: string;
  readonly receiver_id: string | null;
  readonly sealed: Buffer | null;
  readonly state: ReminderState;
  readonly code: string | null;
  readonly channel: ChannelId | null;
  readonly template: string | null;
  readonly language: string | null;
  readonly message_id: string | null;
  readonly planned_at: Date;
  readonly due_at: Date;
  readonly sent_at: Date | null;
  readonly delivered_at: Date | null;
  readonly read_at: Date | null;
  readonly answered_at: Date | null;
  readonly answer: ReminderAnswer | null;
  readonly entries: readonly (Omit<ReminderEntry, 'at' | 'messageId'> & { readonly at: string; readonly message_id: string | null })[] | null;
}

/** Newest first, each with everything that happened with it. @throws LedgerError `bad-cursor`; `unknown-pathway` for one that is not theirs to see. */
export async function reminders(context: LedgerContext, query: RemindersQuery): Promise<{ readonly rows: readonly ReminderShown[]; readonly nextCursor: string | null }> {
  const limit = Math.min(Math.max(query.limit ?? 100, 1), 500);
  const [afterAt, afterId] = cursorOf(query.cursor);
  return inTransaction(context.database, async (transaction) => {
    if (query.pathwayId !== undefined) await patientOfPathway(transaction, query.pathwayId);
    const rows = await transaction.query<ShownRow>(
      `select r.*, a.key, v.sealed,
              (select jsonb_agg(jsonb_build_object('at', e.at, 'what', e.what, 'channel', e.channel, 'template', e.template, 'message_id', e.message_id, 'code', e.code, 'detail', e.detail, 'actor', e.actor) order by e.id)
                 from reminder_entry e where e.reminder_id = r.id) as entries
         from reminder r join obligation_attempt a on a.id = r.attempt_id left join receiver v on v.id = r.receiver_id
        where ($1::uuid is null or r.pathway_id = $1) and ($2::uuid is null or r.receiver_id = $2)
          and ($3::timestamptz is null or r.planned_at >= $3) and ($4::timestamptz is null or r.planned_at < $4)
          and ($5::text is null or r.state = $5)
          and ($6::timestamptz is null or (r.planned_at, r.id) < ($6, $7::uuid))
        order by r.planned_at desc, r.id desc limit $8`,
      [
        uuidOf(query.pathwayId), uuidOf(query.receiverId), query.from === undefined ? null : new Date(osloMidnight(query.from)),
        query.to === undefined ? null : new Date(osloMidnight(addDays(query.to, 1))), query.state ?? null, afterAt, afterId, limit + 1,
      ],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: await Promise.all(page.map((row) => shown(context, transaction, row))),
      nextCursor: rows.length > limit && last !== undefined ? Buffer.from(`${last.planned_at.toISOString()}|${last.id}`).toString('base64url') : null,
    };
  });
}

/** An id that cannot be one finds nothing. */
const noSuch = '00000000-0000-0000-0000-000000000000';
const uuidOf = (id: string | undefined): string | null => (id === undefined ? null : isUuid(id) ? id : noSuch);

function cursorOf(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)) || !isUuid(id)) throw new LedgerError('bad-cursor', 'Sidemerket («cursor») er ikke gyldig. Begynn på første side.');
  return [at, id];
}

async function shown(context: LedgerContext, transaction: Transaction, row: ShownRow): Promise<ReminderShown> {
  const address = row.receiver_id === null ? null : await addressOf(context, { id: row.receiver_id, sealed: row.sealed }, transaction);
  return {
    id: row.id,
    pathwayId: row.pathway_id,
    key: row.key,
    duty: row.key.split('#')[0]!,
    purpose: row.purpose,
    wording: row.wording,
    role: row.role,
    receiverId: row.receiver_id,
    receiverName: address?.name ?? null,
    state: row.state,
    code: row.code,
    channel: row.channel,
    template: row.template,
    language: row.language,
    messageId: row.message_id,
    plannedAt: row.planned_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    readAt: row.read_at?.toISOString() ?? null,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answer: row.answer,
    entries: (row.entries ?? []).map(({ message_id: messageId, at, ...entry }) => ({ ...entry, messageId, at: new Date(at).toISOString() })),
  };
}
