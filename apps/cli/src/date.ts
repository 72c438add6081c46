import {
  CalendarError,
  addSpan,
  addWorkingDays,
  calendarById,
  dateInWords,
  isWorkingDay,
  nonWorkingReasons,
  osloDate,
  skippedDays,
  weekday,
  weekdayName,
  type NonWorkingReason,
  type OsloDate,
  type SkippedDay,
  type WorkCalendar,
} from '@forlop/calendar';

/** What `forlop date add <date> <n> --unit … [--calendar …] [--json]` was called with, as typed. */
export interface DateAddInput {
  readonly date: string;
  readonly n: string | number;
  readonly unit: string;
  /** A calendar's id, or `id@version`; `norge` when left out. */
  readonly calendar?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What to print, and the process's exit code: 0, or 2 when the input was wrong. */
export interface CommandResult {
  readonly text: string;
  readonly exitCode: number;
}

const NAMES = {
  virkedag: { one: 'virkedag', many: 'virkedager' },
  dag: { one: 'dag', many: 'dager' },
  uke: { one: 'uke', many: 'uker' },
} as const;
type DateAddUnit = keyof typeof NAMES;

const REASON_TEXT: Readonly<Record<NonWorkingReason['kind'], string>> = {
  weekday: 'ukedagen telles ikke',
  holiday: 'helligdag',
  closed: 'stengt i denne kalenderen',
};

/** The sum, worked out; what both forms of output are written from. */
interface Answer {
  readonly date: OsloDate;
  readonly n: number;
  readonly unit: DateAddUnit;
  readonly calendar: WorkCalendar;
  readonly result: OsloDate;
  /** Empty for other units than virkedag: they skip nothing. */
  readonly skipped: readonly SkippedDay[];
}

function readNumber(n: string | number): number {
  const text = String(n).trim();
  if (!/^[+-]?\d{1,9}$/.test(text)) {
    throw new CalendarError('invalid-number', `Antallet «${text}» er ikke et helt tall med høyst ni sifre. Skriv for eksempel 10.`);
  }
  return Number(text);
}

function readUnit(unit: string): DateAddUnit {
  if (!Object.hasOwn(NAMES, unit)) {
    throw new CalendarError('unknown-unit', `Enheten «${unit}» er ukjent. Bruk ${Object.keys(NAMES).join(', ')}.`);
  }
  return unit as DateAddUnit;
}

function readCalendar(text: string): WorkCalendar {
  const at = text.indexOf('@');
  return at < 0 ? calendarById(text) : calendarById(text.slice(0, at), text.slice(at + 1));
}

function answer(input: DateAddInput): Answer {
  const date = osloDate(input.date);
  const n = readNumber(input.n);
  const unit = readUnit(input.unit);
  const calendar = readCalendar(input.calendar ?? 'norge');
  const result = addSpan(calendar, date, { value: n, unit });
  return { date, n, unit, calendar, result, skipped: unit === 'virkedag' ? skippedDays(calendar, date, result) : [] };
}

/** Joins as Norwegian does: `a, b og c`. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`;
}

function isNamed(reason: NonWorkingReason): boolean {
  return reason.kind !== 'weekday';
}

/** `3 lørdager og 2 søndager`: the days that were skipped for their weekday alone. */
function countedWeekdays(skipped: readonly SkippedDay[]): string {
  const counts = new Map<string, number>();
  for (const { name } of skipped.filter(({ reasons }) => !reasons.some(isNamed)).flatMap(({ reasons }) => reasons)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return listed([...counts].map(([name, count]) => `${count} ${count === 1 ? name : `${name}er`}`));
}

function skippedLines(skipped: readonly SkippedDay[]): string[] {
  const named = skipped
    .filter(({ reasons }) => reasons.some(isNamed))
    .map(({ date, reasons }) => {
      const why = reasons.filter(isNamed).map(({ kind, name }) => `${name} (${REASON_TEXT[kind]})`);
      return `  ${dateInWords(date)}: ${listed(why)}`;
    });
  const weekdays = countedWeekdays(skipped);
  const lines = [...named, ...(weekdays === '' ? [] : [`  ${named.length > 0 ? 'dessuten ' : ''}${weekdays}`])];
  return lines.length === 0 ? [] : ['', 'Dager som ikke er talt med:', ...lines];
}

function sumLine({ date, n, unit }: Answer): string {
  if (n === 0) {
    return `0 ${NAMES[unit].many}: datoen er den samme.`;
  }
  const count = Math.abs(n);
  return `${count} ${count === 1 ? NAMES[unit].one : NAMES[unit].many} ${n > 0 ? 'etter' : 'før'} ${dateInWords(date)}.`;
}

function workingDayLines({ date, n, calendar, skipped }: Answer): string[] {
  const first = n === 0 ? [] : [`Dag 1 er ${dateInWords(addWorkingDays(calendar, date, Math.sign(n)))}.`];
  return [...first, `Kalender: ${calendar.id} ${calendar.version} (${calendar.title}).`, ...skippedLines(skipped)];
}

/** CAL-2 surprises people when it lands on a holiday, so it is said. */
function calendarTimeLines({ calendar, result }: Answer): string[] {
  if (isWorkingDay(calendar, result)) {
    return [];
  }
  const why = nonWorkingReasons(calendar, result).map(({ name }) => name);
  return [
    `Datoen er ikke en virkedag (${listed(why)}), men flyttes ikke: dager og uker regnes uten hensyn til helligdager.`,
    `Kalender: ${calendar.id} ${calendar.version} (${calendar.title}).`,
  ];
}

function asText(found: Answer): string {
  const lines = found.unit === 'virkedag' ? workingDayLines(found) : calendarTimeLines(found);
  return [`${dateInWords(found.result)} (${found.result})`, '', sumLine(found), ...lines].join('\n');
}

function asJson({ date, n, unit, calendar, result, skipped }: Answer): string {
  const document = {
    date,
    n,
    unit,
    result,
    weekday: weekdayName(weekday(result)),
    isWorkingDay: isWorkingDay(calendar, result),
    calendar: { id: calendar.id, version: calendar.version, title: calendar.title },
    skipped: skipped.map((day) => ({ date: day.date, weekday: weekdayName(weekday(day.date)), reasons: day.reasons })),
  };
  return JSON.stringify(document, null, 2);
}

/**
 * Adds working days, days or weeks to a date and says how the date came about. Wrong input gives exit code 2 and a
 * plain sentence, or with `json` an object `{error: {code, message}}`.
 */
export function runDateAdd(input: DateAddInput): CommandResult {
  try {
    const found = answer(input);
    return { text: input.json ? asJson(found) : asText(found), exitCode: 0 };
  } catch (error) {
    if (!(error instanceof CalendarError)) {
      throw error;
    }
    const { code, message } = error;
    return { text: input.json ? JSON.stringify({ error: { code, message } }, null, 2) : message, exitCode: 2 };
  }
}
