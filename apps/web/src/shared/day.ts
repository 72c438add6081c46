import type { Language } from './texts.js';

// Made once: a list shows three days in each row, and to make a formatter takes longer than to draw the row.
const formatter = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const formatters: Readonly<Record<Language, Intl.DateTimeFormat>> = { nb: formatter('nb-NO'), en: formatter('en-GB') };

/**
 * A calendar day as people read it: `20. mars 2026`. A day is shown, never computed with.
 * @param day `YYYY-MM-DD`, a day in Oslo.
 */
export function dayShown(day: string, language: Language): string {
  // Noon UTC is the same day in every formatter that is told UTC.
  return formatters[language].format(new Date(`${day}T12:00:00Z`));
}
