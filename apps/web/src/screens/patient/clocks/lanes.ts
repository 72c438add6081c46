import type { Clock } from '../queries.js';

/** Nobody has to act on these any more. */
const settled: readonly Clock['status'][] = ['met', 'met-late', 'passed-by-patient', 'closed'];
export const isSettled = ({ status }: Pick<Clock, 'status'>): boolean => settled.includes(status);

/** What needs somebody first. */
const urgency: readonly Clock['status'][] = ['broken', 'at-risk', 'warned', 'running', 'not-started', 'met-late', 'passed-by-patient', 'met', 'closed'];

/** Clocks as they are listed: what needs somebody first, then by their last day; those without one at the end. Days as texts are in the order of time. */
export const inOrder = (clocks: readonly Clock[]): readonly Clock[] =>
  [...clocks].sort((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.key.localeCompare(b.key));

/** One rule's clocks in one line of the picture, the first one first. */
export interface Lane {
  readonly rule: string;
  readonly title: string;
  readonly clocks: readonly Clock[];
}

/** Lines of the picture, in the order of the list. */
export function lanesOf(clocks: readonly Clock[]): readonly Lane[] {
  const lanes = new Map<string, Clock[]>();
  for (const clock of inOrder(clocks)) lanes.set(clock.clock, [...(lanes.get(clock.clock) ?? []), clock]);
  return [...lanes].map(([rule, inLane]) => ({ rule, title: inLane[0]!.title, clocks: inLane.toSorted((a, b) => a.occurrence - b.occurrence) }));
}

/** A stretch of a clock's line. */
export interface Stretch {
  readonly kind: 'calm' | 'warned' | 'at-risk' | 'late';
  readonly from: string;
  readonly to: string;
}

/**
 * A clock's line: calm until it warns, warned, at risk until its last day, and late from there until it was met, ended, or today. What is met or ended early stops there.
 * Days as texts are in the order of time.
 */
export function stretchesOf(clock: Clock, today: string): readonly Stretch[] {
  const { startOn, warnOn, atRiskFrom, dueOn, metOn, endedOn, status } = clock;
  const isLate = status === 'broken' || status === 'met-late';
  // A clock that is settled without a day of its own (a right that lapsed) ends on its last day.
  const end = metOn ?? endedOn ?? (isSettled(clock) && dueOn !== null ? dueOn : later(dueOn ?? today, today));
  const marks: readonly (readonly [Stretch['kind'], string | null])[] = [['calm', startOn], ['warned', warnOn], ['at-risk', atRiskFrom], ['late', isLate ? dueOn : null]];
  const given = marks.filter((mark): mark is readonly [Stretch['kind'], string] => mark[1] !== null && mark[1] >= startOn);
  return given.flatMap(([kind, from], n) => {
    const to = earlier(given[n + 1]?.[1] ?? end, end);
    return to > from ? [{ kind, from, to }] : [];
  });
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
