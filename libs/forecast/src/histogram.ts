/** How often each whole number was seen, such as days waited. */
export type Histogram = readonly { readonly value: number; readonly n: number }[];

export const countOf = (histogram: Histogram): number => histogram.reduce((sum, { n }) => sum + n, 0);

/** The least value that at least `share` (0–1) of all lie at or below; null when nothing was seen. */
export function quantileOf(histogram: Histogram, share: number): number | null {
  const total = countOf(histogram);
  if (total === 0) return null;
  let seen = 0;
  const sorted = [...histogram].sort((a, b) => a.value - b.value);
  for (const { value, n } of sorted) if ((seen += n) >= share * total) return value;
  return sorted.at(-1)!.value;
}

/** As many values as were seen, sorted, to be looked up in by a chance. */
export function valuesOf(histogram: Histogram): Int32Array {
  const values = new Int32Array(countOf(histogram));
  let at = 0;
  for (const { value, n } of [...histogram].sort((a, b) => a.value - b.value)) values.fill(value, at, (at += n));
  return values;
}
