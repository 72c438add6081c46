import type { Purpose } from '@forlop/workflows';

/** What a limit looks at in a reminder. */
export interface Limited {
  readonly purpose: Purpose;
  /** The day that it is due, `YYYY-MM-DD` in Oslo; null: none. */
  readonly dueOn: string | null;
}

/** What goes in this digest and what waits for next week. */
export interface Divided<T> {
  readonly goes: readonly T[];
  readonly waits: readonly T[];
}

/**
 * Divides what is due by how much the receiver may be asked in a week: what is due first goes first, in the order given
 * where days are equal. Escalations and withdrawals are never held back, and take nobody's place.
 * @param sentThisWeek how many the receiver has been asked since Monday, escalations and withdrawals not counted.
 * @param maxPerWeek null: no limit.
 */
export function overLimit<T extends Limited>(due: readonly T[], sentThisWeek: number, maxPerWeek: number | null): Divided<T> {
  const left = maxPerWeek === null ? Infinity : Math.max(0, maxPerWeek - sentThisWeek);
  const asked = due.filter(({ purpose }) => purpose === 'ask').sort((a, b) => compareDue(a.dueOn, b.dueOn));
  const waits = new Set(asked.slice(Math.min(left, asked.length)));
  return { goes: due.filter((one) => !waits.has(one)), waits: due.filter((one) => waits.has(one)) };
}

function compareDue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
