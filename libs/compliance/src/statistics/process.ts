import { rounded } from './round.js';

/**
 * Signs that a process has changed, beyond its own noise. `beyond-limits`: the point is more than three standard
 * deviations off. `run`: it ends or continues eight or more in a row on one side of the centre. `trend`: six or more in a
 * row, each higher, or each lower, than the one before [Nelson 1984, rules 1–3, with the run of eight that health care
 * uses].
 */
export type Signal = 'beyond-limits' | 'run' | 'trend';

export interface ChartPoint {
  readonly period: string;
  readonly value: number;
  /** How many the value is made of. */
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly signals: readonly Signal[];
}

export interface ControlChart {
  readonly kind: 'p' | 'xmr';
  readonly centre: number;
  readonly points: readonly ChartPoint[];
}

const RUN = 8;
const TREND = 6;
/** Points fewer than this say nothing of a process. */
const FEWEST = 3;
/** Expected moving range of two, in standard deviations (d2 for n = 2) [NIST/SEMATECH 6.3.2.2]. */
const D2 = 1.128;

/** Shares by period (p-chart): the limits are wider where there are fewer. Null with fewer than three periods. */
export function pChart(periods: readonly { readonly period: string; readonly count: number; readonly of: number }[]): ControlChart | null {
  const counted = periods.filter(({ of }) => of > 0);
  if (counted.length < FEWEST) return null;
  const centre = counted.reduce((sum, { count }) => sum + count, 0) / counted.reduce((sum, { of }) => sum + of, 0);
  return chartOf('p', centre, counted.map(({ period, count, of }) => {
    const deviation = Math.sqrt((centre * (1 - centre)) / of);
    return { period, value: count / of, n: of, low: Math.max(0, centre - 3 * deviation), high: Math.min(1, centre + 3 * deviation) };
  }));
}

/** Single values by period (XmR), for waiting times: the noise is judged by how much neighbours differ. */
export function xmrChart(periods: readonly { readonly period: string; readonly value: number; readonly n: number }[]): ControlChart | null {
  if (periods.length < FEWEST) return null;
  const centre = periods.reduce((sum, { value }) => sum + value, 0) / periods.length;
  const ranges = periods.slice(1).map(({ value }, i) => Math.abs(value - periods[i]!.value));
  const deviation = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2;
  return chartOf('xmr', centre, periods.map((point) => ({ ...point, low: centre - 3 * deviation, high: centre + 3 * deviation })));
}

function chartOf(kind: ControlChart['kind'], centre: number, points: readonly Omit<ChartPoint, 'signals'>[]): ControlChart {
  const values = points.map(({ value }) => value);
  const runs = lengths(values, (value, before) => value !== centre && before !== centre && value > centre === before > centre);
  const rises = lengths(values, (value, before) => value > before);
  const falls = lengths(values, (value, before) => value < before);
  return {
    kind,
    centre: rounded(centre),
    points: points.map((point, i) => {
      const signals: Signal[] = [];
      if (point.value < point.low || point.value > point.high) signals.push('beyond-limits');
      if (runs[i]! >= RUN) signals.push('run');
      if (Math.max(rises[i]!, falls[i]!) >= TREND) signals.push('trend');
      return { period: point.period, n: point.n, value: rounded(point.value), low: rounded(point.low), high: rounded(point.high), signals };
    }),
  };
}

/** For each value how many in a row, it the last, continue each other. */
function lengths(values: readonly number[], continues: (value: number, before: number) => boolean): number[] {
  const found: number[] = [];
  values.forEach((value, i) => found.push(i > 0 && continues(value, values[i - 1]!) ? found[i - 1]! + 1 : 1));
  return found;
}
