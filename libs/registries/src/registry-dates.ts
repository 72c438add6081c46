import { osloDateOf, tryOsloDate, type OsloDate } from '@forlop/calendar';

/**
 * The date of a time whose time of day means nothing («time and time zone are unknown and must be ignored», as
 * Persontjenesten says of a death): the date as written. Null when it is none.
 */
export function dateAsWritten(text: string | null | undefined): OsloDate | null {
  return text == null ? null : (tryOsloDate(text.slice(0, 10)) ?? null);
}

/** The Oslo date of an instant; of a time without zone the date as written. Null when it is neither. */
export function osloDateOfTime(text: string | null | undefined): OsloDate | null {
  if (text == null) return null;
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return dateAsWritten(text);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : osloDateOf(instant);
}
