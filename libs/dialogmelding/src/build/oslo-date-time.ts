import { epochMsOf, osloDateOf, type OsloDate } from '@forlop/calendar';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

/** The date in Norway of an instant (ISO 8601 with `Z` or an offset). Throws what the calendar throws. */
export function osloDateOfInstant(instant: string): OsloDate {
  return osloDateOf(epochMsOf(instant));
}

/** Hours that the clock in Norway is ahead of UTC: 1 in winter, 2 in summer. */
function offsetHours(ms: number): number {
  const name = offsetFormat.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value;
  return name === 'GMT+02:00' ? 2 : 1;
}

/** An instant as the clock in Norway shows it, with its offset and to the second: `2026-03-29T03:00:00+02:00`. */
export function osloDateTime(instant: string): string {
  const ms = Math.floor(epochMsOf(instant) / SECOND) * SECOND;
  const offset = offsetHours(ms);
  return `${new Date(ms + offset * HOUR).toISOString().slice(0, 19)}+0${offset}:00`;
}
