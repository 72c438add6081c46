import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient } from '../core/open-pathway.js';
import { readOften } from '../database/read.js';
import { LedgerError } from '../types/errors.js';
import type { AppointmentRequestQuery, AppointmentRequestRow, RequestState } from '../types/mirrored-calendar.js';
import type { Page } from '../types/reading.js';
import { Parameters } from '../worklist/conditions.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';
import { limitOf, type PatientColumns } from './paging.js';
import { requestColumns, requestShown, type RequestRow } from './requests.js';

interface Cursor {
  readonly state: RequestState;
  readonly before: OsloDate;
  readonly id: string;
}

const states: ReadonlySet<string> = new Set<RequestState>(['asked', 'answered', 'withdrawn']);

/** What those who book are asked for, the earliest last day first. @throws LedgerError `bad-cursor`, `bad-data`. */
export async function appointmentRequests(context: LedgerContext, query: AppointmentRequestQuery = {}): Promise<Page<AppointmentRequestRow>> {
  const { state = 'asked', organisationIds } = query;
  const limit = limitOf(query);
  if (!states.has(state)) throw new LedgerError('bad-data', `Tilstanden «${state}» er ukjent. Bruk ${[...states].join(', ')}.`);
  if (!(organisationIds ?? []).every(isUuid)) throw new LedgerError('bad-data', 'En virksomhet i filteret har ikke en gyldig id.');
  const after = query.cursor === undefined ? null : readCursor(query.cursor, isCursor);
  if (after !== null && after.state !== state) throw new LedgerError('bad-cursor', 'Markøren hører ikke til denne listen. Begynn på første side.');
  const parameters = new Parameters();
  const conditions = [
    `r.state = ${parameters.add(state, 'text')}`,
    ...(organisationIds === undefined ? [] : [`p.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    ...(after === null ? [] : [`(r.before_on, r.id) > (${parameters.add(after.before, 'date')}, ${parameters.add(after.id, 'uuid')})`]),
  ];
  const rows = await readOften<RequestRow & PatientColumns>(
    context.database,
    `select ${requestColumns}, o.id as organisation_id, o.name as organisation_name, pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics
       from appointment_request r join pathway p on p.id = r.pathway_id join patient pt on pt.id = p.patient_id join organisation o on o.id = p.organisation_id
       left join mirrored_appointment a on a.id = r.answered_by
      where ${conditions.join(' and ')} order by r.before_on, r.id limit ${limit + 1}`,
    parameters.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await Promise.all(shown.map((row) => rowShown(context, row))),
    nextCursor: rows.length <= limit || last === undefined ? null : writeCursor({ state, before: last.before_on, id: last.id } satisfies Cursor),
  };
}

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { state, before, id } = value as Record<string, unknown>;
  return states.has(String(state)) && isOsloDate(before) && isUuid(id);
}

async function rowShown(context: LedgerContext, row: RequestRow & PatientColumns): Promise<AppointmentRequestRow> {
  const { demographics, birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  return { ...requestShown(row), patient: { id: row.patient_id, name: demographics?.name ?? null, birthDate }, organisation: { id: row.organisation_id, name: row.organisation_name } };
}
