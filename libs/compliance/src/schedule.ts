import { addDays, isWorkingDay, nextWorkingDay, osloDate, osloDateOf, osloTimeOf, weekday, type OsloDate, type WorkCalendar } from '@forlop/calendar';

/** How often a scheduled report is made: each on a working day, so that somebody is there to read it. */
export const cadences = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Cadence = (typeof cadences)[number];

/** What a scheduled report is of. `year-to-date`: from 1 January to the end of the week, month or quarter that is over. */
export const relativePeriods = ['last-week', 'last-month', 'last-quarter', 'last-year', 'year-to-date'] as const;
export type RelativePeriod = (typeof relativePeriods)[number];

/** Which periods fit a cadence: any other would be the same report again, or leave days out of all of them. */
export const periodsOf: Readonly<Record<Cadence, readonly RelativePeriod[]>> = {
  weekly: ['last-week', 'year-to-date'],
  monthly: ['last-month', 'year-to-date'],
  quarterly: ['last-quarter', 'year-to-date'],
  yearly: ['last-year'],
};

/** The files that a stored report may be had as. */
export const reportFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What its mails are written in. */
export const reportLanguages = ['nb', 'nn', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** When a report is made, on the clock in Norway. */
export const reportTime = '07:00';

/** When, and of what. */
export interface Timing {
  readonly cadence: Cadence;
  /** 1 Monday to 5 Friday; of a weekly one. Null: the first working day of the month, quarter or year. */
  readonly weekday: number | null;
  readonly period: RelativePeriod;
}

/** One time that a report is made. */
export interface Occurrence {
  /** The working day that it is made on. */
  readonly on: OsloDate;
  /** The instant, epoch milliseconds: 07:00 in Oslo, summer and winter. */
  readonly at: number;
  readonly from: OsloDate;
  readonly to: OsloDate;
}

/** Days that are looked ahead: a yearly one is at most a year and some holidays away. */
const mostDaysAhead = 380;

/** The time that falls on this day; null: none does. */
export function occurrenceOn(timing: Timing, on: OsloDate, calendar: WorkCalendar): Occurrence | null {
  if (!isWorkingDay(calendar, on) || on !== dayFor(timing, on, calendar)) return null;
  return { on, at: osloTimeOf(on, reportTime), ...periodBefore(timing, startOf(timing, on)) };
}

/** Those after an instant until and with another, the earliest first. Instants are epoch milliseconds. */
export function occurrencesBetween(timing: Timing, { after, until }: { readonly after: number; readonly until: number }, calendar: WorkCalendar): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const last = osloDateOf(until);
  for (let day = osloDateOf(after); day <= last; day = addDays(day, 1)) {
    const one = occurrenceOn(timing, day, calendar);
    if (one !== null && one.at > after && one.at <= until) found.push(one);
  }
  return found;
}

/** The first after an instant, epoch milliseconds. */
export function nextOccurrence(timing: Timing, after: number, calendar: WorkCalendar): Occurrence {
  const first = osloDateOf(after);
  for (let days = 0; days <= mostDaysAhead; days += 1) {
    const one = occurrenceOn(timing, addDays(first, days), calendar);
    if (one !== null && one.at > after) return one;
  }
  throw new RangeError('Ingen virkedag på et år: kalenderen kan ikke brukes.');
}

/** The period that is over as of a day: what a report of that day would be of. */
export function periodAsOf(timing: Timing, on: OsloDate): Pick<Occurrence, 'from' | 'to'> {
  return periodBefore(timing, startOf(timing, on));
}

/** The working day for the week, month, quarter or year that a day lies in. A weekday that is a holiday waits for the next working day, of the next week if need be. */
function dayFor(timing: Timing, on: OsloDate, calendar: WorkCalendar): OsloDate {
  if (timing.cadence !== 'weekly') return workingDayFrom(startOf(timing, on), calendar);
  const wanted = timing.weekday ?? 1;
  // The wanted weekday itself, on this day or the last before it.
  return workingDayFrom(addDays(on, -((weekday(on) - wanted + 7) % 7)), calendar);
}

const workingDayFrom = (day: OsloDate, calendar: WorkCalendar): OsloDate => (isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day));

/** The first day of the week (of the weekday that is wanted), month, quarter or year that a day lies in. */
function startOf({ cadence, weekday: wanted }: Timing, on: OsloDate): OsloDate {
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  if (cadence === 'weekly') {
    const day = addDays(on, -((weekday(on) - (wanted ?? 1) + 7) % 7));
    return addDays(day, 1 - weekday(day));
  }
  if (cadence === 'yearly') return osloDate(`${year}-01-01`);
  const first = cadence === 'monthly' ? month : month - ((month - 1) % 3);
  return osloDate(`${year}-${String(first).padStart(2, '0')}-01`);
}

/** What ended the day before `start`. */
function periodBefore({ period }: Timing, start: OsloDate): Pick<Occurrence, 'from' | 'to'> {
  const to = addDays(start, -1);
  if (period === 'year-to-date' || period === 'last-year') return { from: osloDate(`${to.slice(0, 4)}-01-01`), to };
  if (period === 'last-week') return { from: addDays(to, 1 - weekday(to)), to };
  return { from: startOf({ cadence: period === 'last-quarter' ? 'quarterly' : 'monthly', weekday: null, period }, to), to };
}
