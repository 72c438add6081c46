/** How many rows one page has. */
export const pageSize = 100;

/** The beginnings of the pages when one of them ends there; the same list where that was known. */
export function withEnd(cursors: readonly (string | null)[], page: number, end: string | null): readonly (string | null)[] {
  if (page >= cursors.length) return cursors;
  if (end === null) return cursors.length === page + 1 ? cursors : cursors.slice(0, page + 1);
  return cursors[page + 1] === end ? cursors : [...cursors.slice(0, page + 1), end];
}

/**
 * Rows that can be scrolled to when so many pages have a beginning. Only what the last page says changes it, and never whether the pages that are looked at
 * have come: else the list would grow shorter under whoever is at its end, show what lies before it, and grow again, without end.
 */
export function rowsOf(pages: number, onLast: number | undefined): number {
  return (pages - 1) * pageSize + (onLast ?? (pages > 1 ? pageSize : 0));
}
