/**
 * Chance that is looked up instead of drawn in turn: the same names give the same number, whatever else was asked for. So two simulations
 * that differ in one thing (more capacity) meet the same patients, the same no-shows and the same weeks (common random numbers).
 */
export class Chance {
  private readonly seed: number;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < seed.length; i += 1) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
    this.seed = mixed(hash);
  }

  /** A number from 0 up to 1, by up to three whole numbers that name it. */
  at(kind: number, one: number, other = 0, third = 0): number {
    return mixed(mixed(mixed(mixed(this.seed ^ kind) ^ one) ^ other) ^ third) / 0x1_0000_0000;
  }
}

/** The finaliser of MurmurHash3 over a step of the golden ratio: every bit of the input bears on every bit of the output. */
function mixed(value: number): number {
  let h = (value + 0x9e3779b9) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
