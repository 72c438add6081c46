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

/** Lengths of waits added up one by one: how many waited so many days, with a place for each day up to the longest. */
export class Waits {
  private counts = new Uint32Array(128);
  private longest = -1;

  add(days: number, n: number): void {
    if (days >= this.counts.length) this.grow(days);
    this.counts[days]! += n;
    if (days > this.longest) this.longest = days;
  }

  /** Mean, median and 90th percentile. A percentile is the shortest wait that at least so many did not exceed (nearest rank); the median is the mean of the two middle ones. */
  summary(): Waiting {
    let [n, sum] = [0, 0];
    for (let days = 0; days <= this.longest; days += 1) {
      n += this.counts[days]!;
      sum += days * this.counts[days]!;
    }
    if (n === 0) return { n, mean: null, median: null, p90: null };
    const middle = (this.nth(Math.ceil(n / 2)) + this.nth(Math.floor(n / 2) + 1)) / 2;
    return { n, mean: rounded(sum / n), median: middle, p90: this.nth(Math.ceil((n * 9) / 10)) };
  }

  /** The lengths that somebody waited, the shortest first. */
  list(): Days[] {
    const list: Days[] = [];
    for (let days = 0; days <= this.longest; days += 1) if (this.counts[days]! > 0) list.push({ days, n: this.counts[days]! });
    return list;
  }

  /** The wait of the one at that place, 1 the shortest. */
  private nth(place: number): number {
    let seen = 0;
    for (let days = 0; days < this.longest; days += 1) {
      seen += this.counts[days]!;
      if (seen >= place) return days;
    }
    return this.longest;
  }

  private grow(days: number): void {
    const more = new Uint32Array(Math.max(days + 1, 2 * this.counts.length));
    more.set(this.counts);
    this.counts = more;
  }
}

/** What waits come to; see {@link Waits}. */
export const waiting = (all: readonly Days[]): Waiting => waitsOf(all).summary();

/** How many waited so many whole weeks: 0 is 0–6 days. Weeks that nobody waited are left out. */
export const byWeek = (all: readonly Days[]): { readonly week: number; readonly n: number }[] =>
  waitsOf(all.map(({ days, n }) => ({ days: Math.floor(days / 7), n }))).list().map(({ days: week, n }) => ({ week, n }));

function waitsOf(all: readonly Days[]): Waits {
  const waits = new Waits();
  for (const { days, n } of all) waits.add(days, n);
  return waits;
}
