import { addDays, type OsloDate } from '@forlop/calendar';
import { clocksOfFirstVisits } from '../calendar/window.js';
import type { LedgerContext } from '../context.js';
import { isUuid } from '../core/event-id.js';
import { snapshot } from '../database/read.js';
import type { CountedDay, CountedValue, FirstVisitBases, FirstVisitBasis, FirstVisitQuery } from '../types/counting.js';
import { LedgerError } from '../types/errors.js';
import { Parameters } from '../worklist/conditions.js';
import { today } from '../worklist/worklist.js';

/** So many of something of one unit. */
interface Row {
  readonly organisation_id: string;
  readonly what: 'waiting' | 'inflow' | 'length' | 'wait' | 'visit' | 'left' | 'notice' | 'no-show' | 'free';
  readonly on_day: OsloDate | null;
  readonly value: number | null;
  readonly booked_on: OsloDate | null;
  readonly passed: boolean | null;
  readonly n: number;
}

interface Window {
  readonly today: OsloDate;
  readonly from: OsloDate;
  readonly to: OsloDate;
  readonly clocks: readonly string[];
}

const mostWeeksBack = 104;
const mostWeeksAhead = 26;

/** What is known of first visits, by unit, all of it at one moment. @throws LedgerError `bad-data`. */
export async function firstVisits(context: LedgerContext, query: FirstVisitQuery): Promise<FirstVisitBases> {
  const window = await windowOf(context, query);
  const rows = await snapshot(context.database, async (reader) => {
    const [patients, calendar] = [patientStatement(window, query), calendarStatement(window, query)];
    return [...(await reader.query<Row>(patients.sql, patients.values)), ...(await reader.query<Row>(calendar.sql, calendar.values))];
  });
  const units = new Map<string, Row[]>();
  for (const row of rows) units.set(row.organisation_id, [...(units.get(row.organisation_id) ?? []), row]);
  return { today: window.today, clocks: window.clocks, units: [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, of]) => basisOf(id, of)) };
}

async function windowOf(context: LedgerContext, { organisationIds = [], clock, weeksBack, weeksAhead }: FirstVisitQuery): Promise<Window> {
  const bad = (sentence: string): LedgerError => new LedgerError('bad-data', sentence);
  const known = [...clocksOfFirstVisits(context).keys()].sort();
  if (!organisationIds.every(isUuid)) throw bad('En virksomhet i utvalget har ikke en gyldig id.');
  if (clock !== undefined && !known.includes(clock)) throw bad(`«${clock}» er ingen frist som en første time oppfyller. Kjent er ${known.join(', ')}.`);
  if (!Number.isInteger(weeksBack) || weeksBack < 1 || weeksBack > mostWeeksBack) throw bad(`Det kan ses fra 1 til ${mostWeeksBack} uker bakover.`);
  if (!Number.isInteger(weeksAhead) || weeksAhead < 1 || weeksAhead > mostWeeksAhead) throw bad(`Det kan ses fra 1 til ${mostWeeksAhead} uker framover.`);
  const day = await today(context);
  return { today: day, from: addDays(day, -7 * weeksBack), to: addDays(day, 7 * weeksAhead), clocks: clock === undefined ? known : [clock] };
}

/** One row for each patient first, so that one with several frister is one patient; then counts of them. */
function patientStatement({ today: day, from, clocks }: Window, { organisationIds }: FirstVisitQuery): { readonly sql: string; readonly values: readonly unknown[] } {
  const parameters = new Parameters();
  const [now, since, rules] = [parameters.add(day, 'date'), parameters.add(from, 'date'), parameters.add(clocks, 'text[]')];
  const within = organisationIds === undefined ? 'true' : `r.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`;
  const columns = (what: Row['what'], day_: string, value: string): string => `select organisation_id, '${what}' as what, ${day_} as on_day, ${value} as value, null::date as booked_on, null::boolean as passed, count(*)::int as n`;
  const behind = (date: string): string => `${date} >= ${since} and ${date} < ${now}`;
  return {
    values: parameters.values,
    sql: `
    with patient_case as materialized (
      select r.pathway_id, r.organisation_id, s.mode, min(r.start_on) as start_on, min(r.due_on) as first_due, min(r.met_on) as met_on, max(r.ended_on) as ended_on, bool_or(r.open) as open,
             min(r.due_on) filter (where r.open) as due_on, max(r.booked_on) filter (where r.open and r.booked_on >= ${now}) as booked_on, coalesce(bool_or(r.passed_by_patient) filter (where r.open), false) as passed
        from clock_row r join pathway_state s on s.pathway_id = r.pathway_id
       where r.clock = any(${rules}) and ${within} and r.due_on is not null and r.start_on <= ${now}
       group by r.pathway_id, r.organisation_id, s.mode),
    given as (
      select c.organisation_id, e.type, e.occurred_on, case when e.data->>'tid' ~ '^\\d{4}-\\d\\d-\\d\\d$' then (e.data->>'tid')::date - e.occurred_on end as notice
        from patient_case c join event e on e.pathway_id = c.pathway_id
       where (c.open or c.start_on >= ${since} or c.met_on >= ${since}) and e.type in ('timeTilbudt', 'ikkeMott') and e.kind <> 'observation' and e.retracts is null and ${behind('e.occurred_on')}
         and coalesce(e.data->>'gjelder', 'oppstart') = 'oppstart'
         and not exists (select from event x where x.pathway_id = e.pathway_id and (x.corrects = e.id or x.retracts = e.id)))
    select organisation_id, 'waiting' as what, due_on as on_day, null::int as value, booked_on, passed, count(*)::int as n
      from patient_case where open and mode <> 'historical' group by organisation_id, due_on, booked_on, passed
    union all ${columns('inflow', 'start_on', 'null::int')} from patient_case where ${behind('start_on')} group by organisation_id, start_on
    union all ${columns('length', 'null::date', 'first_due - start_on')} from patient_case where ${behind('start_on')} and first_due >= start_on group by organisation_id, first_due - start_on
    union all ${columns('wait', 'null::date', 'greatest(met_on - start_on, 0)')} from patient_case where ${behind('met_on')} group by organisation_id, greatest(met_on - start_on, 0)
    union all ${columns('visit', 'met_on', 'null::int')} from patient_case where ${behind('met_on')} group by organisation_id, met_on
    union all ${columns('left', 'null::date', 'null::int')} from patient_case where not open and met_on is null and ${behind('ended_on')} group by organisation_id
    union all ${columns('notice', 'null::date', 'notice')} from given where type = 'timeTilbudt' and notice >= 0 group by organisation_id, notice
    union all ${columns('no-show', 'null::date', 'null::int')} from given where type = 'ikkeMott' group by organisation_id
    order by organisation_id, what, on_day, value, booked_on, passed`,
  };
}

/** A unit whose calendar tells of minutes and no places has told no places. */
function calendarStatement({ today: day, to }: Window, { organisationIds }: FirstVisitQuery): { readonly sql: string; readonly values: readonly unknown[] } {
  const parameters = new Parameters();
  const [from, until] = [parameters.add(day, 'date'), parameters.add(to, 'date')];
  const within = organisationIds === undefined ? 'true' : `organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`;
  return {
    values: parameters.values,
    sql: `
    with told as (
      select organisation_id, on_day, sum(free_places)::int as free, sum(sum(free_places + busy_places)) over (partition by organisation_id) as places
        from mirrored_capacity where on_day between ${from} and ${until} and ${within} group by organisation_id, on_day)
    select organisation_id, 'free' as what, on_day, null::int as value, null::date as booked_on, null::boolean as passed, free as n from told where places > 0 order by organisation_id, on_day`,
  };
}

function basisOf(organisationId: string, rows: readonly Row[]): FirstVisitBasis {
  const of = (what: Row['what']): readonly Row[] => rows.filter((row) => row.what === what);
  const days = (what: Row['what']): CountedDay[] => of(what).map(({ on_day, n }) => ({ on: on_day!, n }));
  const values = (what: Row['what']): CountedValue[] => of(what).map(({ value, n }) => ({ value: value!, n }));
  const sum = (what: Row['what']): number => of(what).reduce((all, { n }) => all + n, 0);
  return {
    organisationId,
    waiting: of('waiting').flatMap(({ on_day, booked_on, passed, n }) => Array.from({ length: n }, () => ({ dueOn: on_day!, bookedOn: booked_on, passedByPatient: passed! }))),
    inflow: days('inflow'),
    lengths: values('length'),
    waits: values('wait'),
    notices: values('notice'),
    visits: days('visit'),
    noShows: sum('no-show'),
    left: sum('left'),
    freePlaces: days('free'),
  };
}
