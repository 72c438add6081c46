import type { Week } from './queries.js';

/** A unit with its weeks, as the API orders them. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly weeks: readonly Week[];
}

/** The weeks of each unit. */
export function unitsOf(rows: readonly Week[]): readonly Unit[] {
  const units = new Map<string, { id: string; name: string; weeks: Week[] }>();
  for (const row of rows) {
    const { id, name } = row.organisation;
    const unit = units.get(id) ?? { id, name, weeks: [] };
    unit.weeks.push(row);
    units.set(id, unit);
  }
  return [...units.values()];
}

/** Sums of a unit's weeks that end its table. */
export const sumOf = (weeks: readonly Week[]) => ({ due: sum(weeks, 'due'), booked: sum(weeks, 'booked'), notBooked: sum(weeks, 'notBooked') });

const sum = (weeks: readonly Week[], field: 'due' | 'booked' | 'notBooked'): number => weeks.reduce((total, week) => total + week[field], 0);
