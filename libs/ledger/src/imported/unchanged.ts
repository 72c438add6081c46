import type { LedgerContext } from '../context.js';
import type { Transaction } from '../database/transaction.js';
import { demographicsOf, identifierHash } from '../intake/patients.js';
import type { ImportedPathway } from '../types/importing.js';
import { isTold, type ToldEvent } from './extend.js';
import type { KnownSources } from './known.js';

interface KnownRow {
  readonly id: string;
  readonly mode: string;
  readonly identifier_hash: Buffer | null;
  readonly erased: boolean;
  readonly events: readonly ToldEvent[];
}

/**
 * The places of referrals of which an import has said all this before, found in one statement: an extract is run again and again, and most of it is the same.
 * No pathway is locked for it: only an import changes what imports have said, and the referral's own lock keeps others out.
 */
export async function unchanged(context: LedgerContext, transaction: Transaction, pathways: readonly ImportedPathway[], known: KnownSources): Promise<ReadonlySet<number>> {
  const ids = [...new Set([...known.values()].filter((id) => id !== null))];
  if (ids.length === 0) return new Set();
  const rows = await transaction.query<KnownRow>(
    `select p.id, p.mode, t.identifier_hash, t.wrapped_key is null as erased,
            (select json_agg(json_build_object('id', e.id, 'occurredOn', e.occurred_on, 'data', e.data, 'corrects', e.corrects) order by e.seq) from event e where e.pathway_id = p.id and e.kind = 'fact') as events
       from pathway p join patient t on t.id = p.patient_id where p.id = any($1)`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Set([...known].filter(([place, id]) => id !== null && isSame(context, pathways[place]!, byId.get(id))).map(([place]) => place));
}

function isSame(context: LedgerContext, imported: ImportedPathway, row: KnownRow | undefined): boolean {
  if (row === undefined || row.mode !== 'historical' || row.erased) return false;
  const hash = identifierHash(context, demographicsOf(imported.patient));
  return (row.identifier_hash?.toString('hex') ?? null) === (hash?.toString('hex') ?? null) && isTold(context, imported, row.events);
}
