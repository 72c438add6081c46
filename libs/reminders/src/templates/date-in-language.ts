import { dateInWords, weekday, type OsloDate } from '@forlop/calendar';
import type { Language } from './types.js';

const nynorsk = ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'] as const;
const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** The date as people read it: `onsdag 8. april 2026`, `Wednesday 8 April 2026`. */
export function dateInLanguage(date: OsloDate, language: Language): string {
  if (language === 'nb') return dateInWords(date);
  const day = weekday(date) - 1;
  // The months are written the same in both kinds of Norwegian.
  if (language === 'nn') return dateInWords(date).replace(/^\S+/, nynorsk[day] ?? '');
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${english[day]} ${dayOfMonth} ${englishMonths[(month ?? 1) - 1]} ${year}`;
}
