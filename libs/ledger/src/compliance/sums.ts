import { addDays, daysBetween, osloDate, type OsloDate } from '@forlop/calendar';
import { readSettled, type ComplianceQuery, type TallyRow } from '@forlop/compliance';
import { Parameters } from '../worklist/conditions.js';
import type { Scope } from './scope.js';

/** What settled occurrences of one kind and period add up to. */
export interface SumRow {
  readonly organisation: string;
  readonly clock: string;
  readonly countsAs: string;
  /** The wait goes on: `waits` has the days that it began. */
  readonly goesOn: boolean;
  readonly period: string;
  /** `wait:n` with commas between; one wait may stand there several times, and n be negative where something has been taken out again. */
  readonly waits: string;
}

/** Whole months of a period, and what is before and after them. */
export interface Months {
  readonly inner: Period;
  readonly edges: readonly Period[];
}

export interface Period {
  readonly from: OsloDate;
  readonly to: OsloDate;
}

/** Null: there is no whole month in it. */
export function wholeMonths({ from, to }: Period): Months | null {
  const first = from.endsWith('-01') ? from : monthAfter(from);
  const end = addDays(to, 1);
  const last = end.endsWith('-01') ? to : addDays(osloDate(`${to.slice(0, 7)}-01`), -1);
  if (first > last) return null;
  return {
    inner: { from: first, to: last },
    edges: [...(from < first ? [{ from, to: addDays(first, -1) }] : []), ...(last < to ? [{ from: addDays(last, 1), to }] : [])],
  };
}

/** The first day of the month after a day's. */
const monthAfter = (day: OsloDate): OsloDate => osloDate(`${addDays(osloDate(`${day.slice(0, 7)}-01`), 31).slice(0, 7)}-01`);

/**
 * What the sums say of a period of whole months, for occurrences by the day that they began. What of it has been written since is taken out by the same statement; {@link settledRows}
 * has it as it stands. Row-level security lets through the sums of the organisations that whoever looks reaches.
 */
export function sumRows(query: ComplianceQuery, { organisationIds }: Scope, parameters: Parameters, month: boolean): string {
  const [from, to] = [parameters.add(query.from, 'date'), parameters.add(query.to, 'date')];
  const organisations = organisationIds === null ? null : parameters.add(organisationIds, 'uuid[]');
  const kinds = [
    ...(query.clocks === null ? [] : [`k.clock = any(${parameters.add(query.clocks, 'text[]')})`]),
    ...(query.definition === null ? [] : [`starts_with(k.counts_as, ${parameters.add(`${query.definition}|`, 'text')})`]),
  ];
  const ofKinds = kinds.length === 0 ? '' : ` and kind = any(array(select k.id from clock_kind k where ${kinds.join(' and ')}))`;
  const period = month ? `to_char(month, 'YYYY-MM')` : `''`;
  return `
    select t.organisation, k.clock, k.counts_as as "countsAs", k.goes_on as "goesOn", t.period, t.waits
      from (
        select organisation_id as organisation, kind, ${period} as period, string_agg(waits, ',') as waits
          from (
            select organisation_id, month, kind, waits from clock_sum
             where month between ${from} and ${to}${organisations === null ? '' : ` and organisation_id = any(${organisations})`}${ofKinds}
            union all
            select organisation_id, month, kind, waits from outdated_sums(${organisations ?? 'null'}, ${from}, ${to}) where true${ofKinds}) s
         group by 1, 2, 3) t
      join clock_kind k on k.id = t.kind`;
}

const colon = 58;
const comma = 44;
const minus = 45;
const zero = 48;

/** How many of each wait: read sign by sign, for a country's year has a million pairs. */
export function addedUp(waits: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let [wait, value, sign] = [0, 0, 1];
  for (let at = 0; at <= waits.length; at += 1) {
    const code = at === waits.length ? comma : waits.charCodeAt(at);
    if (code === minus) sign = -1;
    else if (code === colon || code === comma) {
      if (code === colon) wait = sign * value;
      else found.set(wait, (found.get(wait) ?? 0) + sign * value);
      [value, sign] = [0, 1];
    } else value = value * 10 + code - zero;
  }
  return found;
}

/** The day that waits which go on are counted from (migrations/settled-sums/1-tables.sql). */
const beginning = osloDate('2000-01-01');

/** The tallies that sums say. */
export function talliesOf(rows: readonly SumRow[], asOf: OsloDate): TallyRow[] {
  const today = daysBetween(beginning, asOf);
  const tallies: TallyRow[] = [];
  for (const { organisation, clock, countsAs, goesOn, period, waits } of rows) {
    const { definition, version, outcome, reason, cause, end, defect } = readSettled(countsAs);
    const cell = { organisation, definition, version, variant: null, clock, step: null, period };
    for (const [wait, n] of addedUp(waits)) if (n !== 0) tallies.push({ cell, outcome, reason, cause, end, days: goesOn ? today - wait : wait, defect, n });
  }
  return tallies;
}
