import { addDays, maxDate, weekday, type OsloDate } from '@forlop/calendar';
import type { LedgerContext } from '../context.js';
import { readOften } from '../database/read.js';
import type { CalendarQuery, CalendarWeek, CalendarWeeks, CapacityShown } from '../types/mirrored-calendar.js';
import { Parameters, statusOf } from '../worklist/conditions.js';
import { namedPathways } from '../worklist/statement.js';
import { clocksOfFirstVisits, FirstVisits, waiting, windowOf, type Window } from './window.js';

/** What is free is believed for so long. */
const freshHours = 36;
const daysOfWeek = 7;

interface DueRow {
  readonly organisation_id: string;
  readonly week: OsloDate;
  /** Null: the sum of the week. */
  readonly clock: string | null;
  readonly due: number;
  readonly booked: number;
  readonly patients: number;
}

interface CapacityRow {
  readonly organisation_id: string;
  readonly week: OsloDate;
  readonly free_minutes: number;
  readonly busy_minutes: number;
  readonly free_places: number;
  readonly busy_places: number;
  readonly sources: readonly string[];
  readonly oldest: Date;
  readonly stale: boolean;
}

/**
 * The dates that a first visit must keep, by week and unit, against the time that is mirrored. From the read tables' dates compared with the
 * day asked about, so that it is right at midnight.
 */
export async function calendarWeeks(context: LedgerContext, query: CalendarQuery = {}): Promise<CalendarWeeks> {
  const window = await windowOf(context, query);
  const [due, capacity, organisations, overdue] = await Promise.all([
    dueRows(context, window, query), capacityRows(context, window, query),
    readOften<{ id: string; name: string }>(context.database, 'select id, name from organisation', []), overdueOf(context, window, query),
  ]);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const places = [...new Set([...due, ...capacity].map(({ organisation_id: id }) => id))].sort((a, b) => (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'nb') || (a < b ? -1 : 1));
  const titles = clocksOfFirstVisits(context);
  const rows = places.flatMap((id) => weeksOf(window).map((monday): CalendarWeek => {
    const mine = due.filter((row) => row.organisation_id === id && row.week === monday);
    const sum = mine.find(({ clock }) => clock === null) ?? { due: 0, booked: 0, patients: 0 };
    return {
      organisation: { id, name: names.get(id) ?? '' },
      from: maxDate(monday, window.asOf),
      to: addDays(monday, daysOfWeek - 1),
      due: sum.due,
      booked: sum.booked,
      notBooked: sum.due - sum.booked,
      patientsNotBooked: sum.patients,
      clocks: mine.flatMap(({ clock, due: n, booked }) => (clock === null ? [] : [{ clock, title: titles.get(clock) ?? clock, due: n, booked, notBooked: n - booked }])),
      capacity: capacityShown(capacity.find((row) => row.organisation_id === id && row.week === monday)),
    };
  }));
  return { asOf: window.asOf, rows, overdue };
}

const mondayOf = (day: OsloDate): OsloDate => addDays(day, 1 - weekday(day));
const weeksOf = ({ asOf, weeks }: Window): OsloDate[] => Array.from({ length: weeks }, (_, n) => addDays(mondayOf(asOf), n * daysOfWeek));

function dueRows(context: LedgerContext, window: Window, { organisationIds }: CalendarQuery): Promise<DueRow[]> {
  const list = new FirstVisits(context, window, organisationIds);
  const to = list.parameters.add(window.to, 'date');
  const columns = `r.pathway_id, r.organisation_id, r.clock, date_trunc('week', r.due_on)::date as week, coalesce(r.booked_on <= r.due_on, false) as booked, ${statusOf('r', list.asOf)} as status`;
  return readOften<DueRow>(
    context.database,
    `${list.eyes ? `with ${namedPathways}` : ''}
     select d.organisation_id, week, clock, count(*)::int as due, count(*) filter (where booked)::int as booked, count(distinct pathway_id) filter (where not booked)::int as patients
       from (${list.rows(columns, `between ${list.asOf} and ${to}`)}) d join pathway_state s using (pathway_id) where s.mode <> 'historical' and status in ${waiting}
      group by grouping sets ((d.organisation_id, week, clock), (d.organisation_id, week)) order by d.organisation_id, week, clock nulls first`,
    list.parameters.values,
  );
}

async function overdueOf(context: LedgerContext, window: Window, { organisationIds }: CalendarQuery): Promise<number> {
  const list = new FirstVisits(context, window, organisationIds);
  const [row] = await readOften<{ n: number }>(
    context.database,
    `${list.eyes ? `with ${namedPathways}` : ''}
     select count(*)::int as n from (${list.rows(`r.pathway_id, ${statusOf('r', list.asOf)} as status`, `< ${list.asOf}`)}) d join pathway_state s using (pathway_id) where s.mode <> 'historical' and status = 'broken'`,
    list.parameters.values,
  );
  return row!.n;
}

function capacityRows(context: LedgerContext, { asOf, to }: Window, { organisationIds }: CalendarQuery): Promise<CapacityRow[]> {
  const parameters = new Parameters();
  const from = parameters.add(asOf, 'date');
  const until = parameters.add(to, 'date');
  const fresh = parameters.add(freshHours, 'int');
  const within = organisationIds === undefined ? 'true' : `organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`;
  const now = context.database.access === null ? 'now()' : 'app_now()';
  return readOften<CapacityRow>(
    context.database,
    `select organisation_id, date_trunc('week', on_day)::date as week, sum(free_minutes)::int as free_minutes, sum(busy_minutes)::int as busy_minutes,
            sum(free_places)::int as free_places, sum(busy_places)::int as busy_places, array_agg(distinct source order by source) as sources,
            min(read_at) as oldest, min(read_at) < ${now} - make_interval(hours => ${fresh}) as stale
       from mirrored_capacity where on_day between ${from} and ${until} and ${within} group by 1, 2`,
    parameters.values,
  );
}

const capacityShown = (row: CapacityRow | undefined): CapacityShown | null =>
  row === undefined ? null : {
    freeMinutes: row.free_minutes, busyMinutes: row.busy_minutes, freePlaces: row.free_places, busyPlaces: row.busy_places,
    sources: row.sources, oldestReadAt: row.oldest.toISOString(), stale: row.stale,
  };
