import { addDays, dayNumber, isOsloDate, type OsloDate } from '@forlop/calendar';
import { assumed, type Assumed, type CapacitySource, type ForecastSettings } from './assumptions.js';
import type { UnitBasis } from './basis.js';
import { quantileOf } from './histogram.js';
import { Chance } from './random.js';
import { simulate, type Life } from './simulate.js';

/** A forecast that cannot be made: the question is wrong. */
export class ForecastError extends Error {
  readonly code = 'bad-forecast';
  constructor(
    /** Which of the settings. */
    readonly setting: keyof ForecastSettings,
    message: string,
  ) {
    super(message);
    this.name = 'ForecastError';
  }
}

/** How many, over all lives: the mean, the middle one, and what nineteen of twenty lie between. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface ForecastWeek {
  /** The first and last day on which what is counted breaks. */
  readonly from: OsloDate;
  readonly to: OsloDate;
  readonly broken: Spread;
  /** First visits, on average. */
  readonly visits: number;
}

/** What the simulation took the past to mean. */
export interface AssumptionsTold {
  /** New patients a week, on average over the weeks looked back on. */
  readonly inflowPerWeek: number;
  /** First visits a week, on average over the same. */
  readonly visitsPerWeek: number;
  /** For each week ahead: free places that the calendar tells of; null where it tells of none. */
  readonly freePlaces: readonly (number | null)[];
  /** Where capacity is known from, by week; the poorest source of its days. */
  readonly sources: readonly CapacitySource[];
  /** Share of times that patients do not come to. */
  readonly noShow: number;
  /** Share that leaves without a visit. */
  readonly leaves: number;
  /** Calendar days from the start of the frist before which nobody is seen. */
  readonly leadDays: number;
  /** Calendar days from a missed time before which nobody is given another. */
  readonly noticeDays: number;
  /** Half of the frister are so long or shorter, in calendar days; null: none has begun. */
  readonly medianLength: number | null;
}

export interface UnitForecast {
  readonly organisationId: string;
  /** Patients who wait for a first visit today, with a frist that still holds, and with one that has passed already. */
  readonly waiting: number;
  readonly alreadyBroken: number;
  readonly assumptions: AssumptionsTold;
  readonly weeks: readonly ForecastWeek[];
  readonly broken: Spread;
  /** Of these, on average: patients who wait today. */
  readonly ofWaiting: number;
  /** Passed without being a breach, on average (MOVE-2). */
  readonly byPatient: number;
}

export interface Forecast {
  readonly asOf: OsloDate;
  readonly until: OsloDate;
  readonly settings: Omit<ForecastSettings, 'asOf' | 'calendar'> & { readonly calendar: { readonly id: string; readonly version: string } };
  readonly units: readonly UnitForecast[];
  /** All units together, life by life. */
  readonly weeks: readonly ForecastWeek[];
  readonly broken: Spread;
}

const daysOfWeek = 7;

/**
 * How many frister for a first visit will break in the weeks ahead, simulated for one unit at a time. The same basis, settings and seed give
 * the same answer. A generator, so that whoever asks may do other things between two units; its return value is the forecast.
 * @throws ForecastError when a setting is out of range.
 */
export function* forecasting(bases: readonly UnitBasis[], settings: ForecastSettings): Generator<{ readonly done: number; readonly of: number }, Forecast, void> {
  check(settings);
  const sorted = [...bases].sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
  const units: UnitForecast[] = [];
  const sums: Life[] = [];
  for (const basis of sorted) {
    const { told, lives } = unitForecast(basis, settings);
    units.push(told);
    lives.forEach((life, run) => (sums[run] = sums[run] === undefined ? life : added(sums[run], life)));
    yield { done: units.length, of: sorted.length };
  }
  const { asOf, calendar, ...rest } = settings;
  const whole = sums.length === 0 ? [noLife(settings.weeks)] : sums;
  return {
    asOf,
    until: addDays(asOf, settings.weeks * daysOfWeek),
    settings: { ...rest, calendar: { id: calendar.id, version: calendar.version } },
    units,
    weeks: weeksOf(whole, settings),
    broken: spreadOf(whole.map(({ broken }) => sum(broken))),
  };
}

/** {@link forecasting} in one go. */
export function forecast(bases: readonly UnitBasis[], settings: ForecastSettings): Forecast {
  const steps = forecasting(bases, settings);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function unitForecast(basis: UnitBasis, settings: ForecastSettings): { readonly told: UnitForecast; readonly lives: readonly Life[] } {
  const means = assumed(basis, settings);
  const today = dayNumber(settings.asOf);
  // Each unit has chances of its own, whoever else is asked about.
  const chance = new Chance(`${settings.seed} ${basis.organisationId}`);
  const lives = Array.from({ length: settings.runs }, (_, run) => simulate(basis, means, today, chance, run));
  const alreadyBroken = basis.waiting.filter(({ dueOn }) => dueOn < settings.asOf).length;
  return {
    lives,
    told: {
      organisationId: basis.organisationId,
      waiting: basis.waiting.length - alreadyBroken,
      alreadyBroken,
      assumptions: toldOf(basis, means, settings),
      weeks: weeksOf(lives, settings),
      broken: spreadOf(lives.map(({ broken }) => sum(broken))),
      ofWaiting: mean(lives.map(({ ofWaiting }) => sum(ofWaiting))),
      byPatient: mean(lives.map(({ byPatient }) => sum(byPatient))),
    },
  };
}

function toldOf(basis: UnitBasis, means: Assumed, { weeks, weeksBack }: ForecastSettings): AssumptionsTold {
  const total = (days: readonly { readonly n: number }[]): number => days.reduce((all, { n }) => all + n, 0);
  const week = <T>(values: ArrayLike<T>, n: number): T[] => Array.from({ length: daysOfWeek }, (_, i) => values[n * daysOfWeek + i + 1]!);
  const worst = (sources: readonly CapacitySource[]): CapacitySource => (['none', 'history', 'calendar'] as const).find((source) => sources.includes(source)) ?? 'none';
  const ahead = Array.from({ length: weeks }, (_, n) => n);
  return {
    inflowPerWeek: rounded(total(basis.inflow) / weeksBack),
    visitsPerWeek: rounded(total(basis.visits) / weeksBack),
    freePlaces: ahead.map((n) => week(means.free, n)).map((free) => (free.every((places) => places < 0) ? null : free.reduce((all, places) => all + Math.max(0, places), 0))),
    sources: ahead.map((n) => worst(week(means.sources, n))),
    noShow: rounded(means.noShow),
    leaves: rounded(means.leaves),
    leadDays: means.lead,
    noticeDays: means.notice,
    medianLength: quantileOf(basis.lengths, 0.5),
  };
}

function weeksOf(lives: readonly Life[], { asOf, weeks }: ForecastSettings): ForecastWeek[] {
  return Array.from({ length: weeks }, (_, n) => ({
    from: addDays(asOf, n * daysOfWeek + 1),
    to: addDays(asOf, (n + 1) * daysOfWeek),
    broken: spreadOf(lives.map(({ broken }) => broken[n]!)),
    visits: mean(lives.map(({ visits }) => visits[n]!)),
  }));
}

const noLife = (weeks: number): Life => ({ broken: new Int32Array(weeks), ofWaiting: new Int32Array(weeks), byPatient: new Int32Array(weeks), visits: new Int32Array(weeks) });
const plus = (a: Int32Array, b: Int32Array): Int32Array => a.map((value, i) => value + b[i]!);
const added = (a: Life, b: Life): Life => ({ broken: plus(a.broken, b.broken), ofWaiting: plus(a.ofWaiting, b.ofWaiting), byPatient: plus(a.byPatient, b.byPatient), visits: plus(a.visits, b.visits) });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]): number => rounded(sum(values) / values.length);

/** Between the 2.5th and the 97.5th percentile. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { mean: mean(values), median: at(0.5), low: at(0.025), high: at(0.975) };
}

function check({ asOf, weeks, weeksBack, runs, seed, extraPlaces }: ForecastSettings): void {
  const between = (setting: keyof ForecastSettings, what: string, value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most) throw new ForecastError(setting, `${what} må være et helt tall fra ${least} til ${most}.`);
  };
  if (!isOsloDate(asOf)) throw new ForecastError('asOf', 'Dagen må være en dato på formen ÅÅÅÅ-MM-DD.');
  between('weeks', 'Uker framover', weeks, 1, 26);
  between('weeksBack', 'Uker bakover', weeksBack, 1, 104);
  between('runs', 'Antall gjennomkjøringer', runs, 1, 5_000);
  between('extraPlaces', 'Flere plasser i uken', extraPlaces, -1_000, 1_000);
  if (seed === '' || seed.length > 100) throw new ForecastError('seed', 'Frøet må være en tekst på 1 til 100 tegn.');
}
