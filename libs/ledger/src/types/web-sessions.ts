import type { Identity } from '@forlop/access';

/** A log-in by a browser that has begun. */
export interface BegunSession {
  readonly identity: Identity;
  /** By what it may be ended; the first one is its own. */
  readonly keys: readonly [string, ...string[]];
  readonly began: Date;
  readonly until: Date;
  /** As the browser names itself. */
  readonly browser: string | null;
}

/** A session that holds, as far as it was not left idle. */
export interface OpenSession {
  /** Says nothing by itself, and is no key to the session. */
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly began: string;
  readonly until: string;
  readonly browser: string | null;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** Whose sessions are to end: one or all of a principal's, all of a person's, or everybody's. */
export type SessionsToEnd = { readonly principal: string; readonly id?: string } | { readonly personNumber: string } | { readonly everybody: true };
