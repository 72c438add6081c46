import { rounded } from './round.js';

/** So many of one length, in calendar days. */
export interface Days {
  readonly days: number;
  readonly n: number;
}

export interface Waiting {
  readonly n: number;
  /** Calendar days; null when there is nobody. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

/** Mean, median and 90th percentile of waits. A percentile is the shortest wait that at least so many did not exceed (nearest rank); the median is the mean of the two middle ones. */
export function waiting(all: readonly Days[]): Waiting {
  const sorted = merged(all);
  const n = sorted.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return { n, mean: null, median: null, p90: null };
  const sum = sorted.reduce((total, one) => total + one.days * one.n, 0);
  const middle = (nth(sorted, Math.ceil(n / 2)) + nth(sorted, Math.floor(n / 2) + 1)) / 2;
  return { n, mean: rounded(sum / n), median: middle, p90: nth(sorted, Math.ceil((n * 9) / 10)) };
}

/** How many waited so many whole weeks: 0 is 0–6 days. Weeks that nobody waited are left out. */
export function byWeek(all: readonly Days[]): { readonly week: number; readonly n: number }[] {
  return merged(all.map(({ days, n }) => ({ days: Math.floor(days / 7), n }))).map(({ days: week, n }) => ({ week, n }));
}

function merged(all: readonly Days[]): Days[] {
  const sums = new Map<number, number>();
  for (const { days, n } of all) sums.set(days, (sums.get(days) ?? 0) + n);
  return [...sums].map(([days, n]) => ({ days, n })).sort((a, b) => a.days - b.days);
}

/** The wait of the one at that place, 1 the shortest. */
function nth(sorted: readonly Days[], place: number): number {
  let seen = 0;
  for (const { days, n } of sorted) {
    seen += n;
    if (seen >= place) return days;
  }
  return sorted.at(-1)!.days;
}
