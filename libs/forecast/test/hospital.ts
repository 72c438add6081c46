import { addDays, calendarById, daysBetween, isWorkingDay, osloDate, type OsloDate } from '@forlop/calendar';
import type { ForecastSettings, UnitBasis, Waiting } from '../src/index.js';
import { Chance } from '../src/random.js';

export const calendar = calendarById('norge');
export const asOf = osloDate('2026-03-02');

export const settings = (more: Partial<ForecastSettings> = {}): ForecastSettings => ({ asOf, weeks: 8, weeksBack: 26, runs: 40, seed: 'prøve', extraPlaces: 0, calendar, ...more });

const nothing: UnitBasis = { organisationId: 'enhet-1', waiting: [], inflow: [], lengths: [], waits: [], notices: [], visits: [], noShows: 0, left: 0, freePlaces: [] };
export const unit = (more: Partial<UnitBasis> = {}): UnitBasis => ({ ...nothing, ...more });

export const waits = (dueIn: number, bookedIn: number | null = null, passedByPatient = false): Waiting => ({ dueOn: addDays(asOf, dueIn), bookedOn: bookedIn === null ? null : addDays(asOf, bookedIn), passedByPatient });

/** So many on each working day of some weeks behind. */
export function onWorkingDays(n: number, weeks = 26, until: OsloDate = asOf): { on: OsloDate; n: number }[] {
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(until, -i - 1)).filter((day) => isWorkingDay(calendar, day)).map((on) => ({ on, n }));
}

interface Lived {
  readonly came: OsloDate;
  readonly dueOn: OsloDate;
  seen: OsloDate | null;
}

/** A clinic that is lived through day by day, by rules of its own: who comes, who is seen, whose frist breaks. What a forecast is held to. */
export class LivedClinic {
  private readonly patients: Lived[] = [];

  constructor(seed: string, from: OsloDate, until: OsloDate, { arrivals, places, length }: { readonly arrivals: number; readonly places: number; readonly length: number }) {
    const chance = new Chance(`liv ${seed}`);
    let next = 0;
    for (let day = from, d = 0; day < until; day = addDays(day, 1), d += 1) {
      if (!isWorkingDay(calendar, day)) continue;
      // Binomial: as many as twice the mean, each with one chance in two.
      for (let i = 0; i < arrivals * 2; i += 1) if (chance.at(1, d, i) < 0.5) this.patients.push({ came: day, dueOn: addDays(day, length), seen: null });
      let free = 0;
      for (let i = 0; i < places * 2; i += 1) if (chance.at(2, d, i) < 0.5) free += 1;
      // All have frister of one length, so the first who came is the one whose date is nearest.
      for (; free > 0 && this.patients[next] !== undefined && this.patients[next]!.came < day; free -= 1) this.patients[next++]!.seen = day;
    }
  }

  /** What a ledger would know of it on a day. */
  basisOn(day: OsloDate, weeksBack: number): UnitBasis {
    const from = addDays(day, -7 * weeksBack);
    const known = this.patients.filter(({ came }) => came < day);
    const seen = known.filter((patient) => patient.seen !== null && patient.seen < day && patient.seen >= from);
    const counted = (days: readonly OsloDate[]): { on: OsloDate; n: number }[] => [...new Set(days)].map((on) => ({ on, n: days.filter((one) => one === on).length }));
    return unit({
      waiting: known.filter((patient) => patient.seen === null || patient.seen >= day).map(({ dueOn }) => ({ dueOn, bookedOn: null, passedByPatient: false })),
      inflow: counted(known.filter(({ came }) => came >= from).map(({ came }) => came)),
      lengths: known.map(({ came, dueOn }) => ({ value: daysBetween(came, dueOn), n: 1 })),
      waits: seen.map((patient) => ({ value: daysBetween(patient.came, patient.seen!), n: 1 })),
      visits: counted(seen.map((patient) => patient.seen!)),
    });
  }

  /** How many frister did break in the weeks after the day. */
  brokenAfter(day: OsloDate, weeks: number): number {
    const until = addDays(day, 7 * weeks);
    return this.patients.filter(({ dueOn, seen }) => dueOn >= day && dueOn < until && (seen === null || seen > dueOn)).length;
  }
}
