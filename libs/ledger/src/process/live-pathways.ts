import { osloDateOf } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { obligationWorkflowId } from '../core/obligation-keys.js';
import { ledgerNow } from '../core/today.js';
import { inTransaction } from '../database/transaction.js';
import type { LivePathway } from '../types/reading.js';
import { firstMoment, type ObligationRow } from './open-obligations.js';

interface LiveRow {
  readonly id: string;
  readonly definition_id: string;
  readonly definition_version: string;
  readonly head_position: number;
  readonly advanced_position: number;
  readonly next_wake_at: Date | null;
  readonly finished: boolean;
  readonly open: readonly Pick<ObligationRow, 'key' | 'ask_on' | 'escalate_on'>[] | null;
}

/** Live pathways in id order after one, with the obligations that are open now. */
export function livePathways(context: LedgerContext, query: { readonly after?: string; readonly limit: number }): Promise<readonly LivePathway[]> {
  return inTransaction(context.database, async (transaction) => {
    const now = await ledgerNow(context, transaction);
    const rows = await transaction.query<LiveRow>(
      `select p.id, p.definition_id, p.definition_version, p.head_position, p.advanced_position, p.next_wake_at, p.finished, o.open
         from pathway p
         left join lateral (
           select jsonb_agg(jsonb_build_object('key', r.key, 'ask_on', r.ask_on, 'escalate_on', r.escalate_on) order by r.key) as open from obligation_row r
            where r.pathway_id = p.id and r.opens_on <= $3 and (r.closes_on is null or r.closes_on > $3)) o on true
        where p.mode = 'live' and p.id > $1
        order by p.id limit $2`,
      [query.after ?? '00000000-0000-0000-0000-000000000000', query.limit, osloDateOf(now.getTime())],
    );
    return rows.map((row) => livePathway(context, row, now.toISOString()));
  });
}

/**
 * An obligation must run from its first moment on. Moments are counted by the calendar of the pathway's definition here: a pathway
 * that was moved to another calendar may be looked at once too often around a holiday, which changes nothing.
 */
function livePathway(context: LedgerContext, row: LiveRow, now: string): LivePathway {
  const { calendar: named } = context.rules.definition(row.definition_id, row.definition_version).source;
  const calendar = context.rules.calendar(named.id, named.version);
  const awake = (obligation: Pick<ObligationRow, 'key' | 'ask_on' | 'escalate_on'>): boolean => (firstMoment(row.id, calendar, obligation) ?? 'never') <= now;
  const open = row.open ?? [];
  const idsOf = (obligations: typeof open): string[] => obligations.map(({ key }) => obligationWorkflowId(row.id, key));
  return {
    pathwayId: row.id,
    position: row.head_position,
    advancedPosition: row.advanced_position,
    nextWakeAt: row.next_wake_at?.toISOString() ?? null,
    finished: row.finished,
    obligations: idsOf(open.filter(awake)),
    dormant: idsOf(open.filter((obligation) => !awake(obligation))),
  };
}
