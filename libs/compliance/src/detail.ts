import { yearOf } from './query.js';
import { pChart, xmrChart, type ControlChart } from './statistics/process.js';
import { proportion, type Proportion } from './statistics/proportion.js';
import { rounded } from './statistics/round.js';
import { survival, type Survival } from './statistics/survival.js';
import { byWeek, waiting, type Waiting } from './statistics/waiting.js';
import type { TallyRow } from './tally.js';

/** One year of the cohort beside the others. */
export interface Year {
  readonly year: string;
  readonly started: number;
  readonly met: number;
  readonly judged: number;
  readonly compliance: Proportion | null;
  readonly waited: Waiting;
}

/** Charts and distributions of one line. */
export interface Detail {
  /** Share met of those judged, by month: change told from noise. */
  readonly shareByMonth: ControlChart | null;
  /** Mean wait of those met, by month. */
  readonly waitByMonth: ControlChart | null;
  readonly years: readonly Year[];
  /** How long people wait, those who still do included. */
  readonly survival: Survival;
  /** Whole weeks waited. */
  readonly waitedWeeks: readonly { readonly week: number; readonly n: number }[];
  readonly stillWaitingWeeks: readonly { readonly week: number; readonly n: number }[];
}

export function detailOf(rows: readonly TallyRow[]): Detail {
  const met = rows.filter(({ end }) => end === 'met');
  const months = grouped(rows, ({ cell }) => cell.period);
  return {
    shareByMonth: pChart(months.map(([period, all]) => ({ period, ...shareOf(all) }))),
    waitByMonth: xmrChart(months.flatMap(([period, all]) => meanWait(period, all))),
    years: grouped(rows, ({ cell }) => yearOf(cell.period)).map(([year, all]) => yearFrom(year, all)),
    survival: survival(rows.map(({ days, end, n }) => ({ days, event: end === 'met', n }))),
    waitedWeeks: byWeek(met),
    stillWaitingWeeks: byWeek(rows.filter(({ end }) => end === 'open')),
  };
}

function grouped(rows: readonly TallyRow[], by: (row: TallyRow) => string): [string, TallyRow[]][] {
  const groups = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const key = by(row);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [row]);
    else found.push(row);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function shareOf(rows: readonly TallyRow[]): { count: number; of: number } {
  let count = 0;
  let of = 0;
  for (const { outcome, n } of rows) {
    if (outcome === 'met') count += n;
    if (outcome === 'met' || outcome === 'met-late' || outcome === 'broken') of += n;
  }
  return { count, of };
}

function meanWait(period: string, rows: readonly TallyRow[]): { period: string; value: number; n: number }[] {
  const { n, mean } = waiting(rows.filter(({ end }) => end === 'met'));
  return mean === null ? [] : [{ period, value: rounded(mean), n }];
}

function yearFrom(year: string, rows: readonly TallyRow[]): Year {
  const { count: met, of: judged } = shareOf(rows);
  const started = rows.reduce((sum, { n }) => sum + n, 0);
  return { year, started, met, judged, compliance: proportion(met, judged), waited: waiting(rows.filter(({ end }) => end === 'met')) };
}
