import type { Referral } from '@forlop/contracts';
import type { LedgerContext } from '../context.js';
import { inTransactionOf, type Transaction } from '../database/transaction.js';
import { LedgerError } from '../types/errors.js';

type Source = Referral['source'];

const hashOf = (context: LedgerContext, { system, id }: Source): Buffer => context.searchKey.hash('referral-source', `${system}|${id}`);

/**
 * The pathway that this referral led to; null the first time, and `erased` when its patient has been erased since. One at a time may ask for the same referral: the lock is
 * held until the transaction ends.
 */
export async function knownSource(context: LedgerContext, transaction: Transaction, source: Source): Promise<string | null> {
  const hash = hashOf(context, source);
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [hash.toString('hex')]);
  const [row] = await transaction.query<{ pathway_id: string | null }>(
    'select pathway_id from referral_source where system = $1 and id_hash = $2 union all select null from erased_source where system = $1 and id_hash = $2',
    [source.system, hash],
  );
  if (row === undefined) return null;
  if (row.pathway_id === null) throw new LedgerError('erased', 'Henvisningen er tatt imot før, og pasientens opplysninger er slettet. Er den ny, må avsenderen gi den en ny id.');
  return row.pathway_id;
}

/** Where a referral led that was sent before; null when it was not. */
export function referralPathway(context: LedgerContext, source: Source, within?: Transaction): Promise<string | null> {
  return inTransactionOf(context.database, within, (transaction) => knownSource(context, transaction, source));
}

/** Remembers where a referral led; one that led to quarantine is led on when it is released. */
export async function rememberSource(context: LedgerContext, transaction: Transaction, source: Source, pathwayId: string): Promise<void> {
  await transaction.query(
    'insert into referral_source (system, id_hash, pathway_id) values ($1, $2, $3) on conflict (system, id_hash) do update set pathway_id = excluded.pathway_id',
    [source.system, hashOf(context, source), pathwayId],
  );
}
