import type { OsloDate } from '@forlop/calendar';
import type { ClockStatus } from '@forlop/pathway';
import type { WorklistFilter, WorklistSort } from '../types/reading.js';

/** Collects the parameters of a statement and gives each its place. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** `clock_status` of a clock row on a day. */
export const statusOf = (row: string, asOf: string): string =>
  `clock_status(${row}.start_on, ${row}.warn_on, ${row}.at_risk_from, ${row}.due_on, ${row}.met_on, ${row}.ended_on, ${row}.passed_by_patient, ${row}.lapses, ${asOf})`;

/** Statuses of a clock that nobody has met or ended. */
export const openStatuses: readonly ClockStatus[] = ['not-started', 'running', 'warned', 'at-risk', 'broken', 'passed-by-patient'];
const closedStatuses = new Set<ClockStatus>(['met', 'met-late', 'closed']);

const texts = (values: readonly string[]): string => `(${values.map((value) => `'${value}'`).join(', ')})`;

/**
 * What a list is made of. `clock`: a row for each occurrence of a clock. `owner`: a row for each pathway, by what its owner
 * must do first. `status`: a row for each pathway, by its first clock of a status. `pathway`: a row for each pathway.
 */
export type ListKind = 'clock' | 'owner' | 'status' | 'pathway';

/** A list by status is sorted by the due date of the clock that has it; sorted otherwise it is one of pathways. */
export function kindOf(filter: WorklistFilter, sort: WorklistSort): ListKind {
  if (filter.clock !== undefined) return 'clock';
  if (filter.owner !== undefined) return 'owner';
  return sort === 'due' && wantedStatuses(filter).length > 0 ? 'status' : 'pathway';
}

/** The statuses that the pathway must have a clock of, one condition for each filter. */
function wantedStatuses(filter: WorklistFilter): (readonly ClockStatus[])[] {
  return [
    ...(filter.clock === undefined && filter.clockStatus !== undefined ? [filter.clockStatus] : []),
    ...(filter.broken === true ? [['broken'] as const] : []),
    ...(filter.atRisk === true ? [['at-risk'] as const] : []),
  ];
}

/** Conditions on `s` (pathway_state). What a list by status is driven by is left to {@link clockConditions}. */
export function stateConditions(filter: WorklistFilter, kind: ListKind, asOf: string, parameters: Parameters): string[] {
  const conditions: string[] = [];
  const equal = (column: string, value: string | undefined): void => {
    if (value !== undefined) conditions.push(`s.${column} = ${parameters.add(value, 'text')}`);
  };
  // History is in no list but its own.
  if (filter.includeFinished !== true && filter.mode !== 'historical') conditions.push('s.listed');
  equal('definition_id', filter.definition);
  equal('step', filter.step);
  equal('mode', filter.mode);
  equal('owner_person', filter.person);
  if (filter.today === true) conditions.push(`s.todo_from <= ${asOf}`);
  if (filter.waitingForOthers === true) conditions.push('s.waits_for_others');
  if (filter.noNextStep === true) conditions.push(`s.no_next_step_from <= ${asOf}`);
  if (filter.findings === true) conditions.push('s.finding_count > 0');
  if (filter.quarantine === true) conditions.push('s.quarantined');
  for (const statuses of wantedStatuses(filter).slice(kind === 'status' ? 1 : 0)) conditions.push(...someClock(statuses, asOf));
  return conditions;
}

/**
 * The pathway has an open clock of one of these statuses. Stored dates rule most pathways out; for the others its few
 * clocks are looked at. An aggregate, because the planner would turn `exists` into a scan of all clocks there are.
 */
function someClock(statuses: readonly ClockStatus[], asOf: string): string[] {
  const only = statuses.length === 1 ? statuses[0] : null;
  const hint = only === 'broken' ? [`s.broken_from <= ${asOf}`] : only === 'at-risk' ? [`s.at_risk_from <= ${asOf}`] : [];
  return [...hint, `(select bool_or(${statusOf('c', asOf)} in ${texts(statuses)}) from clock_row c where c.pathway_id = s.pathway_id and c.open)`];
}

/** Conditions on `r` (clock_row) for lists that are driven by it. */
export function clockConditions(filter: WorklistFilter, kind: ListKind, asOf: string, parameters: Parameters): string[] {
  switch (kind) {
    case 'pathway':
      return [];
    case 'status':
      return firstOfStatus(wantedStatuses(filter)[0]!, asOf);
    case 'owner':
      return ['r.first_of_owner', `r.owner = ${parameters.add(filter.owner, 'text')}`, `${statusOf('r', asOf)} in ${texts(openStatuses)}`];
    case 'clock':
      return clockOccurrences(filter, asOf, parameters);
  }
}

function clockOccurrences(filter: WorklistFilter, asOf: string, parameters: Parameters): string[] {
  const wantsClosed = filter.includeFinished === true || (filter.clockStatus ?? []).some((status) => closedStatuses.has(status));
  const statuses = filter.clockStatus ?? (wantsClosed ? null : openStatuses);
  return [
    `r.clock = ${parameters.add(filter.clock, 'text')}`,
    ...(filter.owner === undefined ? [] : [`r.owner = ${parameters.add(filter.owner, 'text')}`]),
    ...(wantsClosed ? [] : ['r.open']),
    ...(statuses === null ? [] : [`${statusOf('r', asOf)} in ${texts(statuses)}`]),
  ];
}

/** Where in the order of due dates clocks of a status are, so that a list begins there. */
const dueOf: Partial<Readonly<Record<ClockStatus, (asOf: string) => string>>> = {
  broken: (asOf) => `r.due_sort < ${asOf}`,
  'passed-by-patient': (asOf) => `r.due_sort < ${asOf}`,
  'at-risk': (asOf) => `r.due_sort >= ${asOf}`,
  warned: (asOf) => `r.due_sort >= ${asOf}`,
  running: (asOf) => `r.due_sort >= ${asOf}`,
};

/** Open clocks of a status; of several in a pathway the first due, so that a pathway stands once. */
function firstOfStatus(statuses: readonly ClockStatus[], asOf: string): string[] {
  const only = statuses.length === 1 ? dueOf[statuses[0]!] : undefined;
  const earlier = `(select bool_or(${statusOf('e', asOf)} in ${texts(statuses)}) from clock_row e
    where e.pathway_id = r.pathway_id and e.open and (e.due_sort, e.key) < (r.due_sort, r.key))`;
  return ['r.open', ...(only === undefined ? [] : [only(asOf)]), `${statusOf('r', asOf)} in ${texts(statuses)}`, `not coalesce(${earlier}, false)`];
}

/**
 * The variant changes at a birthday whether or not anything ran, so a list of a variant has two parts: those who are in
 * it, and those whom a birthday has put there since the row was written.
 */
export function variantBranches(variant: string | undefined, asOf: string, parameters: Parameters): string[][] {
  if (variant === undefined) return [[]];
  const wanted = parameters.add(variant, 'text');
  return [
    [`s.variant = ${wanted}`, `(s.variant_next_from is null or s.variant_next_from > ${asOf})`],
    [`s.variant_next = ${wanted}`, `s.variant_next_from <= ${asOf}`],
  ];
}

/** Due before a day, by the date that the list is sorted by. */
export function dueCondition(table: 'r' | 's', before: OsloDate | undefined, parameters: Parameters): string[] {
  return before === undefined ? [] : [`${table}.due_sort < ${parameters.add(before, 'date')}`];
}
