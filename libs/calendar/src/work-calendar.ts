import type { OsloDate } from './oslo-date.js';

/** Same month and day every year. A 29 February falls out in common years. */
export interface FixedDay {
  readonly month: number;
  readonly day: number;
}

/** A number of days from Easter Sunday; Good Friday is −2. */
export interface EasterDay {
  readonly easterOffset: number;
}

/** One single date. */
export interface DatedDay {
  readonly date: OsloDate;
}

/** The first and last date for which a rule holds, both included; without them, always. */
export interface Validity {
  readonly validFrom?: OsloDate;
  readonly validTo?: OsloDate;
}

/** A public holiday (helligdag, or høytidsdag such as 17 May), with its name in bokmål. */
export type HolidayRule = (FixedDay | EasterDay) & Validity & { readonly name: string };

/** A day on which the calendar is closed without its being a public holiday, such as 24 December. */
export type ClosedRule = ((FixedDay & Validity) | DatedDay) & { readonly name: string };

/**
 * Which days count as virkedager (CAL-1). Data, not code: a change is a new version, and whoever computed with
 * the old one keeps it. Made by `defineCalendar`, which checks it, and immutable from then on.
 */
export interface WorkCalendar {
  /** Permanent name, such as `norge`. */
  readonly id: string;
  /** Year and running number, such as `2026.1`. */
  readonly version: string;
  /** One line in bokmål for people. */
  readonly title: string;
  /** The law or decision that the days come from. */
  readonly source: string;
  /** ISO weekdays that count, 1 = Monday … 7 = Sunday. */
  readonly workingWeekdays: readonly number[];
  readonly holidays: readonly HolidayRule[];
  readonly extraClosed?: readonly ClosedRule[];
}

/** Why a day is not a virkedag; a day can have several reasons. `name` is in bokmål. */
export interface NonWorkingReason {
  readonly kind: 'weekday' | 'holiday' | 'closed';
  readonly name: string;
}
