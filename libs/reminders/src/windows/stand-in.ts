import type { OsloDate } from '@forlop/calendar';

/** Somebody is away, both days included. */
export interface Absence {
  /** Id of the receiver who is away. */
  readonly of: string;
  readonly from: OsloDate;
  /** Null: until further notice. */
  readonly to: OsloDate | null;
  /** Id of the receiver who has taken over; null: nobody. */
  readonly standIn: string | null;
}

/** Who is to be sent to; `via` are those who are away, in order. `nobody`: the coordinator must be told. */
export type WhoReceives =
  | { readonly to: string; readonly via: readonly string[] }
  | { readonly to: null; readonly why: 'no-stand-in' | 'loop'; readonly via: readonly string[] };

/**
 * Follows stand-ins until somebody is there. Of two absences on the same day the one that began last counts, and of those the last in the list.
 * A loop (A stands in for B and B for A, both away) ends with nobody.
 */
export function whoReceives(receiver: string, on: OsloDate, absences: readonly Absence[]): WhoReceives {
  const via: string[] = [];
  let at = receiver;
  for (;;) {
    const away = absenceOf(at, on, absences);
    if (away === undefined) return { to: at, via };
    if (via.includes(at)) return { to: null, why: 'loop', via };
    via.push(at);
    if (away.standIn === null) return { to: null, why: 'no-stand-in', via };
    at = away.standIn;
  }
}

function absenceOf(receiver: string, on: OsloDate, absences: readonly Absence[]): Absence | undefined {
  return absences
    .filter(({ of, from, to }) => of === receiver && from <= on && (to === null || on <= to))
    .reduce<Absence | undefined>((last, next) => (last !== undefined && last.from > next.from ? last : next), undefined);
}
