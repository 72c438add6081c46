import type { OsloDate } from '@forlop/calendar';
import type { ClockStatus } from '@forlop/pathway';
import type { WorklistFilter } from '../types/reading.js';

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
 * Conditions on `s` (pathway_state). Each has a part that an index finds, by stored dates, and where that finds too much
 * a part that is exact, by `clock_status` on the pathway's few clocks.
 */
export function stateConditions(filter: WorklistFilter, asOf: string, parameters: Parameters): string[] {
  const conditions: string[] = [];
  const equal = (column: string, value: string | undefined): void => {
    if (value !== undefined) conditions.push(`s.${column} = ${parameters.add(value, 'text')}`);
  };
  if (filter.includeFinished !== true) conditions.push('s.listed');
  equal('definition_id', filter.definition);
  equal('step', filter.step);
  equal('mode', filter.mode);
  if (filter.broken === true) conditions.push(`s.broken_from <= ${asOf}`, someClock(['broken'], asOf));
  if (filter.atRisk === true) conditions.push(`s.at_risk_from <= ${asOf}`, someClock(['at-risk'], asOf));
  if (filter.noNextStep === true) conditions.push(`s.no_next_step_from <= ${asOf}`);
  if (filter.findings === true) conditions.push('s.finding_count > 0');
  if (filter.quarantine === true) conditions.push('s.quarantined');
  if (filter.clock === undefined && filter.clockStatus !== undefined) conditions.push(...anyClockHas(filter.clockStatus, asOf));
  return conditions;
}

function anyClockHas(statuses: readonly ClockStatus[], asOf: string): string[] {
  const only = statuses.length === 1 ? statuses[0] : null;
  const hint = only === 'broken' ? [`s.broken_from <= ${asOf}`] : only === 'at-risk' ? [`s.at_risk_from <= ${asOf}`] : [];
  return [...hint, someClock(statuses, asOf)];
}

/** Statuses come from a closed list, checked by the caller. */
function someClock(statuses: readonly ClockStatus[], asOf: string): string {
  return `exists (select from clock_row c where c.pathway_id = s.pathway_id and c.open and ${statusOf('c', asOf)} in ${texts(statuses)})`;
}

/** Conditions on `r` (clock_row) when the list is one of clocks. */
export function clockConditions(filter: WorklistFilter, asOf: string, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (filter.clock !== undefined) conditions.push(`r.clock = ${parameters.add(filter.clock, 'text')}`);
  if (filter.owner !== undefined) conditions.push(`r.owner = ${parameters.add(filter.owner, 'text')}`);
  if (filter.clock === undefined) conditions.push('r.first_of_owner');
  const statuses = filter.clock !== undefined && filter.clockStatus !== undefined ? filter.clockStatus : filter.clock !== undefined ? null : openStatuses;
  const wantsClosed = filter.includeFinished === true || (statuses ?? []).some((status) => closedStatuses.has(status));
  if (filter.clock !== undefined && !wantsClosed) conditions.push('r.open');
  if (statuses !== null) conditions.push(`${statusOf('r', asOf)} in ${texts(statuses)}`);
  else if (!wantsClosed) conditions.push(`${statusOf('r', asOf)} in ${texts(openStatuses)}`);
  return conditions;
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
