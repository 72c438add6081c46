import { defineCalendar } from '../define-calendar.js';

const HELLIGDAGSLOVEN = 'lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred § 2';
const HOGTIDSDAGSLOVEN = 'lov 26. april 1947 nr. 1 om 1 og 17 mai som høgtidsdager';
const SOURCE = `${HELLIGDAGSLOVEN}; ${HOGTIDSDAGSLOVEN}`;

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];

/** Easter Eve, 24 and 31 December are not here: § 2 does not name them; § 3 only keeps the evening of the first two quiet (CAL-1). */
const HOLIDAYS = [
  { name: '1. nyttårsdag', month: 1, day: 1 },
  { name: 'skjærtorsdag', easterOffset: -3 },
  { name: 'langfredag', easterOffset: -2 },
  { name: '1. påskedag', easterOffset: 0 },
  { name: '2. påskedag', easterOffset: 1 },
  { name: '1. mai', month: 5, day: 1, validFrom: '1947-04-26' },
  { name: '17. mai', month: 5, day: 17, validFrom: '1947-04-26' },
  { name: 'Kristi himmelfartsdag', easterOffset: 39 },
  { name: '1. pinsedag', easterOffset: 49 },
  { name: '2. pinsedag', easterOffset: 50 },
  { name: '1. juledag', month: 12, day: 25 },
  { name: '2. juledag', month: 12, day: 26 },
];

/** The calendar for frister in virkedager unless something else is chosen. */
export const norge = defineCalendar({
  id: 'norge',
  version: '2026.1',
  title: 'Norge: mandag til fredag unntatt helligdager',
  source: SOURCE,
  workingWeekdays: MONDAY_TO_FRIDAY,
  holidays: HOLIDAYS,
});

/** For those who read virkedag so that Saturday counts: a choice that a hospital's lawyers make (CAL-1, open). */
export const norgeLordag = defineCalendar({
  id: 'norge-lordag',
  version: '2026.1',
  title: 'Norge: mandag til lørdag unntatt helligdager',
  source: SOURCE,
  workingWeekdays: MONDAY_TO_SATURDAY,
  holidays: HOLIDAYS,
});

/** For a hospital that also closes on 24 and 31 December: its own decision, not law. */
export const norgeJulestengt = defineCalendar({
  id: 'norge-julestengt',
  version: '2026.1',
  title: 'Norge: mandag til fredag unntatt helligdager, julaften og nyttårsaften',
  source: `${SOURCE}; 24. og 31. desember stengt etter sykehusets eget vedtak`,
  workingWeekdays: MONDAY_TO_FRIDAY,
  holidays: HOLIDAYS,
  extraClosed: [
    { name: 'julaften', month: 12, day: 24 },
    { name: 'nyttårsaften', month: 12, day: 31 },
  ],
});
