import type { OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { openPatient } from '../core/open-pathway.js';
import type { KeyedRow } from '../core/read-rows.js';
import type { Transaction } from '../database/transaction.js';
import type { PathwayMode } from '../types/writing.js';
import type { AuditedEvent, AuditedHead } from './check-chain.js';

/** A pathway with all that is stored of it. */
export interface AuditedPathway extends AuditedHead {
  readonly organisationId: string;
  readonly mode: PathwayMode;
  readonly receivedOn: OsloDate;
  readonly quarantined: boolean;
  readonly birthDate: OsloDate | null;
  readonly events: readonly AuditedEvent[];
  readonly state: Readonly<Record<string, unknown>> | null;
  readonly clocks: readonly KeyedRow[];
  readonly obligations: readonly KeyedRow[];
  readonly findings: readonly KeyedRow[];
  readonly access: readonly KeyedRow[];
}

type AuditedRow = Omit<AuditedPathway, 'birthDate'> & { readonly patient_id: string; readonly wrapped_key: Buffer | null; readonly sealed_demographics: Buffer | null; readonly surrogate_birth_date: OsloDate | null };

const rowsOf = (table: string, without: string): string =>
  `(select coalesce(json_agg(to_jsonb(r) - array['pathway_id', ${without}]), '[]') from ${table} r where r.pathway_id = p.id)`;

const auditQuery = `
  select p.id, encode(p.head_hash, 'hex') as "headHash", p.head_position as "headPosition", p.event_count as "eventCount",
         p.organisation_id as "organisationId", p.mode, p.received_on as "receivedOn",
         exists (select from quarantine q where q.pathway_id = p.id and q.released_at is null) as quarantined,
         pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics, pt.surrogate_birth_date,
         (select coalesce(json_agg(e order by e.seq, e.position), '[]') from (
            select x.id, x.position, x.seq, x.kind, x.type, x.occurred_on as "occurredOn", x.recorded_at as "recordedAt", x.data, x.corrects, x.retracts,
                   x.organisation_id as organisation, x.actor, x.sealed is not null as "hasText", translate(encode(x.sealed, 'base64'), E'\\n', '') as sealed,
                   x.patient_id as "sealedFor", encode(x.prev_hash, 'hex') as "prevHash", encode(x.hash, 'hex') as hash
              from event x where x.pathway_id = p.id) e) as events,
         (select to_jsonb(s) - array['pathway_id', 'due_sort', 'contact_sort', 'variant_sort', 'row_digests', 'several', 'summed', 'summed_in'] from pathway_state s where s.pathway_id = p.id) as state,
         ${rowsOf('clock_row', `'due_sort'`)} as clocks,
         ${rowsOf('obligation_row', `''`)} as obligations,
         ${rowsOf('finding_row', `''`)} as findings,
         ${rowsOf('pathway_access', `''`)} as access
    from pathway p join patient pt on pt.id = p.patient_id`;

/** Pathways after an id, in id order. */
export function auditedPage(context: LedgerContext, reader: Pick<Transaction, 'query'>, after: string, limit: number): Promise<AuditedPathway[]> {
  return audited(context, reader, 'where p.id > $1 order by p.id limit $2', [after, limit]);
}

/** One pathway; null when there is none. */
export async function auditedOne(context: LedgerContext, reader: Pick<Transaction, 'query'>, id: string): Promise<AuditedPathway | null> {
  const [pathway] = await audited(context, reader, 'where p.id = $1', [id]);
  return pathway ?? null;
}

async function audited(context: LedgerContext, reader: Pick<Transaction, 'query'>, where: string, parameters: readonly unknown[]): Promise<AuditedPathway[]> {
  const rows = await reader.query<AuditedRow>(`${auditQuery} ${where}`, parameters);
  return Promise.all(rows.map(async ({ patient_id, wrapped_key, sealed_demographics, surrogate_birth_date, ...row }) => {
    const { birthDate } = await openPatient(context, patient_id, wrapped_key, sealed_demographics, surrogate_birth_date);
    return { ...row, birthDate };
  }));
}
