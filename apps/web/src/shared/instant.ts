import type { Language } from './texts.js';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };

/**
 * A moment as the clocks in Norway show it: `20. mars 2026, 10:15`. Shown, never computed with.
 * @param instant ISO 8601, as the API gives it.
 */
export function instantShown(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).format(new Date(instant));
}

/** Only the time of day of a moment: `10:15`. */
export function timeShown(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).format(new Date(instant));
}
