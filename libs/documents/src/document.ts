import type { OsloDate } from '@forlop/calendar';

/** `count`: whole numbers. `share`: 0–1, shown as per cent. `days`: calendar days, one decimal. `date`: an Oslo calendar date. */
export type ColumnKind = 'text' | 'count' | 'share' | 'days' | 'date';

export interface Column {
  readonly label: string;
  readonly kind: ColumnKind;
}

/** Null: there is none. A text in a column of numbers says why it has none («skjult»). */
export type Value = string | number | OsloDate | null;

/** A table whose first column names its rows. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** What is said of a document as a whole: a name, and what it is. */
export type Facts = readonly (readonly [name: string, value: string])[];
