import type { LedgerContext } from '../context.js';
import { read } from '../database/read.js';
import { inTransaction } from '../database/transaction.js';
import type { Difference } from '../types/reading.js';

/** Pathways to a transaction: their rows in `pathway_state` are locked while they are summed, some tenths of a second. */
const batch = 1_000;

interface Summed {
  readonly pathways: number;
  readonly organisations: readonly string[];
}

/**
 * Brings the sums up to date, some pathways at a time, and merges those that it added to. Safe to run twice at once, and to end anywhere: what is not summed is counted from its rows.
 * @returns how many pathways were summed anew.
 */
export async function sumSettled(context: LedgerContext, { stop = () => false, most = batch }: { readonly stop?: () => boolean; readonly most?: number } = {}): Promise<number> {
  const unmerged = new Set<string>();
  let done = 0;
  while (!stop()) {
    const { pathways, organisations } = await sumSome(context, most);
    done += pathways;
    // Pathways come organisation by organisation: one that is left behind is merged before there are many.
    for (const organisation of unmerged) if (!organisations.includes(organisation) && unmerged.delete(organisation)) await merge(context, organisation);
    for (const organisation of organisations) unmerged.add(organisation);
    if (pathways < most) break;
  }
  for (const organisation of unmerged) await merge(context, organisation);
  return done;
}

const sumSome = ({ database }: LedgerContext, most: number): Promise<Summed> =>
  inTransaction(database, async (transaction) => (await transaction.query<Summed>('select pathways, organisations from sum_settled($1)', [most]))[0]!);

const merge = ({ database }: LedgerContext, organisation: string): Promise<unknown> => inTransaction(database, (transaction) => transaction.query('select merge_sums($1)', [organisation]));

/** Forgets all sums; {@link sumSettled} makes them anew. */
export const resetSums = ({ database }: LedgerContext): Promise<unknown> => inTransaction(database, (transaction) => transaction.query('select reset_sums()'));

/** Compares the sums with what they were made of, an organisation at a time, each at one moment. */
export async function checkSums({ database }: LedgerContext): Promise<Difference[]> {
  const organisations = await read<{ id: string }>(database, 'select organisation_id as id from pathway_sum union select organisation_id from clock_sum union select organisation_id from pathway_state where summed order by 1');
  const differences: Difference[] = [];
  for (const { id } of organisations) {
    const wrong = await read<{ pathway_id: string | null; month: string | null; clock: string | null }>(database, 'select pathway_id, month, clock from wrong_sums($1)', [id]);
    differences.push(...wrong.map(({ pathway_id: pathwayId, month, clock }): Difference =>
      pathwayId === null
        ? { pathwayId, what: 'clock_sum', at: `${id} ${month} ${clock}`, sentence: 'Summen er ikke det forløpene er talt med som.' }
        : { pathwayId, what: 'pathway_sum', at: null, sentence: 'Forløpet er talt med i summene som noe annet enn radene sier.' }));
  }
  return differences;
}
