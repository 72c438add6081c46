import { addDays, dayNumber, isWorkingDay, weekday, type OsloDate, type WorkCalendar } from '@forlop/calendar';
import type { DayCount, UnitBasis } from './basis.js';
import { quantileOf, valuesOf } from './histogram.js';

/** The question, but for whose patients. */
export interface ForecastSettings {
  /** The day it is made; the first breach that is counted is on the day after. */
  readonly asOf: OsloDate;
  /** 1–26. */
  readonly weeks: number;
  /** How far back inflow, capacity and habits are looked for, 1–104 weeks. */
  readonly weeksBack: number;
  /** 1–5000 lives of the weeks ahead. */
  readonly runs: number;
  readonly seed: string;
  /** First visits more (or fewer) a week in each unit than is known of: a plan that is tried. */
  readonly extraPlaces: number;
  /** Says on which days anybody works. */
  readonly calendar: WorkCalendar;
}

/** Where a day's capacity is known from. */
export type CapacitySource = 'calendar' | 'history' | 'none';

/** The same basis as numbers, one entry for each day ahead (day 0 is the day it is made). */
export interface Assumed {
  readonly days: number;
  /** For each day ahead, the counts of the like days behind that one is picked from. */
  readonly inflow: readonly Int32Array[];
  readonly visits: readonly Int32Array[];
  /** Free places; -1: not told, so that history decides. */
  readonly free: Int32Array;
  readonly extra: Int32Array;
  readonly lengths: Int32Array;
  /** Days from the start of the frist before which nobody is seen. */
  readonly lead: number;
  /** Days from a missed time before which nobody is given another. */
  readonly notice: number;
  readonly noShow: number;
  readonly leaves: number;
  readonly sources: readonly CapacitySource[];
}

const daysOfWeek = 7;
/** Nine of ten waited longer: what is shorter is emergencies and errors. */
const shortest = 0.1;

/** What the basis is taken to mean for the days ahead. */
export function assumed(basis: UnitBasis, settings: ForecastSettings): Assumed {
  const { asOf, weeks, extraPlaces, calendar } = settings;
  const days = weeks * daysOfWeek + 1;
  const ahead = Array.from({ length: days }, (_, n) => addDays(asOf, n));
  const free = freeOf(ahead, basis.freePlaces);
  const visits = alike(ahead, basis.visits, settings);
  const seen = basis.visits.reduce((sum, { n }) => sum + n, 0);
  return {
    days,
    inflow: alike(ahead, basis.inflow, settings),
    visits,
    free,
    extra: spread(ahead, extraPlaces, calendar),
    lengths: valuesOf(basis.lengths),
    lead: Math.max(0, quantileOf(basis.waits, shortest) ?? 0),
    notice: Math.max(1, quantileOf(basis.notices, shortest) ?? 1),
    noShow: seen + basis.noShows === 0 ? 0 : basis.noShows / (seen + basis.noShows),
    leaves: seen + basis.left === 0 ? 0 : basis.left / (seen + basis.left),
    sources: ahead.map((_, n) => (free[n]! >= 0 ? 'calendar' : seen > 0 ? 'history' : 'none')),
  };
}

/** Between its first and its last day the calendar is believed: a day that it does not name has no free place. */
function freeOf(ahead: readonly OsloDate[], told: readonly DayCount[]): Int32Array {
  const free = new Int32Array(ahead.length).fill(-1);
  const days = told.map(({ on }) => on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return free;
  const byDay = new Map(told.map(({ on, n }) => [on, n]));
  ahead.forEach((day, n) => {
    if (day >= first && day <= last) free[n] = byDay.get(day) ?? 0;
  });
  return free;
}

/** For each day ahead the counts of all days behind of its weekday that were worked on as it is. */
function alike(ahead: readonly OsloDate[], told: readonly DayCount[], { asOf, weeksBack, calendar }: ForecastSettings): Int32Array[] {
  const byDay = new Map(told.map(({ on, n }) => [on, n]));
  const kinds = new Map<string, number[]>();
  for (let back = weeksBack * daysOfWeek; back >= 1; back -= 1) {
    const day = addDays(asOf, -back);
    const kind = kindOf(day, calendar);
    kinds.set(kind, [...(kinds.get(kind) ?? []), byDay.get(day) ?? 0]);
  }
  const ready = new Map([...kinds].map(([kind, counts]) => [kind, Int32Array.from(counts)]));
  return ahead.map((day) => ready.get(kindOf(day, calendar)) ?? new Int32Array(1));
}

const kindOf = (day: OsloDate, calendar: WorkCalendar): string => `${weekday(day)} ${isWorkingDay(calendar, day) ? 'open' : 'closed'}`;

/** So many a week, evenly over the working days of the calendar week; a week without any has none. */
function spread(ahead: readonly OsloDate[], perWeek: number, calendar: WorkCalendar): Int32Array {
  const extra = new Int32Array(ahead.length);
  const weeks = new Map<number, { readonly n: number; readonly working: boolean }[]>();
  ahead.forEach((day, n) => {
    const week = Math.floor((dayNumber(day) - weekday(day)) / daysOfWeek);
    weeks.set(week, [...(weeks.get(week) ?? []), { n, working: isWorkingDay(calendar, day) }]);
  });
  for (const days of weeks.values()) {
    const working = days.filter(({ working: open }) => open);
    // A week that is cut off at either end has its share.
    const share = Math.trunc((perWeek * days.length) / daysOfWeek);
    working.forEach(({ n }, i) => (extra[n] = Math.trunc((share * (i + 1)) / working.length) - Math.trunc((share * i) / working.length)));
  }
  return extra;
}
