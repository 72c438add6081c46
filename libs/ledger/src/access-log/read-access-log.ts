import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { unknownPathway } from '../core/open-pathway.js';
import { read } from '../database/read.js';
import type { AccessLogPage, AccessLogQuery, LoggedAccess } from '../types/access-log.js';
import { LedgerError } from '../types/errors.js';
import { Parameters } from '../worklist/conditions.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';

const most = 200;

interface LogCursor {
  readonly before: number;
}

const isLogCursor = (value: unknown): value is LogCursor => Number.isSafeInteger((value as Partial<LogCursor> | null)?.before);

type Row = Omit<LoggedAccess, 'at'> & { readonly at: Date };

/** The log, newest first. With a pathway it is the patient's own extract. @throws LedgerError `bad-data`, `bad-cursor`, `unknown-pathway`. */
export async function readAccessLog(context: LedgerContext, query: AccessLogQuery = {}): Promise<AccessLogPage> {
  const { limit = 50 } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new LedgerError('bad-data', `En side har fra 1 til ${most} rader.`);
  const parameters = new Parameters();
  const conditions = await conditionsOf(context, query, parameters);
  const rows = await read<Row>(
    context.database,
    `select l.id, l.at, l.action, l.outcome, l.actor, l.actor_name as "actorName", l.role, l.unit_id as "unitId", u.name as "unitName", l.legal_entity_id as "legalEntityId",
            e.name as "legalEntityName", l.basis, l.what, l.pathway_ids as "pathwayIds", l.detail, l.correlation_id as "correlationId"
       from access_log l left join organisation u on u.id = l.unit_id left join organisation e on e.id = l.legal_entity_id
      ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
      order by l.id desc limit ${parameters.add(limit + 1, 'int')}`,
    parameters.values,
  );
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => ({ ...row, at: row.at.toISOString() })),
    nextCursor: rows.length > limit ? writeCursor({ before: shown.at(-1)!.id }) : null,
  };
}

async function conditionsOf(context: LedgerContext, query: AccessLogQuery, parameters: Parameters): Promise<string[]> {
  const conditions: string[] = [];
  const where = (condition: (place: string) => string, value: unknown, type: string): void => {
    if (value !== undefined) conditions.push(condition(parameters.add(value, type)));
  };
  if (query.pathwayId !== undefined) where((place) => `l.patient_ids @> array[${place}]`, await patientOf(context, query.pathwayId), 'uuid');
  where((place) => `l.actor = ${place}`, query.actor, 'text');
  where((place) => `l.outcome = ${place}`, query.outcome, 'text');
  where((place) => `l.action = ${place}`, query.action, 'text');
  where((place) => `l.basis = ${place}`, query.basis, 'text');
  where((place) => `l.unit_id = any(${place})`, query.unitIds, 'uuid[]');
  where((place) => `l.at >= ${place}`, query.from, 'timestamptz');
  where((place) => `l.at < ${place}`, query.to, 'timestamptz');
  if (query.cursor !== undefined) where((place) => `l.id < ${place}`, readCursor(query.cursor, isLogCursor).before, 'bigint');
  return conditions;
}

/** The patient as the log knows her; a pathway that is not seen is unknown. */
async function patientOf(context: LedgerContext, pathwayId: string): Promise<string> {
  const [row] = isUuid(pathwayId) ? await read<{ patient_id: string }>(context.database, 'select patient_id from pathway where id = $1', [pathwayId]) : [];
  if (row === undefined) throw unknownPathway();
  return row.patient_id;
}
