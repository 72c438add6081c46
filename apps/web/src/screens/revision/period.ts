/** A period as the address says it: a year, a quarter (`2026-Q2`) or a month (`2026-05`). */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const written = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** How long a month is, by the calendar; nothing is due by it. */
const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First and last day of a period; null for what is none. */
export function daysOf(period: string): Days | null {
  const [, digits, quarter, month] = written.exec(period) ?? [];
  if (digits === undefined) return null;
  const [first, last] = quarter === undefined ? [Number(month ?? 1), Number(month ?? 12)] : [Number(quarter) * 3 - 2, Number(quarter) * 3];
  return { from: `${digits}-${twoDigits(first)}-01`, to: `${digits}-${twoDigits(last)}-${lengthOf(Number(digits), last)}` };
}

/** The parts of a year that can be chosen, the year itself first. */
export const partsOf = (year: string): readonly string[] => [
  year,
  ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  ...Array.from({ length: 12 }, (_, month) => `${year}-${twoDigits(month + 1)}`),
];

/** The last days of a year's months, for whoever is given numbers as of those alone. */
export const monthEnds = (year: string): readonly string[] => partsOf(year).slice(5).map((month) => daysOf(month)!.to);

const oslo = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo', year: 'numeric' });

/** The year that is proposed when nobody has chosen one. */
export const proposedYear = (): string => oslo.format(Date.now());
