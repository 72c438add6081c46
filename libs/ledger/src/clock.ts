/**
 * Where `recordedAt` comes from. `databaseNow` is the database's own clock, read under the pathway's lock, so that all
 * machines that write agree.
 */
export interface LedgerClock {
  now(databaseNow: Date): Date;
}

/** The database's clock: what life uses. */
export const databaseClock: LedgerClock = { now: (databaseNow) => databaseNow };

/** A clock that stands where it is told to, for rehearsals and tests. */
export function virtualClock(now: () => Date): LedgerClock {
  return { now };
}
