import type { Transaction } from '../database/transaction.js';
import type { NewHistory } from './new-pathways.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes new pathways with their events and read rows: a statement for each table, however many they are. Events and pathways are one
 * statement, because a pathway names the position of its last event, which only the database knows.
 */
export async function writeNew(transaction: Transaction, histories: readonly NewHistory[]): Promise<void> {
  if (histories.length === 0) return;
  const heads = await transaction.query<{ pathway_id: string; position: number }>(insertPathways, [listed(histories.flatMap(({ id, write }) => of(id, write.events))), JSON.stringify(histories.map(pathwayRow))], 'import_pathways');
  const positions = new Map(heads.map(({ pathway_id: id, position }) => [id, position]));
  await insertRows(transaction, 'pathway_state', ['position', ...Object.keys(histories[0]!.write.state)], histories.map(({ id, write }) => rowText(`"position":${positions.get(id)!}`, id, write.state)));
  for (const [table, part] of readTables) await insertRows(transaction, table, columnsOf(histories, part), histories.flatMap(({ id, write }) => of(id, write[part])));
}

const readTables = [['clock_row', 'clocks'], ['obligation_row', 'obligations'], ['finding_row', 'findings'], ['pathway_access', 'access']] as const;

const insertPathways = `
  with added as (
    insert into event (id, pathway_id, seq, patient_id, kind, type, occurred_on, recorded_at, data, corrects, retracts, organisation_id, actor, prev_hash, hash)
    select e.id, e.pathway_id, e.seq, e.patient_id, e.kind, e.type, e.occurred_on, e.recorded_at, e.data, e.corrects, e.retracts, e.organisation_id, e.actor, decode(e.prev_hash, 'hex'), decode(e.hash, 'hex')
      from jsonb_to_recordset($1) as e (
        id uuid, pathway_id uuid, seq int, patient_id uuid, kind text, type text, occurred_on date, recorded_at timestamptz, data jsonb,
        corrects uuid, retracts uuid, organisation_id uuid, actor text, prev_hash text, hash text)
     order by e.pathway_id, e.seq
    returning pathway_id, position),
  heads as (select pathway_id, max(position) as position from added group by pathway_id),
  made as (
    insert into pathway (id, patient_id, organisation_id, mode, definition_id, definition_version, received_on, head_hash, head_position, event_count, last_recorded_at)
    select p.id, p.patient_id, p.organisation_id, 'historical', p.definition_id, p.definition_version, p.received_on, decode(p.hash, 'hex'), h.position, p.count, p.recorded_at
      from jsonb_to_recordset($2) as p (
        id uuid, patient_id uuid, organisation_id uuid, definition_id text, definition_version text, received_on date, hash text, count int, recorded_at timestamptz)
      join heads h on h.pathway_id = p.id)
  select pathway_id, position from heads`;

function pathwayRow({ id, patientId, imported, write }: NewHistory): Row {
  const { hash, count, recordedAt } = write.head!;
  return {
    id, patient_id: patientId, organisation_id: imported.organisationId, definition_id: imported.definition.id, definition_version: imported.definition.version,
    received_on: imported.receivedOn, hash, count, recorded_at: recordedAt,
  };
}

/** Rows as JSON, with the pathway that they belong to. The texts are put together, because copying each row into another object takes longer than writing it. */
const of = (id: string, rows: readonly Row[] | undefined): string[] => (rows ?? []).map((row) => rowText(null, id, row));
const rowText = (more: string | null, id: string, row: Row): string => `{${more === null ? '' : `${more},`}"pathway_id":"${id}",${JSON.stringify(row).slice(1)}`;
const listed = (rows: readonly string[]): string => `[${rows.join(',')}]`;

const columnsOf = (histories: readonly NewHistory[], part: (typeof readTables)[number][1]): string[] => Object.keys(histories.find(({ write }) => write[part] !== undefined)?.write[part]?.[0] ?? {});

/** The rows' own names are the table's columns, so that a column that read rows get is written here as well. */
async function insertRows(transaction: Transaction, table: string, columns: readonly string[], rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const names = ['pathway_id', ...columns].join(', ');
  await transaction.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`, [listed(rows)], `import_${table}`);
}
