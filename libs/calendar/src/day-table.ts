import { dayFromCivil, daysInMonth, easterSundayOf, weekdayOfDay } from './civil.js';
import { CalendarError } from './errors.js';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, dayNumber } from './oslo-date.js';
import type { ClosedRule, HolidayRule, Validity, WorkCalendar } from './work-calendar.js';

/** A calendar worked out for every day it covers, so that each question is one look-up. */
export interface DayTable {
  /** Day numbers of all working days, ascending. */
  readonly workingDays: Int32Array;
  /** At [day − FIRST_DAY]: how many working days are before that day. One longer than the days covered. */
  readonly workingBefore: Int32Array;
  /** Day number → names of the public holidays on it (two can meet, as 1 May and Ascension Day did in 2008). */
  readonly holidayNames: ReadonlyMap<number, readonly string[]>;
  /** Day number → names of the calendar's own closed days. */
  readonly closedNames: ReadonlyMap<number, readonly string[]>;
}

type Rule = HolidayRule | ClosedRule;

/** The day that a rule names in a year, leaving its validity aside; undefined when the year has none. */
function dayInYear(rule: Rule, year: number): number | undefined {
  if ('easterOffset' in rule) {
    return easterSundayOf(year) + rule.easterOffset;
  }
  if ('date' in rule) {
    return Number(rule.date.slice(0, 4)) === year ? dayNumber(rule.date) : undefined;
  }
  return rule.day <= daysInMonth(year, rule.month) ? dayFromCivil(year, rule.month, rule.day) : undefined;
}

function isValidOn(rule: Validity, day: number): boolean {
  return (
    (rule.validFrom === undefined || day >= dayNumber(rule.validFrom)) &&
    (rule.validTo === undefined || day <= dayNumber(rule.validTo))
  );
}

/** Every day that the rules name, with the names. */
export function namedDays(rules: readonly Rule[]): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const rule of rules) {
      const day = dayInYear(rule, year);
      if (day !== undefined && ('date' in rule || isValidOn(rule, day))) {
        names.set(day, [...(names.get(day) ?? []), rule.name]);
      }
    }
  }
  return names;
}

function buildTable(calendar: WorkCalendar): DayTable {
  const holidayNames = namedDays(calendar.holidays);
  const closedNames = namedDays(calendar.extraClosed ?? []);
  const workingDays: number[] = [];
  const workingBefore = new Int32Array(LAST_DAY - FIRST_DAY + 2);
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (calendar.workingWeekdays.includes(weekdayOfDay(day)) && !holidayNames.has(day) && !closedNames.has(day)) {
      workingDays.push(day);
    }
    workingBefore[day - FIRST_DAY + 1] = workingDays.length;
  }
  return { workingDays: Int32Array.from(workingDays), workingBefore, holidayNames, closedNames };
}

/** Calendars that passed `defineCalendar`; the table is worked out when first asked for. */
const tables = new WeakMap<WorkCalendar, DayTable | 'not-built'>();

/** Marks a calendar as checked. Only `defineCalendar` calls this. */
export function register(calendar: WorkCalendar): void {
  tables.set(calendar, 'not-built');
}

/** The calendar asked about last: a pathway asks hundreds of times about the same one. */
let last: { readonly calendar: WorkCalendar; readonly table: DayTable } | undefined;

/** The table of a calendar. Throws `calendar-not-defined` for an object that `defineCalendar` never checked. */
export function tableOf(calendar: WorkCalendar): DayTable {
  if (last?.calendar !== calendar) last = { calendar, table: knownTable(calendar) };
  return last.table;
}

function knownTable(calendar: WorkCalendar): DayTable {
  const known = tables.get(calendar);
  if (known !== undefined && known !== 'not-built') {
    return known;
  }
  if (known === undefined) {
    throw new CalendarError('calendar-not-defined', 'Kalenderen er ikke kontrollert. Lag den med defineCalendar før den brukes.');
  }
  const table = buildTable(calendar);
  tables.set(calendar, table);
  return table;
}
