import { daysInMonth } from './civil.js';
import { namedDays, register } from './day-table.js';
import { CalendarError, quoted } from './errors.js';
import { FIRST_DAY, LAST_DAY, dayNumber, tryOsloDate, type OsloDate } from './oslo-date.js';
import type { ClosedRule, HolidayRule, Validity, WorkCalendar } from './work-calendar.js';

type Fields = Readonly<Record<string, unknown>>;

/** Days before and after Easter Sunday that a rule may name: Septuagesima (−63) to Corpus Christi (+60) and a little. */
const FARTHEST_FROM_EASTER = 70;

function fail(path: string, sentence: string): never {
  throw new CalendarError('invalid-calendar', `Kalenderen er ugyldig ved ${path}: ${sentence}`, path);
}

function fieldsAt(value: unknown, path: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(path, 'her skal det stå et objekt.');
  }
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown !== undefined) {
    fail(path === '$' ? unknown : `${path}.${unknown}`, `feltet er ukjent. Lovlige felter er ${allowed.join(', ')}.`);
  }
  return value as Fields;
}

function textAt(value: unknown, path: string, pattern = /\S/, hint = 'en tekst'): string {
  if (typeof value !== 'string' || !pattern.test(value)) {
    fail(path, `her skal det stå ${hint}.`);
  }
  return value;
}

function wholeNumberAt(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    fail(path, `her skal det stå et helt tall fra ${least} til ${most}.`);
  }
  return value;
}

function dateAt(value: unknown, path: string): OsloDate {
  const date = typeof value === 'string' ? tryOsloDate(value) : undefined;
  return date ?? fail(path, `${quoted(value)} er ikke en dato på formen ÅÅÅÅ-MM-DD.`);
}

function listAt(value: unknown, path: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(path, 'her skal det stå en liste.');
}

function weekdaysAt(value: unknown, path: string): number[] {
  const weekdays = listAt(value, path).map((day, i) => wholeNumberAt(day, `${path}[${i}]`, 1, 7));
  if (weekdays.length === 0) {
    fail(path, 'minst én ukedag må telle som virkedag.');
  }
  const repeated = weekdays.findIndex((day, i) => weekdays.indexOf(day) !== i);
  if (repeated >= 0) {
    fail(`${path}[${repeated}]`, 'ukedagen står to ganger.');
  }
  return weekdays;
}

function validityAt(fields: Fields, path: string): Validity {
  const validity = {
    ...(fields['validFrom'] === undefined ? {} : { validFrom: dateAt(fields['validFrom'], `${path}.validFrom`) }),
    ...(fields['validTo'] === undefined ? {} : { validTo: dateAt(fields['validTo'], `${path}.validTo`) }),
  };
  if (validity.validFrom !== undefined && validity.validTo !== undefined && validity.validTo < validity.validFrom) {
    fail(`${path}.validTo`, 'gyldigheten slutter før den begynner.');
  }
  return validity;
}

function fixedDayAt(fields: Fields, path: string): { month: number; day: number } {
  const month = wholeNumberAt(fields['month'], `${path}.month`, 1, 12);
  const leapYear = 2024; // so that 29 February may be named
  return { month, day: wholeNumberAt(fields['day'], `${path}.day`, 1, daysInMonth(leapYear, month)) };
}

function holidayAt(value: unknown, path: string): HolidayRule {
  const isEaster = typeof value === 'object' && value !== null && 'easterOffset' in value;
  const fields = fieldsAt(value, path, ['name', 'validFrom', 'validTo', ...(isEaster ? ['easterOffset'] : ['month', 'day'])]);
  const when = isEaster
    ? { easterOffset: wholeNumberAt(fields['easterOffset'], `${path}.easterOffset`, -FARTHEST_FROM_EASTER, FARTHEST_FROM_EASTER) }
    : fixedDayAt(fields, path);
  return { name: textAt(fields['name'], `${path}.name`), ...when, ...validityAt(fields, path) };
}

function closedAt(value: unknown, path: string): ClosedRule {
  if (typeof value === 'object' && value !== null && 'date' in value) {
    const fields = fieldsAt(value, path, ['name', 'date']);
    return { name: textAt(fields['name'], `${path}.name`), date: dateAt(fields['date'], `${path}.date`) };
  }
  const fields = fieldsAt(value, path, ['name', 'month', 'day', 'validFrom', 'validTo']);
  return { name: textAt(fields['name'], `${path}.name`), ...fixedDayAt(fields, path), ...validityAt(fields, path) };
}

type Rule = HolidayRule | ClosedRule;

/** What two rules must share to name the same day in some year. Easter rules never clash with fixed ones: 1 May can be Ascension Day. */
function dayKey(rule: Rule): string {
  if ('easterOffset' in rule) {
    return `easter${rule.easterOffset}`;
  }
  return 'date' in rule ? rule.date.slice(5) : dayText(rule.month, rule.day);
}

function dayText(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last day number on which a rule can hold. */
function rangeOf(rule: Rule): readonly [number, number] {
  if ('date' in rule) {
    return [dayNumber(rule.date), dayNumber(rule.date)];
  }
  return [
    rule.validFrom === undefined ? FIRST_DAY : dayNumber(rule.validFrom),
    rule.validTo === undefined ? LAST_DAY : dayNumber(rule.validTo),
  ];
}

/** Two rules for one day at one time would leave open which of them was meant: the later one in the document is the error. */
function refuseOverlaps(rules: readonly { readonly rule: Rule; readonly path: string }[]): void {
  rules.forEach((later, i) => {
    const [from, to] = rangeOf(later.rule);
    const clash = rules.slice(0, i).find(({ rule }) => {
      const [otherFrom, otherTo] = rangeOf(rule);
      return dayKey(rule) === dayKey(later.rule) && from <= otherTo && otherFrom <= to;
    });
    if (clash) {
      fail(later.path, `dagen er alt tatt av ${clash.path} (${clash.rule.name}) i et tidsrom som overlapper.`);
    }
  });
}

/** A single closed date that is a movable holiday is a clash too, which {@link refuseOverlaps} cannot see. */
function refuseClosedHolidays(holidays: readonly HolidayRule[], closed: readonly ClosedRule[]): void {
  const named = namedDays(holidays);
  closed.forEach((rule, i) => {
    const names = 'date' in rule ? named.get(dayNumber(rule.date)) : undefined;
    if (names) {
      fail(`extraClosed[${i}]`, `datoen er alt en helligdag (${names.join(' og ')}).`);
    }
  });
}

function freezeAll<T extends object>(list: readonly T[]): readonly T[] {
  return Object.freeze(list.map((item) => Object.freeze(item)));
}

/**
 * Checks a calendar document (plain JSON) and makes it usable. The result is a frozen copy.
 * Throws `invalid-calendar` with the path to the first error, such as `holidays[2].validTo`.
 */
export function defineCalendar(data: unknown): WorkCalendar {
  const fields = fieldsAt(data, '$', ['id', 'version', 'title', 'source', 'workingWeekdays', 'holidays', 'extraClosed']);
  const holidays = listAt(fields['holidays'], 'holidays').map((rule, i) => holidayAt(rule, `holidays[${i}]`));
  const closed = listAt(fields['extraClosed'] ?? [], 'extraClosed').map((rule, i) => closedAt(rule, `extraClosed[${i}]`));
  refuseOverlaps([
    ...holidays.map((rule, i) => ({ rule, path: `holidays[${i}]` })),
    ...closed.map((rule, i) => ({ rule, path: `extraClosed[${i}]` })),
  ]);
  refuseClosedHolidays(holidays, closed);
  const calendar: WorkCalendar = Object.freeze({
    id: textAt(fields['id'], 'id', /^[a-z][a-z0-9-]*$/, 'et navn med små bokstaver a–z, sifre og bindestrek'),
    version: textAt(fields['version'], 'version', /^\d{4}\.[1-9]\d*$/, 'år og løpenummer, for eksempel 2026.1'),
    title: textAt(fields['title'], 'title'),
    source: textAt(fields['source'], 'source'),
    workingWeekdays: Object.freeze(weekdaysAt(fields['workingWeekdays'], 'workingWeekdays')),
    holidays: freezeAll(holidays),
    ...(fields['extraClosed'] === undefined ? {} : { extraClosed: freezeAll(closed) }),
  });
  register(calendar);
  return calendar;
}
