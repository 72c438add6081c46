import type { Transaction } from '../database/transaction.js';
import { insertMany, manyRows, type Source } from './insert-many.js';
import type { NewHistory } from './new-pathways.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes new pathways with their events and read rows: a statement for each table, however many they are. Events and pathways are one
 * statement, because a pathway names the position of its last event, which only the database knows.
 */
export async function writeNew(transaction: Transaction, histories: readonly NewHistory[]): Promise<void> {
  if (histories.length === 0) return;
  const positions = await writeEvents(transaction, histories);
  await insertMany(transaction, {
    table: 'pathway_state', columns: Object.keys(histories[0]!.write.state), rows: histories.map(({ write }) => write.state),
    beside: { pathway_id: histories.map(({ id }) => id), position: histories.map(({ id }) => positions.get(id)!) },
  });
  for (const [table, part] of readTables) {
    const rows = histories.flatMap(({ write }) => write[part] ?? []);
    // The rows' own names are the table's columns, so that a column that read rows get is written here as well.
    await insertMany(transaction, { table, columns: Object.keys(rows[0] ?? {}), rows, beside: { pathway_id: ofEach(histories, ({ write }) => write[part]) } });
  }
}

/** The pathway of each row. */
const ofEach = (histories: readonly NewHistory[], rows: (history: NewHistory) => readonly unknown[] | undefined): string[] => histories.flatMap((history) => (rows(history) ?? []).map(() => history.id));

/** The position of each pathway's last event. */
async function writeEvents(transaction: Transaction, histories: readonly NewHistory[]): Promise<ReadonlyMap<string, number>> {
  const rows = histories.flatMap(({ write }) => write.events!);
  const events = await manyRows(transaction, { table: 'event', columns: eventColumns, rows, beside: { pathway_id: ofEach(histories, ({ write }) => write.events), prev_hash: rows.map(bytesOf('prev_hash')), hash: rows.map(bytesOf('hash')) } });
  const heads = await transaction.query<{ pathway_id: string; position: number }>(insertPathways(events), [...events.values, JSON.stringify(histories.map(pathwayRow))], 'import_pathways');
  return new Map(heads.map(({ pathway_id: id, position }) => [id, position]));
}

const readTables = [['clock_row', 'clocks'], ['obligation_row', 'obligations'], ['finding_row', 'findings'], ['pathway_access', 'access']] as const;

const eventColumns = ['id', 'seq', 'patient_id', 'kind', 'type', 'occurred_on', 'recorded_at', 'data', 'corrects', 'retracts', 'organisation_id', 'actor'] as const;
const bytesOf = (column: string) => (row: Row): string | null => (typeof row[column] === 'string' ? `\\x${row[column]}` : null);

const insertPathways = ({ columns, select, from, values }: Source): string => `
  with added as (
    insert into event (${columns}) select ${select} from ${from} order by r.pathway_id, r.seq
    returning pathway_id, position),
  heads as (select pathway_id, max(position) as position from added group by pathway_id),
  made as (
    insert into pathway (id, patient_id, organisation_id, mode, definition_id, definition_version, received_on, head_hash, head_position, event_count, last_recorded_at)
    select p.id, p.patient_id, p.organisation_id, 'historical', p.definition_id, p.definition_version, p.received_on, decode(p.hash, 'hex'), h.position, p.count, p.recorded_at
      from jsonb_to_recordset($${values.length + 1}) as p (
        id uuid, patient_id uuid, organisation_id uuid, definition_id text, definition_version text, received_on date, hash text, count int, recorded_at timestamptz)
      join heads h on h.pathway_id = p.id)
  select pathway_id, position from heads`;

function pathwayRow({ id, patientId, imported, write }: NewHistory): Row {
  const { hash, count, recordedAt } = write.head!;
  return {
    id, patient_id: patientId, organisation_id: imported.organisationId, definition_id: imported.definition.id, definition_version: imported.definition.version,
    received_on: write.state['received_on'], hash, count, recorded_at: recordedAt,
  };
}
