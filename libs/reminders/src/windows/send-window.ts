import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, osloDateOf, osloMidnight, osloTimeOf, weekday, type OsloDate, type WorkCalendar } from '@forlop/calendar';

/** When mail may go to people, as `HH:MM` in Oslo on working days: from `opens`, before `closes`. */
export interface SendingHours {
  readonly opens: string;
  readonly closes: string;
  /** When digests of a day or a week go. */
  readonly digestAt: string;
}

/** Ordinary office hours. */
export const officeHours: SendingHours = { opens: '08:00', closes: '15:30', digestAt: '09:00' };

/** `each`: at the next quarter of an hour. `daily`: in the morning. `weekly`: on Monday morning, or the week's first working day. */
export const frequencies = ['each', 'daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What a receiver has chosen. */
export interface SendingPreferences {
  readonly frequency: Frequency;
}

const quarterMs = 15 * 60_000;

/**
 * The instant from which the digest goes that holds what is due at `dueAt`: never earlier than that or than now, within
 * the hours on a working day. Everything that is due in the same window gets the same instant.
 * @param dueAt and @param now epoch milliseconds, as is what is answered.
 * @throws RangeError when the hours do not follow each other.
 */
export function sendWindow(calendar: WorkCalendar, hours: SendingHours, { frequency }: SendingPreferences, dueAt: number, now: number): number {
  checkHours(hours);
  const earliest = Math.max(dueAt, now);
  if (frequency === 'each') return nextQuarter(calendar, hours, earliest);
  return frequency === 'daily' ? nextMorning(calendar, hours, earliest) : nextWeekMorning(calendar, hours, earliest);
}

function nextQuarter(calendar: WorkCalendar, { opens, closes }: SendingHours, earliest: number): number {
  // Norway's offset is whole hours, so quarters are the same on its clock and in UTC.
  const quarter = Math.ceil(earliest / quarterMs) * quarterMs;
  const date = osloDateOf(quarter);
  if (isWorkingDay(calendar, date) && quarter < osloTimeOf(date, closes)) return Math.max(quarter, osloTimeOf(date, opens));
  return osloTimeOf(addWorkingDays(calendar, date, 1), opens);
}

function nextMorning(calendar: WorkCalendar, { digestAt }: SendingHours, earliest: number): number {
  const date = osloDateOf(earliest);
  const today = osloTimeOf(date, digestAt);
  return isWorkingDay(calendar, date) && today >= earliest ? today : osloTimeOf(addWorkingDays(calendar, date, 1), digestAt);
}

function nextWeekMorning(calendar: WorkCalendar, { digestAt }: SendingHours, earliest: number): number {
  const monday = mondayOf(osloDateOf(earliest));
  const thisWeek = osloTimeOf(nextWorkingDay(calendar, monday), digestAt);
  return thisWeek >= earliest ? thisWeek : osloTimeOf(nextWorkingDay(calendar, addDays(monday, 7)), digestAt);
}

function checkHours({ opens, closes, digestAt }: SendingHours): void {
  if (!(opens < closes && opens <= digestAt && digestAt < closes)) throw new RangeError('Sending hours must open before they close, and hold the time of digests.');
}

/** The Monday of the date's week: names the week that a limit counts in. */
export function mondayOf(date: OsloDate): OsloDate {
  return addDays(date, 1 - weekday(date));
}

/** When the next week begins in Oslo, epoch milliseconds: what is over a week's limit is due from then. */
export function nextWeekOf(now: number): number {
  return osloMidnight(addDays(mondayOf(osloDateOf(now)), 7));
}
