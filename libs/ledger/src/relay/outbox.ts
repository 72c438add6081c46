import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { forgetUnknown } from '../calendar/unknown.js';
import { inTransaction } from '../database/transaction.js';
import type { OutboxItem } from '../types/reading.js';

/**
 * What has not been told yet, in the order of (transaction, row), and only below every transaction that is still open: a
 * row with a lower number may yet be committed, and a reader that keeps a place would step over it. Several rows of a
 * pathway become one item, because a signal only says how far to read.
 */
export async function unsent(context: LedgerContext, limit: number): Promise<readonly OutboxItem[]> {
  const rows = await read<{ id: number; pathway_id: string; position: number }>(
    context.database,
    `select id, pathway_id, position from outbox
      where sent_at is null and txid < pg_snapshot_xmin(pg_current_snapshot())
      order by txid, id limit $1`,
    [limit],
  );
  const items = new Map<string, { ids: number[]; pathwayId: string; position: number }>();
  for (const { id, pathway_id: pathwayId, position } of rows) {
    const item = items.get(pathwayId);
    if (item === undefined) {
      items.set(pathwayId, { ids: [id], pathwayId, position });
    } else {
      item.ids.push(id);
      item.position = Math.max(item.position, position);
    }
  }
  return [...items.values()];
}

/** Marks rows as told. */
export async function markSent(context: LedgerContext, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await read(context.database, 'update outbox set sent_at = clock_timestamp() where id = any($1) and sent_at is null', [ids]);
}

/** Rows waiting, and how long the oldest has waited. */
export async function backlog(context: LedgerContext): Promise<{ readonly rows: number; readonly oldestMs: number | null }> {
  const [row] = await read<{ rows: number; oldest: number | null }>(
    context.database,
    `select count(*)::int as rows, (extract(epoch from clock_timestamp() - min(created_at)) * 1000)::float8 as oldest from outbox where sent_at is null`,
  );
  return { rows: row!.rows, oldestMs: row!.oldest };
}

/** Deletes what was told, and answers to requests, longer ago than that; and what is remembered of log-ins past its time. */
export function clean(context: LedgerContext, olderThanDays: number): Promise<{ readonly outbox: number; readonly idempotency: number }> {
  return inTransaction(context.database, async (transaction) => {
    const outbox = await transaction.query(`delete from outbox where sent_at < now() - make_interval(days => $1) returning 1`, [olderThanDays]);
    const idempotency = await transaction.query(`delete from idempotency where created_at < now() - make_interval(days => $1) returning 1`, [olderThanDays]);
    await transaction.query('delete from used_once where until < now()');
    await transaction.query('delete from ended_session where until < now()');
    await transaction.query('delete from web_session where until < now()');
    await transaction.query(`delete from what_if_job where asked_at < now() - interval '1 hour'`);
    await forgetUnknown(transaction);
    return { outbox: outbox.length, idempotency: idempotency.length };
  });
}
