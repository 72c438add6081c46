/** The beginnings of the pages when one of them ends there; the same list where that was known. */
export function withEnd(cursors: readonly (string | null)[], page: number, end: string | null): readonly (string | null)[] {
  if (page >= cursors.length) return cursors;
  if (end === null) return cursors.length === page + 1 ? cursors : cursors.slice(0, page + 1);
  return cursors[page + 1] === end ? cursors : [...cursors.slice(0, page + 1), end];
}
