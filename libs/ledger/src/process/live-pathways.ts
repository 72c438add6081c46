import type { LedgerContext } from '../context.js';
import { obligationWorkflowId } from '../core/obligation-keys.js';
import { ledgerToday } from '../core/today.js';
import { inTransaction } from '../database/transaction.js';
import type { LivePathway } from '../types/reading.js';

interface LiveRow {
  readonly id: string;
  readonly head_position: number;
  readonly advanced_position: number;
  readonly next_wake_at: Date | null;
  readonly finished: boolean;
  readonly keys: string[] | null;
}

/** Live pathways in id order after one, with the obligations that must be running today. */
export function livePathways(context: LedgerContext, query: { readonly after?: string; readonly limit: number }): Promise<readonly LivePathway[]> {
  return inTransaction(context.database, async (transaction) => {
    const today = await ledgerToday(context, transaction);
    const rows = await transaction.query<LiveRow>(
      `select p.id, p.head_position, p.advanced_position, p.next_wake_at, p.finished, o.keys
         from pathway p
         left join lateral (
           select array_agg(r.key order by r.key) as keys from obligation_row r
            where r.pathway_id = p.id and r.opens_on <= $3 and (r.closes_on is null or r.closes_on > $3)) o on true
        where p.mode = 'live' and p.id > $1
        order by p.id limit $2`,
      [query.after ?? '00000000-0000-0000-0000-000000000000', query.limit, today],
    );
    return rows.map((row) => ({
      pathwayId: row.id,
      position: row.head_position,
      advancedPosition: row.advanced_position,
      nextWakeAt: row.next_wake_at?.toISOString() ?? null,
      finished: row.finished,
      obligations: (row.keys ?? []).map((key) => obligationWorkflowId(row.id, key)),
    }));
  });
}
