import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPathway, unknownPathway, type OpenPathway } from '../core/open-pathway.js';
import type { Transaction } from '../database/transaction.js';

/** All records of one person: her own, and those made before her identity was known. */
export interface PersonRecords {
  readonly patientIds: readonly string[];
  readonly pathwayIds: readonly string[];
}

/**
 * Finds the records of the person whom a record is about: those merged into one another, those whose quarantined referral
 * went on in a pathway of hers, and those that came with the same number.
 */
const recordsQuery = `
  with recursive link (a, b) as (
      select id, merged_into from patient where merged_into is not null
      union all
      select p.patient_id, c.patient_id from quarantine q join pathway p on p.id = q.pathway_id join pathway c on c.id = q.continued_on
  ), hers (id) as (
      select $1::uuid
      union
      select x.id from hers h cross join lateral (
        select case when l.a = h.id then l.b else l.a end as id from link l where h.id in (l.a, l.b)
        union
        select o.id from patient o join patient mine on mine.id = h.id where o.identifier_hash = mine.identifier_hash) x
  )
  select id from hers order by id`;

/** The patient of a pathway. @throws LedgerError `unknown-pathway`. */
export async function patientOfPathway(transaction: Pick<Transaction, 'query'>, pathwayId: string): Promise<string> {
  const [row] = isUuid(pathwayId) ? await transaction.query<{ patient_id: string }>('select patient_id from pathway where id = $1', [pathwayId]) : [];
  if (row === undefined) throw unknownPathway();
  return row.patient_id;
}

/** The person's records as they stand, without locks. */
export async function recordsOf(transaction: Pick<Transaction, 'query'>, patientId: string): Promise<PersonRecords> {
  const patientIds = (await transaction.query<{ id: string }>(recordsQuery, [patientId])).map(({ id }) => id);
  const pathways = await transaction.query<{ id: string }>('select id from pathway where patient_id = any($1) order by id', [patientIds]);
  return { patientIds, pathwayIds: pathways.map(({ id }) => id) };
}

/**
 * Locks the person's records, in the order person, pathway as an intake does: from here on nobody opens a pathway for her,
 * and whoever writes on one has written. Then opens each of her pathways.
 */
export async function lockRecords(context: LedgerContext, transaction: Transaction, patientId: string): Promise<PersonRecords & { readonly pathways: readonly OpenPathway[] }> {
  const { patientIds } = await recordsOf(transaction, patientId);
  await transaction.query('select id from patient where id = any($1) order by id for update', [patientIds]);
  // Looked at again: a pathway may have been opened, or a quarantine released, while we waited.
  const records = await recordsOf(transaction, patientId);
  const late = records.patientIds.filter((id) => !patientIds.includes(id));
  if (late.length > 0) await transaction.query('select id from patient where id = any($1) order by id for update', [late]);
  const pathways: OpenPathway[] = [];
  for (const id of records.pathwayIds) pathways.push(await openPathway(context, transaction, id));
  return { ...records, pathways };
}
