import type { Language } from '../../shared/texts.js';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const found = formatters.get(key) ?? new Intl.NumberFormat(locales[language], options);
  formatters.set(key, found);
  return found;
}

/** `94,2 %`; nothing to divide by is a dash. */
export const percentShown = (share: number | null | undefined, language: Language): string =>
  share == null ? '–' : formatter(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);

/** `12,5`; what there is none of is a dash. */
export const numberShown = (value: number | null | undefined, language: Language): string => (value == null ? '–' : formatter(language, { maximumFractionDigits: 1 }).format(value));
