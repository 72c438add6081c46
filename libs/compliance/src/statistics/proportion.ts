import { rounded } from './round.js';

/** Two-sided 95 % of the normal distribution. */
export const Z95 = 1.959963984540054;

export interface Proportion {
  readonly rate: number;
  /** 95 % confidence limits. */
  readonly low: number;
  readonly high: number;
}

/**
 * A proportion with Wilson's score interval, which stays within 0 and 1 and holds for small numbers and for none at all
 * [Wilson 1927; Newcombe 1998, method 3]. Null when there is nothing to divide by.
 */
export function proportion(count: number, of: number): Proportion | null {
  if (of === 0) return null;
  const rate = count / of;
  const z2 = Z95 ** 2;
  const middle = (rate + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 * Math.sqrt((rate * (1 - rate)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { rate: rounded(rate), low: rounded(Math.max(0, middle - half)), high: rounded(Math.min(1, middle + half)) };
}
