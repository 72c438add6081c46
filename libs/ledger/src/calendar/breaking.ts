import { addDays, isOsloDate, maxDate, minDate, type OsloDate } from '@forlop/calendar';
import { canonicalJson, type ClockStatus } from '@forlop/pathway';
import { createHash } from 'node:crypto';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { openPatient } from '../core/open-pathway.js';
import { readOften } from '../database/read.js';
import { LedgerError } from '../types/errors.js';
import type { BreakingPage, BreakingQuery, BreakingRow } from '../types/mirrored-calendar.js';
import { statusOf } from '../worklist/conditions.js';
import { readCursor, writeCursor } from '../worklist/cursor.js';
import { namedPathways } from '../worklist/statement.js';
import { limitOf, type PatientColumns } from './paging.js';
import { clocksOfFirstVisits, FirstVisits, sundayOf, waiting, windowOf, type Window } from './window.js';

interface Row extends PatientColumns {
  readonly pathway_id: string;
  readonly key: string;
  readonly clock: string;
  readonly due_on: OsloDate;
  readonly booked_on: OsloDate | null;
  readonly status: ClockStatus;
  readonly asked_for: OsloDate | null;
}

interface Cursor {
  readonly list: string;
  readonly asOf: OsloDate;
  readonly due: OsloDate;
  readonly pathwayId: string;
  readonly key: string;
}

/** Of the clocks in the window: those with a time on or before the date, those without, and all. */
const timed = { missing: 'and coalesce(r.booked_on > r.due_on, true)', 'in-time': 'and coalesce(r.booked_on <= r.due_on, false)', any: '' } as const;

/**
 * Whose date breaks in the weeks ahead if nothing changes: nobody has a time on or before it. The first date first, a row for each clock. With `week`
 * and `time` it tells who is behind each number of {@link calendarWeeks}.
 * @throws LedgerError `bad-cursor`, `bad-data`.
 */
export async function breaking(context: LedgerContext, query: BreakingQuery = {}): Promise<BreakingPage> {
  const limit = limitOf(query);
  const { organisationIds, weeks, week, time } = query;
  const list = createHash('sha1').update(canonicalJson({ breaking: { organisationIds: organisationIds ?? null, weeks: weeks ?? null, week: week ?? null, time: time ?? null } })).digest('base64url').slice(0, 12);
  const after = query.cursor === undefined ? null : readCursor(query.cursor, isCursor);
  if (after !== null && after.list !== list) throw new LedgerError('bad-cursor', 'Markøren hører ikke til denne listen. Begynn på første side.');
  const window = narrowed(await windowOf(context, after === null ? query : { ...query, asOf: after.asOf }), week);
  const [rows, total] = await Promise.all([pageOf(context, window, query, after, limit), totalOf(context, window, query)]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    asOf: window.asOf,
    total,
    rows: await Promise.all(shown.map((row) => rowShown(context, row))),
    nextCursor: rows.length <= limit || last === undefined ? null : writeCursor({ list, asOf: window.asOf, due: last.due_on, pathwayId: last.pathway_id, key: last.key }),
  };
}

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null) return false;
  const { list, asOf, due, pathwayId, key } = value as Record<string, unknown>;
  return typeof list === 'string' && isOsloDate(asOf) && isOsloDate(due) && isUuid(pathwayId) && typeof key === 'string';
}

/** A window and the first day of it that is asked about. */
interface Asked extends Window {
  readonly from: OsloDate;
}

/** Of the window, the week that a day lies in; without one all of it. @throws LedgerError `bad-data`. */
function narrowed(window: Window, week: OsloDate | undefined): Asked {
  if (week === undefined) return { ...window, from: window.asOf };
  if (!isOsloDate(week)) throw new LedgerError('bad-data', 'Uken må være en dato på formen ÅÅÅÅ-MM-DD.');
  return { ...window, from: maxDate(window.asOf, addDays(sundayOf(week), -6)), to: minDate(window.to, sundayOf(week)) };
}

/** Of the clocks in the window, those that are asked about by their time. */
function chosen(list: FirstVisits, window: Asked, time: BreakingQuery['time'] = 'missing'): string {
  const from = list.parameters.add(window.from, 'date');
  const to = list.parameters.add(window.to, 'date');
  const columns = `r.pathway_id, r.key, r.organisation_id, r.clock, r.due_on, r.booked_on, ${statusOf('r', list.asOf)} as status`;
  return `(${list.rows(columns, `between ${from} and ${to} ${timed[time]}`)}) d join pathway_state s using (pathway_id)
    where s.mode <> 'historical' and d.status in ${waiting}`;
}

function pageOf(context: LedgerContext, window: Asked, { organisationIds, time }: BreakingQuery, after: Cursor | null, limit: number): Promise<Row[]> {
  const list = new FirstVisits(context, window, organisationIds);
  const from = chosen(list, window, time);
  const { parameters } = list;
  const place = after === null ? '' : `and (d.due_on, d.pathway_id, d.key) > (${parameters.add(after.due, 'date')}, ${parameters.add(after.pathwayId, 'uuid')}, ${parameters.add(after.key, 'text')})`;
  return readOften<Row>(
    context.database,
    `with ${list.eyes ? `${namedPathways}, ` : ''}page as materialized (
       select d.* from ${from} ${place} order by d.due_on, d.pathway_id, d.key limit ${limit + 1})
     select page.pathway_id, page.key, page.clock, page.due_on, page.booked_on, page.status, o.id as organisation_id, o.name as organisation_name,
            (select q.before_on from appointment_request q where q.pathway_id = page.pathway_id and q.state = 'asked') as asked_for,
            pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics
       from page join pathway p on p.id = page.pathway_id join patient pt on pt.id = p.patient_id join organisation o on o.id = page.organisation_id
      order by page.due_on, page.pathway_id, page.key`,
    parameters.values,
  );
}

async function totalOf(context: LedgerContext, window: Asked, { organisationIds, time }: BreakingQuery): Promise<number> {
  const list = new FirstVisits(context, window, organisationIds);
  const from = chosen(list, window, time);
  const [row] = await readOften<{ n: number }>(context.database, `${list.eyes ? `with ${namedPathways}` : ''} select count(*)::int as n from ${from}`, list.parameters.values);
  return row!.n;
}

async function rowShown(context: LedgerContext, row: Row): Promise<BreakingRow> {
  const { demographics, birthDate } = await openPatient(context, row.patient_id, row.wrapped_key, row.sealed_demographics);
  return {
    pathwayId: row.pathway_id,
    patient: { id: row.patient_id, name: demographics?.name ?? null, birthDate },
    organisation: { id: row.organisation_id, name: row.organisation_name },
    clock: { key: row.key, clock: row.clock, title: clocksOfFirstVisits(context).get(row.clock) ?? row.clock, dueOn: row.due_on, status: row.status },
    bookedOn: row.booked_on,
    inTime: row.booked_on !== null && row.booked_on <= row.due_on,
    askedFor: row.asked_for,
  };
}
