import { CalendarError, quoted } from './errors.js';
import { norge, norgeJulestengt, norgeLordag } from './calendars/norge.js';
import type { WorkCalendar } from './work-calendar.js';

/** Every version ever shipped stays here: dates that were computed with it must be explained with it. */
const SHIPPED: readonly WorkCalendar[] = [norge, norgeLordag, norgeJulestengt];

/** Orders versions by year, then number: `2026.10` is later than `2026.9`. For use inside the package. */
export function compareVersions(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}

/** All calendars shipped, every version. */
export function listCalendars(): readonly WorkCalendar[] {
  return SHIPPED;
}

/** The shipped calendar with that id; without a version, its newest. Throws `unknown-calendar`, naming what there is. */
export function calendarById(id: string, version?: string): WorkCalendar {
  const versions = SHIPPED.filter((calendar) => calendar.id === id);
  const found = versions
    .filter((calendar) => version === undefined || calendar.version === version)
    .reduce<WorkCalendar | undefined>((best, next) => (best && compareVersions(best.version, next.version) > 0 ? best : next), undefined);
  if (found) {
    return found;
  }
  if (versions.length > 0) {
    const known = versions.map((calendar) => calendar.version).join(', ');
    throw new CalendarError('unknown-calendar', `Kalenderen ${id} finnes ikke i versjon ${quoted(version)}. Versjoner: ${known}.`);
  }
  const ids = [...new Set(SHIPPED.map((calendar) => calendar.id))].join(', ');
  throw new CalendarError('unknown-calendar', `Kalenderen ${quoted(id)} finnes ikke. Kalendere: ${ids}.`);
}
