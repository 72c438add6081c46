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

/** The first of `defects` that holds, as `defectsOf` says. `c`: the occurrence with its outcome; `f`: what its pathway's clocks say. */
const defect = `case
    when f.duplicate then 'duplicate'
    when c.clock = '${wait}' and f.without_assessment and not f.assessment then 'course-referral'
    when c.clock = any(f.met_before_start) then 'start-before-referral'
    when c.clock in ('${wait}', '${assessment}') and f.unassessed then 'no-assessment-date'
    when c.clock <> '${wait}' then null
    when c.reason = 'pathway-closed' then 'no-end-code'
    when c."end" = 'met' and c.met_on = any(f.assessed_on) and not coalesce(c.met_on = any(f.elsewhere_on), false) then 'ended-on-assessment-day'
    when c."end" = 'met' and c.days <= 1 then 'ended-at-once'
    when c.days > ${TEN_YEARS} then 'over-ten-years'
  end`;

/**
 * `counted`: the occurrences that a question is about, each with where it belongs and what it counts as. `outcomeOf`, `cohortDate` and
 * `defectsOf` of @forlop/compliance say the same of one; a property test holds them equal. Row-level security lets through what whoever
 * looks may see; the organisations keep the search to their rows.
 */
export function countedRows(query: ComplianceQuery, { organisationIds, tables }: Scope, parameters: Parameters): string {
  const asOf = parameters.add(query.asOf, 'date');
  const day = cohortDay[query.cohort](asOf);
  const conditions = [
    ...(organisationIds === null ? [] : [`r.organisation_id = any(${parameters.add(organisationIds, 'uuid[]')})`]),
    `r.start_on <= ${asOf}`,
    `${day} between ${parameters.add(query.from, 'date')} and ${parameters.add(query.to, 'date')}`,
    ...(query.clocks === null ? [] : [`r.clock = any(${parameters.add(query.clocks, 'text[]')})`]),
    ...(query.definition === null ? [] : [`s.definition_id = ${parameters.add(query.definition, 'text')}`]),
  ];
  return `chosen as materialized (
      select r.pathway_id, r.key, r.organisation_id, r.clock, r.version, r.start_on, r.due_on, r.met_on, r.ended_on, r.ended_as, r.lapses, r.delay_cause,
             ${statusOf('r', asOf)} as status, to_char(${day}, 'YYYY-MM') as period,
             s.definition_id, s.step, case when s.variant_next_from <= ${asOf} then s.variant_next else s.variant end as variant
        from ${tables}clock_row r join ${tables}pathway_state s on s.pathway_id = r.pathway_id
       where ${conditions.join(' and ')}),
    ${flags(asOf, tables)},
    judged as (
      select l.*, compliance_outcome(l.status, l.due_on) as outcome, compliance_reason(l.status, l.lapsed, l.due_on, l.ended_as) as reason,
             compliance_cause(l.status, l.delay_cause) as cause, compliance_end(l.lapsed, l.met_on, l.ended_on, ${asOf}) as "end",
             compliance_days(l.lapsed, l.start_on, l.due_on, l.met_on, l.ended_on, ${asOf}) as days
        from (select h.*, compliance_lapsed(h.status, h.lapses, h.due_on, h.ended_on, ${asOf}) as lapsed from chosen h) l),
    counted as (select c.*, ${defect} as defect from judged c left join flags f on f.pathway_id = c.pathway_id)`;
}

/** What a pathway's clocks and findings say of its quality, for the pathways whose occurrences were chosen. */
function flags(asOf: string, tables: Scope['tables']): string {
  const done = `(r.met_on <= ${asOf} or r.ended_on <= ${asOf})`;
  return `pathways as (select distinct pathway_id from chosen),
    by_clock as (
      select r.pathway_id,
             bool_or(r.clock = '${assessment}') as assessment, bool_or(r.clock = '${withoutAssessment}') as without_assessment,
             coalesce(bool_or(r.clock = '${wait}' and r.met_on <= ${asOf}) and bool_or(r.clock = '${assessment}' and ${done} is not true), false) as unassessed,
             array_agg(r.met_on) filter (where r.clock = '${assessment}' and r.met_on is not null) as assessed_on,
             array_agg(r.ended_on) filter (where r.ended_as in (${endedElsewhere.map(text).join(', ')})) as elsewhere_on
        from ${tables}clock_row r where r.pathway_id in (select pathway_id from pathways) group by r.pathway_id),
    by_finding as (
      select f.pathway_id, array_agg(f.rule) as met_before_start
        from ${tables}finding_row f where f.code = 'met-before-start' and f.rule is not null and f.pathway_id in (select pathway_id from pathways) group by f.pathway_id),
    ${openTwins(tables)},
    flags as (
      select b.*, f.met_before_start, d.pathway_id is not null as duplicate
        from by_clock b left join by_finding f on f.pathway_id = b.pathway_id left join twins d on d.pathway_id = b.pathway_id)`;
}

/** Of `pathways`, those whose patient has an earlier pathway of the same definition that had not ended when this one began. */
export const openTwins = (tables: Scope['tables']): string => `twins as (
    select distinct p.id as pathway_id
      from ${tables}pathway p join ${tables}pathway_state s on s.pathway_id = p.id
      join ${tables}pathway q on q.patient_id = p.patient_id and q.id <> p.id and (q.received_on, q.id) < (p.received_on, p.id)
      join ${tables}pathway_state t on t.pathway_id = q.id and t.definition_id = s.definition_id and (t.ended_on is null or t.ended_on > s.received_on)
     where p.id in (select pathway_id from pathways))`;
