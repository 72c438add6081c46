import type { OsloDate } from '@forlop/calendar';
import type { Histogram } from './histogram.js';

/** So many on a day. */
export interface DayCount {
  readonly on: OsloDate;
  readonly n: number;
}

/** A patient who waits for a first visit. */
export interface Waiting {
  /** The nearest date that a first visit must keep. */
  readonly dueOn: OsloDate;
  /** The time that she has; null: none, or one that has passed. */
  readonly bookedOn: OsloDate | null;
  /** She did not come to an earlier time, or asked to wait, after an offer in time: if the date passes, it is not a breach (MOVE-2). */
  readonly passedByPatient: boolean;
}

/** What is known of one unit on the day a forecast is made; what lies behind is of the weeks looked back on. */
export interface UnitBasis {
  readonly organisationId: string;
  readonly waiting: readonly Waiting[];
  /** Patients whose first frist for a first visit began on the day. */
  readonly inflow: readonly DayCount[];
  /** Calendar days from the start of that frist to its date. */
  readonly lengths: Histogram;
  /** Calendar days from the start of the frist to the first visit, of those who came. */
  readonly waits: Histogram;
  /** Calendar days from the day a time was given to the time. */
  readonly notices: Histogram;
  /** First visits held. */
  readonly visits: readonly DayCount[];
  /** Times that the patient did not come to; beside them `visits`. */
  readonly noShows: number;
  /** Frister that ended without a visit: another hospital, no wish any more. */
  readonly left: number;
  /** Free places ahead by day, where the hospital's calendar has told them; days within its span that it does not name have none. */
  readonly freePlaces: readonly DayCount[];
}
