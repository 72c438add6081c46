import { addDays, addMonths, daysBetween, maxDate, minDate, osloDate, tryOsloDate, type OsloDate } from '@forlop/calendar';
import type { clockPictureSchema } from '@forlop/contracts';
import type { ClockStatus } from '@forlop/pathway';
import type * as z from 'zod';

type Axis = z.input<typeof clockPictureSchema>['axis'];

/** Clocks that nobody has to act on any more: no days are left of them. */
const settled: readonly ClockStatus[] = ['met', 'met-late', 'passed-by-patient', 'closed'];

/** Calendar days until the last day in time, below 0 when it has passed; null for a clock that is settled or has no limit. */
export const daysLeftOf = ({ status, dueOn }: { readonly status: ClockStatus; readonly dueOn: OsloDate | null }, asOf: OsloDate): number | null =>
  dueOn === null || settled.includes(status) ? null : daysBetween(asOf, dueOn);

/**
 * The axis of a picture: whole months around every day that it names, and where each of them lies.
 * @param named whatever holds days, however deep; other texts are passed over.
 */
export function dayAxis(named: unknown, asOf: OsloDate): Axis {
  const days = [...new Set([asOf, ...daysIn(named)])];
  const from = firstOfMonth(minDate(asOf, ...days));
  const after = addMonths(firstOfMonth(maxDate(asOf, ...days)), 1);
  const months: OsloDate[] = [];
  for (let month = from; month < after; month = addMonths(month, 1)) months.push(month);
  const at = Object.fromEntries([...days, ...months].map((day) => [day, daysBetween(from, day)] as const).sort(([, a], [, b]) => a - b));
  return { from, to: addDays(after, -1), length: daysBetween(from, after), months, at };
}

const firstOfMonth = (day: OsloDate): OsloDate => osloDate(`${day.slice(0, 7)}-01`);

function daysIn(value: unknown): readonly OsloDate[] {
  if (typeof value === 'string') {
    const day = tryOsloDate(value);
    return day === undefined ? [] : [day];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}
