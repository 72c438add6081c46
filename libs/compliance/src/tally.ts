import type { OsloDate } from '@forlop/calendar';
import type { ClockRow, Evaluation } from '@forlop/pathway';
import type { DelayCause } from './cause.js';
import { outcomeOf, type Outcome, type OutcomeKind, type WaitEnd } from './outcome.js';
import { cohortDate, monthOf, type ComplianceQuery } from './query.js';

/** What occurrences are counted together by. */
export interface Cell {
  /** Id of the organisation that the pathway is on. */
  readonly organisation: string;
  readonly definition: string;
  /** Version of the definition whose rule gave the clock its dates. */
  readonly version: string;
  readonly variant: string | null;
  readonly clock: string;
  /** Step that the pathway is in on the day asked about. */
  readonly step: string | null;
  /** Month of the cohort's date, `YYYY-MM`. */
  readonly period: string;
}

/**
 * So many occurrences that count alike. All numbers are computed from tallies, whoever makes them: one SQL statement over
 * the read tables, or the kernel over events (an earlier `knownAt`, a what-if), in parallel as one likes.
 */
export interface TallyRow {
  readonly cell: Cell;
  readonly outcome: OutcomeKind;
  readonly reason: string | null;
  readonly cause: DelayCause | null;
  readonly end: WaitEnd;
  /** Calendar days waited; see `Outcome`. */
  readonly days: number;
  readonly n: number;
}

/** A clock's row as a tally knows it, with where its pathway stands. */
export interface Counted {
  readonly cell: Cell;
  readonly outcome: Outcome;
}

/** The part of the evaluation of a pathway that is counted. */
export type CountedEvaluation = Pick<Evaluation, 'regime' | 'variant' | 'step' | 'clocks'>;

/** Adds up tallies; merging is adding `n`. */
export class Tallies {
  private readonly rows = new Map<string, { -readonly [K in keyof TallyRow]: TallyRow[K] }>();

  /** Counts `n` more occurrences that count as `outcome` in `cell`. */
  add(cell: Cell, outcome: Outcome, n = 1): void {
    this.merge({ cell, outcome: outcome.outcome, reason: outcome.reason, cause: outcome.cause, end: outcome.end, days: outcome.days, n });
  }

  merge(row: TallyRow): void {
    const key = keyOf(row);
    const found = this.rows.get(key);
    if (found === undefined) this.rows.set(key, { ...row });
    else found.n += row.n;
  }

  /** In the order of their cells, so that it does not show who counted first. */
  list(): TallyRow[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

/** Sums of tallies made apart, in an order that does not depend on who was first. */
export function mergeTallies(...parts: readonly (readonly TallyRow[])[]): TallyRow[] {
  const all = new Tallies();
  for (const part of parts) for (const row of part) all.merge(row);
  return all.list();
}

function keyOf({ cell, outcome, reason, cause, end, days }: TallyRow): string {
  const { organisation, definition, version, variant, clock, step, period } = cell;
  return [organisation, definition, version, variant ?? '', clock, step ?? '', period, outcome, reason ?? '', cause ?? '', end, days].join('\u0000');
}

/** The occurrences of an evaluated pathway that the question is about, each with its outcome on the day asked about. */
export function countedOf(evaluation: CountedEvaluation, organisation: string, query: ComplianceQuery): Counted[] {
  const { id } = evaluation.regime.definition;
  if (query.definition !== null && query.definition !== id) return [];
  const counted: Counted[] = [];
  for (const row of evaluation.clocks) {
    const period = periodOf(row, query);
    if (period === null) continue;
    const outcome = outcomeOf(row, query.asOf);
    if (outcome === null) continue;
    counted.push({
      cell: { organisation, definition: id, version: row.version, variant: evaluation.variant, clock: row.clock, step: evaluation.step, period },
      outcome,
    });
  }
  return counted;
}

/** Counts all that an evaluated pathway adds to the answer. */
export function addEvaluation(tallies: Tallies, evaluation: CountedEvaluation, organisation: string, query: ComplianceQuery): void {
  for (const { cell, outcome } of countedOf(evaluation, organisation, query)) tallies.add(cell, outcome);
}

function periodOf(row: ClockRow, { clocks, cohort, asOf, from, to }: ComplianceQuery): string | null {
  if (clocks !== null && !clocks.includes(row.clock)) return null;
  const date: OsloDate | null = cohortDate(row, cohort, asOf);
  return date === null || date < from || date > to ? null : monthOf(date);
}
