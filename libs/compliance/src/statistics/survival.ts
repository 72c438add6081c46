import { Z95 } from './proportion.js';
import { rounded } from './round.js';

/** So many waits of a length. `event`: it ended with what was waited for; otherwise it was only seen so long. */
export interface Wait {
  readonly days: number;
  readonly event: boolean;
  readonly n: number;
}

export interface SurvivalPoint {
  readonly day: number;
  /** Still under observation just before that day. */
  readonly atRisk: number;
  /** Share who still waits after that day, with 95 % confidence limits. */
  readonly waiting: number;
  readonly low: number;
  readonly high: number;
}

export interface Survival {
  readonly points: readonly SurvivalPoint[];
  /** The day by which half have got what they waited for; null when it is not reached. */
  readonly medianDays: number | null;
}

/**
 * How long people wait when many still do: Kaplan–Meier, with Greenwood's variance and limits on the log(−log) scale,
 * which keep within 0 and 1 [Kalbfleisch & Prentice 2002, §1.4]. A point for each day on which anybody got what they
 * waited for. Whoever was last seen on a day is under observation throughout it.
 */
export function survival(waits: readonly Wait[]): Survival {
  const days = byDay(waits);
  let atRisk = days.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let waiting = 1;
  let variance = 0;
  let medianDays: number | null = null;
  const points: SurvivalPoint[] = [];
  for (const { day, events, censored } of days) {
    if (events > 0) {
      waiting *= 1 - events / atRisk;
      variance += events === atRisk ? 0 : events / (atRisk * (atRisk - events));
      points.push({ day, atRisk, waiting: rounded(waiting), ...limits(waiting, variance) });
      if (medianDays === null && rounded(waiting) <= 0.5) medianDays = day;
    }
    atRisk -= events + censored;
  }
  return { points, medianDays };
}

function byDay(waits: readonly Wait[]): { day: number; events: number; censored: number }[] {
  const days = new Map<number, { day: number; events: number; censored: number }>();
  for (const { days: day, event, n } of waits) {
    let found = days.get(day);
    if (found === undefined) days.set(day, (found = { day, events: 0, censored: 0 }));
    found[event ? 'events' : 'censored'] += n;
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** On the log(−log) scale there are none where everybody, or nobody, still waits: then the limits are the share itself. */
function limits(waiting: number, variance: number): { low: number; high: number } {
  if (waiting <= 0 || waiting >= 1) return { low: rounded(waiting), high: rounded(waiting) };
  const spread = (Z95 * Math.sqrt(variance)) / Math.abs(Math.log(waiting));
  return { low: rounded(waiting ** Math.exp(spread)), high: rounded(waiting ** Math.exp(-spread)) };
}
