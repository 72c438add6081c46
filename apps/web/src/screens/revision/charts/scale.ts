/** Where a value stands on the picture, in CSS pixels. */
export type Scale = (value: number) => number;

/** Evenly from one end to the other. @param domain values. @param range pixels. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const span = to - from;
  return (value) => (span === 0 ? (start + end) / 2 : start + ((value - from) / span) * (end - start));
}

/** Round values from 0 to at least `highest`, about so many: 1, 2 or 5 of a power of ten apart, and never less than 1 where whole things are counted. */
export function ticksTo(highest: number, about = 5): readonly number[] {
  const rough = Math.max(highest, 1) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, n) => n * step);
}

/** Where a picture of shares begins: at the tenth below the lowest, so that small differences are seen; never below 0. */
export const lowestShare = (shares: readonly number[]): number => Math.max(0, Math.floor(Math.min(...shares, 0.9) * 10 - 0.001) / 10);

/** Shares for the axis, a tenth apart, or a fifth where there are many. */
export function shareTicks(lowest: number): readonly number[] {
  const tenths = Math.round((1 - lowest) * 10);
  const step = tenths > 5 ? 2 : 1;
  return Array.from({ length: Math.floor(tenths / step) + 1 }, (_, n) => (10 - n * step) / 10).reverse();
}

/** A line that stays level until the next point, as a share that changes on single days does. */
export function steps(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], n) => (n === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
}

/** Those that are at least so far from the one before. */
export function apart<T>(all: readonly T[], at: (one: T) => number, least: number): readonly T[] {
  const kept: T[] = [];
  for (const one of all) if (kept.length === 0 || at(one) - at(kept.at(-1)!) >= least) kept.push(one);
  return kept;
}
