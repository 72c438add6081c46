/** Rows that a jump by page goes. */
const aPage = 10;

/** Where the keys that jump lead from a row. */
export const jumps = (from: number, count: number): Readonly<Record<string, number>> => ({
  ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + aPage, PageUp: from - aPage, Home: 0, End: count - 1,
});
