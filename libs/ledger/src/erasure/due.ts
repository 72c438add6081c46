import { maxDate, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { ledgerToday } from '../core/today.js';
import { asErasure, inTransaction, type Transaction } from '../database/transaction.js';
import type { RetentionDue, RetentionQuery } from '../types/erasure.js';
import { LedgerError } from '../types/errors.js';
import { retainedUntil, type RetainedPathway } from './retention.js';

interface PatientRow {
  readonly patient_id: string;
  readonly pathways: readonly RetainedPathway[];
  readonly held: boolean;
  readonly requested: string | null;
}

const most = 200;
/** Patients looked at in one statement. */
const batch = 500;

/** Patients all of whose pathways are over, with what their retention rules count from. */
const endedQuery = `
  select p.patient_id,
         json_agg(json_build_object('id', p.id, 'definitionId', s.definition_id, 'definitionVersion', s.definition_version, 'endedOn', s.ended_on,
           'lastEntryOn', (select max((e.recorded_at at time zone 'Europe/Oslo')::date) from event e where e.pathway_id = p.id and e.kind <> 'observation')) order by p.id) as pathways,
         exists (select from erasure_hold h where h.patient_id = p.patient_id and h.lifted_at is null) as held,
         (select r.id from erasure r where r.patient_id = p.patient_id and r.state = 'open') as requested
    from pathway p join pathway_state s on s.pathway_id = p.id join patient t on t.id = p.patient_id
   where t.erased_at is null and p.patient_id > $1
   group by p.patient_id
  having bool_and(s.ended_on is not null and not s.quarantined and (p.mode = 'historical' or not s.active))
   order by p.patient_id limit $2`;

/** Patients whose records need not be kept any longer, in the order of their ids. Nothing is erased by this. */
export function retentionDue(context: LedgerContext, query: RetentionQuery = {}): Promise<readonly RetentionDue[]> {
  const { limit = 50, after = '00000000-0000-0000-0000-000000000000', everyone = false } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new LedgerError('bad-data', `En side har fra 1 til ${most} rader.`);
  if (!isUuid(after)) throw new LedgerError('bad-cursor', 'Siden som er bedt om, finnes ikke.');
  return inTransaction(context.database, async (transaction) => {
    const today = await ledgerToday(context, transaction);
    const due: RetentionDue[] = [];
    for await (const row of endedPatients(transaction, after, everyone)) {
      const from = releasedOn(context, row.pathways);
      if (from !== null && from <= today) due.push({ patientId: row.patient_id, pathwayIds: row.pathways.map(({ id }) => id), from, held: row.held, requested: row.requested });
      if (due.length === limit) break;
    }
    return due;
  });
}

/** Whether a patient is done with turns on all of her pathways; who is shown, on whom one sees. */
async function* endedPatients(transaction: Transaction, after: string, everyone: boolean): AsyncGenerator<PatientRow, void, void> {
  for (let from = after; ; ) {
    const rows = await asErasure(transaction, () => transaction.query<PatientRow>(endedQuery, [from, batch]));
    const seen = everyone ? null : new Set((await transaction.query<{ id: string }>('select id from patient where id = any($1)', [rows.map((row) => row.patient_id)])).map(({ id }) => id));
    yield* rows.filter((row) => seen === null || seen.has(row.patient_id));
    if (rows.length < batch) return;
    from = rows.at(-1)!.patient_id;
  }
}

/** The day on which the last of the pathways is released; null when one of them is not. */
function releasedOn(context: LedgerContext, pathways: readonly RetainedPathway[]): OsloDate | null {
  const days = pathways.map((pathway) => retainedUntil(context, pathway));
  if (days.some((day) => day === null)) return null;
  const [first, ...others] = days as OsloDate[];
  return maxDate(first!, ...others);
}
