import type { ColumnKind, Value } from '../document.js';

/** A value as it is read in bokmål: `12 345`, `90,5 %`, `12,3`. An empty cell is a dash, so that nobody wonders whether it was forgotten. */
export function shownValue(value: Value, kind: ColumnKind): string {
  if (value === null || value === '') return '–';
  if (typeof value !== 'number') return value;
  if (kind === 'share') return `${decimal(value * 100)} %`;
  return kind === 'days' && !Number.isInteger(value) ? decimal(value) : grouped(String(value));
}

const decimal = (value: number): string => {
  const [whole, part] = value.toFixed(1).split('.') as [string, string];
  return `${grouped(whole)},${part}`;
};

/** Spaces that do not break the line. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00A0');
