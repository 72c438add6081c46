/** One measured figure. A figure that misses its goal is written down like any other. */
export interface Figure {
  /** What was measured, e.g. `command through the API, p50`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The goal as people read it, e.g. `≤ 1.5 × bare`; null where the figure is only reported. */
  readonly goal: string | null;
  readonly met: boolean | null;
  /** How it was measured, and what it was compared with. */
  readonly detail: string;
}

/** A bench measures one part of the system and gives its figures. */
export type Bench = () => Promise<Figure[]>;

/** The value below which `share` (0–1) of the samples lie. Throws on no samples. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new RangeError('No samples.');
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Rounded for reading: three significant digits. */
export const readable = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(3)));
