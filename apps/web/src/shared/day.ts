import type { Language } from './texts.js';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };

/**
 * A calendar day as people read it: `20. mars 2026`. A day is shown, never computed with.
 * @param day `YYYY-MM-DD`, a day in Oslo.
 */
export function dayShown(day: string, language: Language): string {
  // Noon UTC is the same day in every formatter that is told UTC.
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
