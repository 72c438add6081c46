import type { LedgerContext } from '../context.js';
import { openPathway } from '../core/open-pathway.js';
import { ledgerToday } from '../core/today.js';
import { inTransaction, type Transaction } from '../database/transaction.js';
import type { HeldObligations } from '../types/advancing.js';
import { calendarOf } from './claims.js';
import { openObligations, type ObligationRow } from './open-obligations.js';

interface HeldRow {
  readonly pathway_id: string;
  readonly keys: string[];
}

/**
 * Open obligations of live pathways of which something has been due since a day on which nothing was claimed, in id order after
 * a pathway. Their workflows wait to be let go (effects were off, nobody had confirmed, or people are left in
 * peace): once the reason is gone they can be told, and need not wait until they ask again.
 */
export async function heldObligations(context: LedgerContext, query: { readonly after?: string; readonly limit: number }): Promise<readonly HeldObligations[]> {
  const held = await inTransaction(context.database, async (transaction) =>
    transaction.query<HeldRow>(
      `select p.id as pathway_id, array_agg(r.key order by r.key) as keys
         from pathway p join obligation_row r on r.pathway_id = p.id and r.opens_on <= $3 and (r.closes_on is null or r.closes_on > $3)
         join lateral (select max(d.day) as day from (select value::date as day from jsonb_array_elements_text(r.ask_on) union all select r.escalate_on) d where d.day <= $3) due on due.day is not null
        where p.mode = 'live' and p.id > $1
          and not exists (select from obligation_attempt a where a.pathway_id = p.id and a.key = r.key and a.claimed_at >= due.day)
        group by p.id order by p.id limit $2`,
      [query.after ?? '00000000-0000-0000-0000-000000000000', query.limit, await ledgerToday(context, transaction)],
    ));
  const found: HeldObligations[] = [];
  for (const { pathway_id: pathwayId, keys } of held) {
    found.push({ pathwayId, obligations: await inTransaction(context.database, (transaction) => refsOf(context, transaction, pathwayId, keys)) });
  }
  return found;
}

async function refsOf(context: LedgerContext, transaction: Transaction, pathwayId: string, keys: readonly string[]): Promise<HeldObligations['obligations']> {
  const pathway = await openPathway(context, transaction, pathwayId);
  const rows = await transaction.query<ObligationRow & { readonly key: string }>('select * from obligation_row where pathway_id = $1 and key = any($2)', [pathwayId, keys]);
  const refs = openObligations(pathwayId, calendarOf(context, pathway), rows as never, pathway.events, pathway.today, pathway.now.toISOString());
  // What is to be asked later today waits for that, and for nobody's leave.
  return refs.filter(({ dormant }) => dormant !== true);
}
