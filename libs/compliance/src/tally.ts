import type { OsloDate } from '@forlop/calendar';
import type { ClockRow, Evaluation } from '@forlop/pathway';
import type { DelayCause } from './cause.js';
import { defectsOf, type Defect } from './quality.js';
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
  /** Why the quality-assured number leaves it out; null when nothing distorts it. */
  readonly defect: Defect | null;
  readonly n: number;
}

/** What tallies are counted together by: each once where tallies share one object, as those of one cell mostly do. */
export const cellsOf = (tallies: readonly TallyRow[]): ReadonlySet<Cell> => new Set(tallies.map(({ cell }) => cell));

/** A clock's row as a tally knows it, with where its pathway stands. */
export interface Counted {
  /** The occurrence itself. */
  readonly row: ClockRow;
  readonly cell: Cell;
  readonly outcome: Outcome;
  readonly defect: Defect | null;
}

/** The part of the evaluation of a pathway that is counted. */
export type CountedEvaluation = Pick<Evaluation, 'regime' | 'variant' | 'step' | 'clocks' | 'findings'>;

/** Adds up tallies; merging is adding `n`. */
export class Tallies {
  private readonly rows = new Map<string, { -readonly [K in keyof TallyRow]: TallyRow[K] }>();

  /** Counts `n` more occurrences that count as `outcome` in `cell`. */
  add(cell: Cell, outcome: Outcome, defect: Defect | null = null, n = 1): void {
    this.merge({ cell, outcome: outcome.outcome, reason: outcome.reason, cause: outcome.cause, end: outcome.end, days: outcome.days, defect, n });
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

function keyOf({ cell, outcome, reason, cause, end, days, defect }: TallyRow): string {
  const { organisation, definition, version, variant, clock, step, period } = cell;
  return [organisation, definition, version, variant ?? '', clock, step ?? '', period, outcome, reason ?? '', cause ?? '', end, days, defect ?? ''].join('\u0000');
}

/**
 * The occurrences of an evaluated pathway that the question is about, each with its outcome on the day asked about.
 * `duplicate`: the patient has an earlier pathway of the same definition that had not ended when this one began.
 */
export function countedOf(evaluation: CountedEvaluation, organisation: string, query: ComplianceQuery, duplicate = false): Counted[] {
  const { id } = evaluation.regime.definition;
  if (query.definition !== null && query.definition !== id) return [];
  const defects = defectsOf({ clocks: evaluation.clocks, findings: evaluation.findings, duplicate }, query.asOf);
  const counted: Counted[] = [];
  for (const row of evaluation.clocks) {
    const period = periodOf(row, query);
    if (period === null) continue;
    const outcome = outcomeOf(row, query.asOf);
    if (outcome === null) continue;
    const { variant, step } = evaluation;
    counted.push({ row, cell: { organisation, definition: id, version: row.version, variant, clock: row.clock, step, period }, outcome, defect: defects.get(row.key) ?? null });
  }
  return counted;
}

/** Counts all that an evaluated pathway adds to the answer. */
export function addEvaluation(tallies: Tallies, evaluation: CountedEvaluation, organisation: string, query: ComplianceQuery, duplicate = false): void {
  for (const { cell, outcome, defect } of countedOf(evaluation, organisation, query, duplicate)) tallies.add(cell, outcome, defect);
}

function periodOf(row: ClockRow, { clocks, cohort, asOf, from, to }: ComplianceQuery): string | null {
  if (clocks !== null && !clocks.includes(row.clock)) return null;
  const date: OsloDate | null = cohortDate(row, cohort, asOf);
  return date === null || date < from || date > to ? null : monthOf(date);
}
