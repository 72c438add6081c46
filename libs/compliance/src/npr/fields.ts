import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { StandingFact } from '@forlop/pathway';
import { toOfficial } from '../codes/official-codes.js';
import type { NprRemark } from './remarks.js';

/** Cells of a row, and what they could not say. */
export interface Said<Cells> {
  readonly cells: Cells;
  readonly remarks: readonly NprRemark[];
}

export const textOf = ({ data }: StandingFact, field: string): string | null => (typeof data[field] === 'string' ? data[field] : null);

export function dayOf({ data }: StandingFact, field: string): OsloDate | null {
  const value = data[field];
  return typeof value === 'string' && isOsloDate(value) ? value : null;
}

export const ofType = (facts: readonly StandingFact[], type: string): readonly StandingFact[] => facts.filter((fact) => fact.type === type);

/** A contact's type by 8432. */
export function contactTypeOf(fact: StandingFact): Said<string | null> {
  const registered = textOf(fact, 'kontakttype');
  if (registered === null) return { cells: null, remarks: ['kontakttype-mangler'] };
  const code = toOfficial('8432', registered);
  return { cells: code, remarks: code === null ? ['kontakttype-ukjent'] : [] };
}
