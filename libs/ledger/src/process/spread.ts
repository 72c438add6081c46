import { createHash } from 'node:crypto';
import { isWorkingDay, nextWorkingDay, osloDateOf, osloMidnight, osloTimeOf, addDays, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import type { PeoplesHours } from '../context.js';

const MINUTE = 60_000;
/** A thousand deadlines on one midnight are recorded over this time. */
const WAKE_SPREAD = 4 * MINUTE;
/** People are asked from eight on a working day, over this time. */
const ASK_SPREAD = 120 * MINUTE;
const ASK_FROM = '08:00';

/** A number in [0, range) that is always the same for a name: spread without chance, so that a replay wakes when the first did. */
export function spreadOf(name: string, range: number): number {
  return createHash('sha1').update(name).digest().readUInt32BE(0) % range;
}

/** When a pathway wakes for a day: midnight in Oslo, plus its own 0–4 minutes. */
export function wakeInstant(pathwayId: string, day: OsloDate): string {
  return new Date(osloMidnight(day) + spreadOf(pathwayId, WAKE_SPREAD)).toISOString();
}

/** When people are asked about an obligation planned for a day: 08:00–10:00 in Oslo, on that day or the next working day. */
export function askInstant(calendar: WorkCalendar, name: string, day: OsloDate): string {
  return new Date(osloTimeOf(nextWorkingDay(calendar, day), ASK_FROM) + spreadOf(name, ASK_SPREAD)).toISOString();
}

/** Null while people may be disturbed; otherwise the instant from which they may again. */
export function quietUntil(calendar: WorkCalendar, hours: PeoplesHours | null, name: string, now: Date): string | null {
  if (hours === null) return null;
  const today = osloDateOf(now.getTime());
  const from = osloTimeOf(today, hours.from);
  if (isWorkingDay(calendar, today) && now.getTime() >= from && now.getTime() < osloTimeOf(today, hours.to)) return null;
  const next = now.getTime() < from ? today : addDays(today, 1);
  return askInstant(calendar, name, next);
}
