import { osloDateOf, tryOsloDate, type OsloDate } from '@forlop/calendar';

/** How an extract may write dates; a time of day may follow. A year of two digits is not read: the century would be a guess. */
export const dateFormats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD', 'DDMMYYYY'] as const;
export type DateFormat = (typeof dateFormats)[number];

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})/,
  'DD.MM.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/,
  'DD/MM/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})/,
  'MM/DD/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})/,
  DDMMYYYY: /^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4})/,
};

/** A local time of day, which is dropped. */
const time = /^(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)?$/;
/** An instant: which day it was in Oslo has to be worked out. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Formats that read the same text as different days. */
const ambiguous: readonly (readonly DateFormat[])[] = [['DD/MM/YYYY', 'MM/DD/YYYY'], ['YYYYMMDD', 'DDMMYYYY']];

/** Two of the formats that cannot be told apart; null when all can. */
export function clashingFormats(formats: readonly DateFormat[]): readonly DateFormat[] | null {
  return ambiguous.find((pair) => pair.every((format) => formats.includes(format))) ?? null;
}

/** How a date was read. `no-such-day`: of the right form, but not in the calendar. `other-format`: with the format that it looks like, if any. */
export type ReadDate =
  | { readonly ok: true; readonly date: OsloDate }
  | { readonly ok: false; readonly why: 'no-such-day' }
  | { readonly ok: false; readonly why: 'other-format'; readonly looksLike: DateFormat | null };

/** Reads a date in one of the formats; never guesses at another. */
export function readDate(cell: string, formats: readonly DateFormat[]): ReadDate {
  if (formats.includes('YYYY-MM-DD') && instant.test(cell)) {
    const at = Date.parse(cell);
    return Number.isNaN(at) ? { ok: false, why: 'no-such-day' } : { ok: true, date: osloDateOf(at) };
  }
  let isOfForm = false;
  for (const format of formats) {
    const date = inFormat(cell, format);
    if (date === undefined) continue;
    isOfForm = true;
    if (date !== null) return { ok: true, date };
  }
  if (isOfForm) return { ok: false, why: 'no-such-day' };
  return { ok: false, why: 'other-format', looksLike: dateFormats.find((format) => inFormat(cell, format)) ?? null };
}

/** Undefined when the text is not of the form; null when there is no such day. */
function inFormat(cell: string, format: DateFormat): OsloDate | null | undefined {
  const match = patterns[format].exec(cell);
  if (match === null || !time.test(cell.slice(match[0].length))) return undefined;
  const { y, m, d } = match.groups as { y: string; m: string; d: string };
  return tryOsloDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? null;
}
