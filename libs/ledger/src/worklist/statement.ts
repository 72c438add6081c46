import type { OsloDate } from '@forlop/calendar';
import type { WorklistFilter, WorklistSort } from '../types/reading.js';
import { clockConditions, dueCondition, kindOf, openStatuses, Parameters, stateConditions, statusOf, variantBranches } from './conditions.js';
import type { WorklistCursor } from './cursor.js';

/** A list is counted so far; a longer one says that it is longer. */
export const mostCounted = 1_000;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const sortColumns = {
  waiting: 's.step_since', received: 's.received_on', contact: 's.contact_sort', step: 's.step', variant: 's.variant_sort', owner: 's.owner_person',
} as const satisfies Record<Exclude<WorklistSort, 'due'>, string>;

const textual: ReadonlySet<WorklistSort> = new Set(['step', 'variant', 'owner']);

/** What a list's sort values are. */
export const sortedBy = (sort: WorklistSort): 'date' | 'text' => (textual.has(sort) ? 'text' : 'date');

/**
 * The pathways that somebody sees though their rows stand under another's organisation: those that name the person, or that the
 * organisation takes part in or has just taken over. Few, so they are found first.
 */
export const namedPathways = `named as materialized (
      select pathway_id from pathway_access where organisation_id = any((select app_organisations())::uuid[]) and not home and not denies
      union select pathway_id from pathway_access where person = any((select app_persons())::bytea[]) and not denies)`;

/**
 * The rows of those pathways, each looked up by its key. `offset 0` keeps the planner to that: it knows neither how few they are nor what
 * asking about every other row of the table would cost.
 */
export const namedRows = (table: 'pathway_state' | 'clock_row', as: string): string =>
  `named n cross join lateral (select * from ${table} t where t.pathway_id = n.pathway_id offset 0) ${as}`;

/** A row that stands under one of the organisations that somebody looks for. */
export const ownRow = (table: string): string => `${table}.organisation_id = any(coalesce((select app_organisations()), '{}')::uuid[])`;

/** The parts that a page and its count have in common. */
class List {
  readonly parameters = new Parameters();
  readonly asOf: string;
  /** Driven by clocks; otherwise by pathways. */
  readonly ofClocks: boolean;
  readonly sortColumn: string;
  private readonly organisations: string;
  /** Condition of the filter on the organisation, for pathways that are not found by it. */
  private readonly within: readonly string[];
  private readonly conditions: readonly string[];
  private readonly branches: readonly (readonly string[])[];

  /** `eyes`: the list is somebody's, and only what they may see is looked through. */
  constructor(filter: WorklistFilter, sort: WorklistSort, asOf: OsloDate, private readonly eyes: boolean) {
    this.asOf = this.parameters.add(asOf, 'date');
    const kind = kindOf(filter, sort);
    this.ofClocks = kind !== 'pathway';
    this.sortColumn = sort === 'due' ? (this.ofClocks ? 'r.due_sort' : 's.due_sort') : sortColumns[sort];
    const wanted = filter.organisationIds === undefined ? null : this.parameters.add(filter.organisationIds, 'uuid[]');
    this.within = wanted === null ? [] : [`s.organisation_id = any(${wanted})`];
    this.organisations = organisationsFrom(wanted, eyes);
    this.branches = variantBranches(filter.variant, this.asOf, this.parameters);
    this.conditions = [
      ...stateConditions(filter, kind, this.asOf, this.parameters),
      ...clockConditions(filter, kind, this.asOf, this.parameters),
      ...dueCondition(this.ofClocks ? 'r' : 's', filter.dueBefore, this.parameters),
    ];
  }

  /** What the statement begins with, before its own parts. */
  get parts(): readonly string[] {
    return this.eyes ? [namedPathways] : [];
  }

  /** The list's rows: organisation by organisation, whose index gives the order, so that each stops at its limit; then those that name somebody. */
  rows(columns: string, more: readonly string[], orderAndLimit: string): string {
    const table = this.ofClocks ? 'r' : 's';
    const from = this.ofClocks ? 'clock_row r join pathway_state s on s.pathway_id = r.pathway_id' : 'pathway_state s';
    const select = (source: string, first: readonly string[]): string => this.branches
      .map((branch) => `(select ${columns} from ${source} where ${[...first, ...branch, ...this.conditions, ...more].join(' and ')} ${orderAndLimit})`)
      .join(' union all ');
    const own = `select x.* from ${this.organisations} as o(id) cross join lateral (${select(from, [`${table}.organisation_id = o.id`])}) x`;
    if (!this.eyes) return own;
    const source = this.ofClocks ? `${namedRows('clock_row', 'r')} join pathway_state s on s.pathway_id = r.pathway_id` : namedRows('pathway_state', 's');
    const named = select(source, [`not ${ownRow(table)}`, ...this.within]);
    return `${own} union all select x.* from (${named}) x`;
  }

  get pathway(): string {
    return this.ofClocks ? 'r.pathway_id' : 's.pathway_id';
  }

  get key(): string {
    return this.ofClocks ? 'r.key' : `''`;
  }
}

/** The organisations whose rows are looked through; somebody's own ones only. */
function organisationsFrom(wanted: string | null, eyes: boolean): string {
  if (!eyes) return wanted === null ? '(select id from organisation)' : `unnest(${wanted})`;
  return `(select u.id from unnest((select app_organisations())) u(id)${wanted === null ? '' : ` where u.id = any(${wanted})`})`;
}

/** One page: keyset paging, the rows' clocks and flags for the page only. */
export function pageStatement(filter: WorklistFilter, sort: WorklistSort, asOf: OsloDate, after: WorklistCursor | null, limit: number, eyes = false, descending = false): Statement {
  const list = new List(filter, sort, asOf, eyes);
  const { parameters } = list;
  // In the text, because the plan is kept for all parameters, and how few rows are wanted decides it.
  const most = limit + 1;
  const order = [list.sortColumn, list.pathway, ...(list.ofClocks ? ['r.key'] : [])];
  const place = after === null ? [] : [keyset(order, after, list.ofClocks, { type: sortedBy(sort), descending }, parameters)];
  const sorted = (columns: readonly string[]): string => `order by ${columns.map((column) => `${column}${descending ? ' desc' : ''}`).join(', ')}`;
  const columns = `${list.sortColumn} as sort_value, ${list.pathway} as pathway_id, ${list.key} as key`;
  const sql = `
    with ${list.parts.map((part) => `${part},\n    `).join('')}page as (
      select x.* from (${list.rows(columns, place, `${sorted(order)} limit ${most}`)}) x
       ${sorted(['x.sort_value', 'x.pathway_id', 'x.key'])} limit ${most})
    select page.sort_value, page.key as clock_key, s.pathway_id, s.mode, s.definition_id, s.definition_version, s.step, s.step_since, s.received_on,
           case when s.variant_next_from <= ${list.asOf} then s.variant_next else s.variant end as variant,
           s.active and s.no_next_step_from <= ${list.asOf} as no_next_step, s.finding_count, s.quarantined, s.position,
           s.owner_role, s.owner_person, s.next_role, s.persons, s.last_contact_on, s.waits_for_others, s.todo_from <= ${list.asOf} as today,
           gp.sealed as gp_look, fastlege.sealed as gp_contact,
           clocks.broken, clocks.at_risk, clocks.shown as clock,
           org.id as organisation_id, org.name as organisation_name,
           pt.id as patient_id, pt.wrapped_key, pt.sealed_demographics
      from page
      join pathway_state s on s.pathway_id = page.pathway_id
      join pathway p on p.id = page.pathway_id
      join patient pt on pt.id = p.patient_id
      join organisation org on org.id = s.organisation_id
      left join registry_look gp on gp.pathway_id = s.pathway_id and gp.patient_id = pt.id and gp.registry = 'fastlegeregisteret'
      left join patient_contact fastlege on fastlege.patient_id = pt.id and fastlege.role = 'fastlege'
      cross join lateral (${clocksOf(list)}) clocks
     ${sorted(['page.sort_value', 'page.pathway_id', 'page.key'])}`;
  return { sql, parameters: parameters.values };
}

/**
 * What a row says of its pathway's clocks, from one look at them: whether an open one is broken or at risk, and which is shown, the row's own or the one due first.
 * `offset 0` has each clock's status worked out once.
 */
function clocksOf({ ofClocks, asOf }: List): string {
  const shown = ofClocks ? 'c.key = page.key' : `c.due_on is not null and c.status in (${openStatuses.map((status) => `'${status}'`).join(', ')})`;
  return `
        select coalesce(bool_or(c.open and c.status = 'broken'), false) as broken, coalesce(bool_or(c.open and c.status = 'at-risk'), false) as at_risk,
               (array_agg(json_build_object('key', c.key, 'clock', c.clock, 'owner', c.owner, 'dueOn', c.due_on, 'status', c.status) order by c.due_on, c.key) filter (where ${shown}))[1] as shown
          from (select c.key, c.clock, c.owner, c.due_on, c.open, ${statusOf('c', asOf)} as status from clock_row c
                 where c.pathway_id = page.pathway_id and ${ofClocks ? '(c.open or c.key = page.key)' : 'c.open'} offset 0) c`;
}

function keyset(order: readonly string[], after: WorklistCursor, withKey: boolean, { type, descending }: { readonly type: string; readonly descending: boolean }, parameters: Parameters): string {
  const values = [parameters.add(after.value, type), parameters.add(after.pathwayId, 'uuid'), ...(withKey ? [parameters.add(after.key, 'text')] : [])];
  return `(${order.join(', ')}) ${descending ? '<' : '>'} (${values.join(', ')})`;
}

/** How many rows the whole list has, up to {@link mostCounted} and one more. */
export function countStatement(filter: WorklistFilter, sort: WorklistSort, asOf: OsloDate, eyes = false): Statement {
  const list = new List(filter, sort, asOf, eyes);
  const most = mostCounted + 1;
  // In the page's order, though a count has none: its index is left after so many rows, where all of a long list would be looked up first without.
  const first = `order by ${list.sortColumn}, ${list.pathway} limit ${most}`;
  const sql = `
    ${list.parts.length === 0 ? '' : `with ${list.parts.join(', ')}`} select count(*)::int as total, ${list.asOf} as as_of from (
      select x.* from (${list.rows('', [], first)}) x limit ${most}) counted`;
  return { sql, parameters: list.parameters.values };
}
