import { binomialQuantile } from './binomial.js';
import { rounded } from './round.js';

/** A unit in a funnel plot. */
export interface FunnelPoint {
  readonly unit: string;
  readonly n: number;
  readonly rate: number;
  /** Limits for a unit of this size when it is like all the others: 95 % and 99.8 %, about 2 and 3 standard deviations. */
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
  /** `outside-998`: differs by more than chance explains. `outside-95`: one in twenty does so by chance. */
  readonly verdict: 'within' | 'outside-95-low' | 'outside-95-high' | 'outside-998-low' | 'outside-998-high';
}

export interface Funnel {
  /** What all units together have: the line that each is held against. */
  readonly target: number;
  readonly points: readonly FunnelPoint[];
}

/**
 * Units beside each other by exact binomial limits, so that a small one is not called bad by chance
 * [Spiegelhalter 2005]. Null when there are fewer than two units with anything to count: nothing to compare with.
 */
export function funnel(units: readonly { readonly unit: string; readonly count: number; readonly of: number }[]): Funnel | null {
  const counted = units.filter(({ of }) => of > 0);
  if (counted.length < 2) return null;
  const of = counted.reduce((sum, unit) => sum + unit.of, 0);
  const target = counted.reduce((sum, unit) => sum + unit.count, 0) / of;
  return { target: rounded(target), points: counted.map((unit) => pointOf(unit, target)) };
}

function pointOf({ unit, count, of: n }: { unit: string; count: number; of: number }, target: number): FunnelPoint {
  const limit = (p: number): number => rounded(binomialQuantile(p, n, target) / n);
  const limits = { low95: limit(0.025), high95: limit(0.975), low998: limit(0.001), high998: limit(0.999) };
  const rate = rounded(count / n);
  return { unit, n, rate, ...limits, verdict: verdictOf(rate, limits) };
}

function verdictOf(rate: number, limits: Pick<FunnelPoint, 'low95' | 'high95' | 'low998' | 'high998'>): FunnelPoint['verdict'] {
  if (rate < limits.low998) return 'outside-998-low';
  if (rate > limits.high998) return 'outside-998-high';
  if (rate < limits.low95) return 'outside-95-low';
  return rate > limits.high95 ? 'outside-95-high' : 'within';
}
