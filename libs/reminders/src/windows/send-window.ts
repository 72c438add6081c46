import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, osloDateOf, osloMidnight, osloTimeOf, weekday, type OsloDate, type WorkCalendar } from '@forlop/calendar';

/** When mail may go to people, as `HH:MM` in Oslo on working days: from `opens`, before `closes`. */
export interface SendingHours {
  readonly opens: string;
  readonly closes: string;
  /** When digests of a day or a week go. */
  readonly digestAt: string;
  /** What falls due within so many minutes goes together, for those who want each at once: 1 to 60. */
  readonly everyMinutes: number;
}

/** Ordinary office hours. */
export const officeHours: SendingHours = { opens: '08:00', closes: '15:30', digestAt: '09:00', everyMinutes: 15 };

/** `each`: at the next part of an hour. `daily`: in the morning. `weekly`: on Monday morning, or the week's first working day. */
export const frequencies = ['each', 'daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What a receiver has chosen. */
export interface SendingPreferences {
  readonly frequency: Frequency;
}

/**
 * The instant from which the digest goes that holds what is due at `dueAt`: never earlier than that or than now, within
 * the hours on a working day. Everything that is due in the same window gets the same instant.
 * @param dueAt and @param now epoch milliseconds, as is what is answered.
 * @throws RangeError when the hours do not follow each other.
 */
export function sendWindow(calendar: WorkCalendar, hours: SendingHours, { frequency }: SendingPreferences, dueAt: number, now: number): number {
  checkHours(hours);
  const earliest = Math.max(dueAt, now);
  if (frequency === 'each') return nextPart(calendar, hours, earliest);
  return frequency === 'daily' ? nextMorning(calendar, hours, earliest) : nextWeekMorning(calendar, hours, earliest);
}

function nextPart(calendar: WorkCalendar, { opens, closes, everyMinutes }: SendingHours, earliest: number): number {
  // Norway's offset is whole hours, so parts of an hour are the same on its clock and in UTC.
  const partMs = everyMinutes * 60_000;
  const part = Math.ceil(earliest / partMs) * partMs;
  const date = osloDateOf(part);
  if (isWorkingDay(calendar, date) && part < osloTimeOf(date, closes)) return Math.max(part, osloTimeOf(date, opens));
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
