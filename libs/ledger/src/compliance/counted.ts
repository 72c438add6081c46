import { endedElsewhere, qualityClocks, TEN_YEARS, type ComplianceQuery, type Cohort } from '@forlop/compliance';
import { Parameters, statusOf } from '../worklist/conditions.js';
import type { Scope } from './scope.js';

/** The day that puts an occurrence into a period, as `cohortDate` says. */
const cohortDay: Readonly<Record<Cohort, (asOf: string) => string>> = {
  started: () => 'r.start_on',
  due: () => 'r.due_on',
  ended: (asOf) => `case when coalesce(r.met_on, r.ended_on) <= ${asOf} then coalesce(r.met_on, r.ended_on) end`,
};

const text = (value: string): string => `'${value}'`;
const { assessment, withoutAssessment, wait } = qualityClocks;

/** The first of `defects` that holds, as `defectsOf` says. `c`: the occurrence with its outcome; the others: what was found of its pathway. */
const defect = `case
    when twins.pathway_id is not null then 'duplicate'
    when c.clock = '${wait}' and courses.pathway_id is not null then 'course-referral'
    when c.clock = any(early.clocks) then 'start-before-referral'
    when c.clock in ('${wait}', '${assessment}') and unassessed.pathway_id is not null then 'no-assessment-date'
    when c.clock <> '${wait}' then null
    when c.reason = 'pathway-closed' then 'no-end-code'
    when same_day.key is not null then 'ended-on-assessment-day'
    when c."end" = 'met' and c.days <= 1 then 'ended-at-once'
    when c.days > ${TEN_YEARS} then 'over-ten-years'
  end`;

/** All occurrences, or those alone that are not settled, or that another pathway of the patient may be a duplicate of ({@link settledRows} has the others). */
export type Which = 'all' | 'changeable';

/** What a question asks of an occurrence `r`, in SQL. */
interface AskedOf {
  readonly asOf: string;
  /** The day that puts it into a period. */
  readonly day: string;
  readonly organisations: string | null;
  readonly within: readonly string[];
  /** `within`, and all else that its own row says. */
  readonly asked: readonly string[];
}

function questionOf(query: ComplianceQuery, { organisationIds }: Scope, parameters: Parameters): AskedOf {
  const asOf = parameters.add(query.asOf, 'date');
  const day = cohortDay[query.cohort](asOf);
  const organisations = organisationIds === null ? null : parameters.add(organisationIds, 'uuid[]');
  const within = organisations === null ? [] : [`r.organisation_id = any(${organisations})`];
  const asked = [
    ...within,
    `r.start_on <= ${asOf}`,
    `${day} between ${parameters.add(query.from, 'date')} and ${parameters.add(query.to, 'date')}`,
    ...(query.clocks === null ? [] : [`r.clock = any(${parameters.add(query.clocks, 'text[]')})`]),
  ];
  return { asOf, day, organisations, within, asked };
}

/** Pathways of patients who have several. */
const several = (organisations: string | null): string => `select s.pathway_id from pathway_state s where s.several${organisations === null ? '' : ` and s.organisation_id = any(${organisations})`}`;

/** Two searches, each with an index of its own; the views for statistics have none. */
function sourceOf(which: Which, tables: Scope['tables'], asked: readonly string[]): string {
  if (tables !== '') return `${tables}clock_row`;
  const more = which === 'all' ? [] : ['r.pathway_id in (select pathway_id from several)'];
  return `(
          select r.* from clock_row r where ${['r.counts_as is null', ...asked].join(' and ')}
          union all
          select r.* from clock_row r where ${['r.counts_as is not null', ...more, ...asked].join(' and ')})`;
}

/** By what settled occurrences are told apart beside what they count as. */
export interface Apart {
  readonly month: boolean;
  /** Step and variant that the pathway is in on the day asked about. */
  readonly place: boolean;
}

/** All settled occurrences, or those alone of pathways that the sums do not have as they stand (migrations/settled-sums/1-tables.sql). */
export type SettledOf = 'all' | 'unsummed';

/** Pathways that have been written since they were added to the sums, or that were never. */
export const unsummed = (organisations: string | null): string =>
  `select s.pathway_id from pathway_state s where not s.summed and not s.several${organisations === null ? '' : ` and s.organisation_id = any(${organisations})`}`;

/** `r`: the rows to count from. Those of unsummed pathways are looked up pathway by pathway, because the planner never knows how few there are; `offset 0` keeps it to that. */
const settledSource = (of: SettledOf, organisations: string | null): string =>
  of === 'all' ? 'clock_row r' : `(${unsummed(organisations)}) u cross join lateral (select * from clock_row o where o.pathway_id = u.pathway_id offset 0) r`;

/**
 * How many settled occurrences count alike, by `settledOf` as their rows were written: from the index alone, unless they are told apart by place. `waits` has
 * all lengths of one kind in one text, `days:n` with commas between: there are as many lengths as days, and a row for each would take longer to fetch than to count.
 */
export function settledRows(query: ComplianceQuery, scope: Scope, parameters: Parameters, apart: Apart, of: SettledOf = 'all'): string {
  const { asOf, day, organisations, asked } = questionOf(query, scope, parameters);
  const conditions = [
    ...asked,
    'r.counts_as is not null',
    // Not a part of its own before the statement: that would keep it to one process.
    ...(of === 'all' ? [`r.pathway_id not in (${several(organisations)})`] : []),
    ...(query.definition === null ? [] : [`starts_with(r.counts_as, ${parameters.add(`${query.definition}|`, 'text')})`]),
  ];
  const variant = `case when s.variant_next_from <= ${asOf} then s.variant_next else s.variant end`;
  return `with lengths as (
    select r.organisation_id as organisation, r.clock, r.counts_as as "countsAs", ${apart.month ? `to_char(${day}, 'YYYY-MM')` : "''"} as period,
           ${apart.place ? `s.step, ${variant} as variant` : 'null as step, null as variant'}, coalesce(r.until_on, ${asOf}) - r.start_on as days, count(*)::int as n
      from ${settledSource(of, organisations)} ${apart.place ? 'join pathway_state s on s.pathway_id = r.pathway_id' : ''}
     where ${conditions.join(' and ')} group by 1, 2, 3, 4, 5, 6, 7)
    select organisation, clock, "countsAs", period, step, variant, string_agg(days || ':' || n, ',') as waits from lengths group by 1, 2, 3, 4, 5, 6`;
}

/**
 * `counted`: the occurrences that a question is about, each with where it belongs and what it counts as. `outcomeOf`, `cohortDate` and
 * `defectsOf` of @forlop/compliance say the same of one; a property test holds them equal. Row-level security lets through what whoever
 * looks may see; the organisations keep the search to their rows. The question is as of today or later (`isOfNow`).
 */
export function countedRows(query: ComplianceQuery, scope: Scope, parameters: Parameters, which: Which = 'all'): string {
  const { tables } = scope;
  const { asOf, day, organisations, within, asked } = questionOf(query, scope, parameters);
  const conditions = [
    ...asked,
    // A pathway and its clocks are one organisation's: said of both, so that neither table is gone through in full.
    ...(organisations === null || tables !== '' ? [] : [`s.organisation_id = any(${organisations})`]),
    ...(query.definition === null ? [] : [`s.definition_id = ${parameters.add(query.definition, 'text')}`]),
  ];
  return `${which === 'all' ? '' : `several as materialized (${several(organisations)}), `}chosen as materialized (
      select r.pathway_id, r.key, r.organisation_id, r.clock, r.version, r.start_on, r.due_on, r.met_on, r.ended_on, r.ended_as, r.lapses, r.delay_cause,
             ${statusOf('r', asOf)} as status, to_char(${day}, 'YYYY-MM') as period,
             s.definition_id, s.step, case when s.variant_next_from <= ${asOf} then s.variant_next else s.variant end as variant
        from ${sourceOf(which, tables, asked)} r join ${tables}pathway_state s on s.pathway_id = r.pathway_id
       where ${conditions.join(' and ')}),
    ${distorted(asOf, which === 'all' ? within : ['r.pathway_id in (select pathway_id from pathways)'], tables)},
    judged as (
      select l.*, compliance_outcome(l.status, l.due_on) as outcome, compliance_reason(l.status, l.lapsed, l.due_on, l.ended_as) as reason,
             compliance_cause(l.status, l.delay_cause) as cause, compliance_end(l.lapsed, l.met_on, l.ended_on, ${asOf}) as "end",
             compliance_days(l.lapsed, l.start_on, l.due_on, l.met_on, l.ended_on, ${asOf}) as days
        from (select h.*, compliance_lapsed(h.status, h.lapses, h.due_on, h.ended_on, ${asOf}) as lapsed from chosen h) l),
    counted as (
      select c.*, ${defect} as defect
        from judged c left join twins using (pathway_id) left join courses using (pathway_id) left join early using (pathway_id)
        left join unassessed using (pathway_id) left join same_day using (pathway_id, key))`;
}

/**
 * The pathways and occurrences that something distorts. Each is found from the few rows that it begins with, and never by going through all
 * clocks of all pathways: `offset 0` keeps the planner to looking each up by its key.
 */
function distorted(asOf: string, within: readonly string[], tables: Scope['tables']): string {
  const where = (...conditions: readonly string[]): string => [...within, ...conditions].join(' and ');
  // What nobody has met or ended has an index of its own; the views for statistics do not show it.
  const open = tables === '' ? ['r.open'] : [];
  return `pathways as (select distinct pathway_id from chosen),
    courses as (
      select distinct r.pathway_id from ${tables}clock_row r
       where ${where(`r.clock = '${withoutAssessment}'`, `not exists (select from ${tables}clock_row a where a.pathway_id = r.pathway_id and a.clock = '${assessment}')`)}),
    unassessed as (
      select distinct r.pathway_id from ${tables}clock_row r
       where ${where(...open, `r.clock = '${assessment}'`, `(r.met_on <= ${asOf} or r.ended_on <= ${asOf}) is not true`)}
         and exists (select from ${tables}clock_row w where w.pathway_id = r.pathway_id and w.clock = '${wait}' and w.met_on <= ${asOf})),
    same_day as (
      select c.pathway_id, c.key
        from chosen c cross join lateral (
          select bool_or(r.clock = '${assessment}' and r.met_on = c.met_on) as assessed, bool_or(r.ended_on = c.met_on and r.ended_as in (${endedElsewhere.map(text).join(', ')})) as elsewhere
            from ${tables}clock_row r where r.pathway_id = c.pathway_id offset 0) d
       where c.clock = '${wait}' and c.met_on <= ${asOf} and d.assessed and d.elsewhere is not true),
    early as (
      select f.pathway_id, array_agg(f.rule) as clocks
        from ${tables}finding_row f where f.code = 'met-before-start' and f.rule is not null and f.pathway_id in (select pathway_id from pathways) group by f.pathway_id),
    ${openTwins(tables)}`;
}

/** Of `pathways`, those whose patient has an earlier pathway of the same definition that had not ended when this one began. */
export const openTwins = (tables: Scope['tables']): string => `twins as (
    select distinct p.id as pathway_id
      from ${tables}pathway p join ${tables}pathway_state s on s.pathway_id = p.id
      join ${tables}pathway q on q.patient_id = p.patient_id and q.id <> p.id and (q.received_on, q.id) < (p.received_on, p.id)
      join ${tables}pathway_state t on t.pathway_id = q.id and t.definition_id = s.definition_id and (t.ended_on is null or t.ended_on > s.received_on)
     where p.id in (select pathway_id from pathways))`;
