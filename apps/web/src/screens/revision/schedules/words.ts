import { dayShown } from '../../../shared/day.js';
import { useLanguage, type Language } from '../../../shared/texts.js';
import { useText } from '../messages.js';
import type { Next, Schedule } from './queries.js';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };

/** `tirsdag 1. desember 2026 kl. 07:00`: the day and the clock in Norway. */
export function momentShown(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).format(new Date(instant));
}

/** What of a scheduled report is said in sentences, in the language that is chosen. */
export function useScheduleWords() {
  const text = useText();
  const { language } = useLanguage();
  const days = ({ from, to }: Pick<Next, 'from' | 'to'>): string => text('schedule-days', { from: dayShown(from, language), to: dayShown(to, language) });
  return {
    days,
    next: (next: Next): string => text('schedule-next', { when: momentShown(next.at, language), days: days(next) }),
    rhythm: ({ cadence, weekday, period }: Pick<Schedule, 'cadence' | 'weekday' | 'period'>): string =>
      `${cadence === 'weekly' ? text('schedule-each-weekly', { day: text(`weekday-${(weekday ?? 1) as 1 | 2 | 3 | 4 | 5}`) }) : text(`schedule-each-${cadence}`)}, ${text(`period-${period}`).toLowerCase()}`,
  };
}
