import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import type { ImportedPathway } from '../types/importing.js';

/** Where referrals that were seen before led, by their place in the batch; null: their patient has been erased since. */
export type KnownSources = ReadonlyMap<number, string | null>;

/**
 * Locks the referrals until the transaction ends and finds those that were seen before, in two statements for all; the same locks as
 * an intake of one (`knownSource`), and before any lock of a person.
 */
export async function knownSources(context: LedgerContext, transaction: Transaction, pathways: readonly ImportedPathway[]): Promise<KnownSources> {
  const hashes = pathways.map(({ source }) => sourceHash(context, source));
  const places = new Map(pathways.map(({ source }, i) => [placeOf(source.system, hashes[i]!), i]));
  await transaction.query('select pg_advisory_xact_lock(hashtextextended(h, 3)) from unnest($1::text[]) h', [hashes.map((hash) => hash.toString('hex')).sort()]);
  const rows = await transaction.query<{ system: string; id_hash: Buffer; pathway_id: string | null }>(
    `with asked as (select * from unnest($1::text[], $2::bytea[]) as a (system, id_hash))
     select s.system, s.id_hash, s.pathway_id from asked join referral_source s using (system, id_hash)
     union all select e.system, e.id_hash, null from asked join erased_source e using (system, id_hash)`,
    [pathways.map(({ source }) => source.system), hashes],
  );
  return new Map(rows.map((row) => [places.get(placeOf(row.system, row.id_hash))!, row.pathway_id]));
}

/** Remembers where new referrals led. */
export async function rememberSources(context: LedgerContext, transaction: Transaction, led: readonly { readonly source: ImportedPathway['source']; readonly pathwayId: string }[]): Promise<void> {
  await transaction.query('insert into referral_source (system, id_hash, pathway_id) select * from unnest($1::text[], $2::bytea[], $3::uuid[])', [
    led.map(({ source }) => source.system), led.map(({ source }) => sourceHash(context, source)), led.map(({ pathwayId }) => pathwayId),
  ]);
}

const placeOf = (system: string, hash: Buffer): string => `${system}\n${hash.toString('hex')}`;
const sourceHash = (context: LedgerContext, { system, id }: ImportedPathway['source']): Buffer => context.searchKey.hash('referral-source', `${system}|${id}`);
