import type { Transaction } from '../database/transaction.js';
import type { Served, Subscriber } from '../types/webhooks.js';

interface ShownRow {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly serves: readonly { readonly herId: string | null; readonly orgNumber: string | null; readonly receiverId: string | null }[] | null;
  readonly registered_by: string;
  readonly registered_at: Date;
  readonly rotated_at: Date | null;
  readonly previous_until: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly ended_why: string | null;
  readonly ping_asked_at: Date | null;
  readonly ping_done_at: Date | null;
  readonly ping_code: string | null;
  readonly sent: number | null;
  readonly under_way: number | null;
  readonly dead: number | null;
  readonly last_sent_at: Date | null;
  readonly last_failed_at: Date | null;
  readonly last_code: string | null;
}

/** Subscribers as they are shown, without anything of their secrets; all, or one. */
export async function shownSubscribers(transaction: Transaction, id: string | null): Promise<readonly Subscriber[]> {
  const rows = await transaction.query<ShownRow>(
    `select s.id, s.label, s.url, s.registered_by, s.registered_at, s.rotated_at, s.previous_until, s.ended_at, s.ended_by, s.ended_why, s.ping_asked_at, s.ping_done_at, s.ping_code,
            f.sent, f.under_way, f.dead, f.last_sent_at, f.last_failed_at, f.last_code,
            (select json_agg(json_build_object('herId', v.her_id, 'orgNumber', v.org_number, 'receiverId', v.receiver_id) order by v.her_id, v.org_number, v.receiver_id) from webhook_served v where v.subscriber_id = s.id) as serves
       from webhook_subscriber s left join webhook_figures() f on f.subscriber_id = s.id
      where $1::uuid is null or s.id = $1 order by s.label, s.id`, [id]);
  return rows.map(shown);
}

function shown(row: ShownRow): Subscriber {
  const { id, label, url, serves } = row;
  return {
    id, label, url,
    serves: (serves ?? []).map(servedOf),
    registeredBy: row.registered_by,
    registeredAt: row.registered_at.toISOString(),
    rotatedAt: row.rotated_at?.toISOString() ?? null,
    previousUntil: row.previous_until?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by,
    endedWhy: row.ended_why,
    ping: row.ping_asked_at === null ? null : { askedAt: row.ping_asked_at.toISOString(), doneAt: row.ping_done_at?.toISOString() ?? null, code: row.ping_code },
    figures: {
      sent: row.sent ?? 0, underWay: row.under_way ?? 0, dead: row.dead ?? 0,
      lastSentAt: row.last_sent_at?.toISOString() ?? null, lastFailedAt: row.last_failed_at?.toISOString() ?? null, lastCode: row.last_code,
    },
  };
}

function servedOf({ herId, orgNumber, receiverId }: NonNullable<ShownRow['serves']>[number]): Served {
  if (herId !== null) return { herId };
  return orgNumber !== null ? { orgNumber } : { receiverId: receiverId! };
}
