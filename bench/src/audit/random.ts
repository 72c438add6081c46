import { Random } from '@forlop/simulator';

/** Chance that repeats, for each pathway by its number: whoever makes it, and in whatever order. */
export class Draws extends Random {
  constructor(seed: number, nth: number) {
    super(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(nth + 1, 0xc2b2ae35));
  }

  /** A delay in days about `median`: most are near it, some are many times longer, as waits are. */
  delay(median: number): number {
    const spread = 0.45;
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.max(0, Math.round(median * Math.exp(spread * normal)));
  }
}
