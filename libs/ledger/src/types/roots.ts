import type { OsloDate } from '@forlop/calendar';

/** The end of one chain: `pathway:<id>` or `access:<chain>`; seq 0 and no hash: it was there, and is gone. */
export type ChainEnd = readonly [chain: string, seq: number, hash: string | null];

/** What a daily root says. Exported as one signed line. */
export interface DailyRoot {
  readonly kind: 'root';
  readonly day: OsloDate;
  /** ISO 8601, UTC. A later day than `day`: nobody made it in time, and it is as of this instant. */
  readonly madeAt: string;
  /** Chains and the entries in them, by kind. */
  readonly pathways: number;
  readonly events: number;
  readonly accessChains: number;
  readonly accessEntries: number;
  /** SHA-256 over all chain ends in order, hex. */
  readonly root: string;
  /** Hash of the root before this one; null for the first. */
  readonly previous: string | null;
  /** The ends that are new since then. */
  readonly ends: readonly ChainEnd[];
}

/** What making the roots did. */
export interface RootsMade {
  /** Days for which one was made now; empty when there was nothing to do. */
  readonly made: readonly OsloDate[];
  /** Chains that were there at the last root and are gone, or shorter: the ledger has been tampered with, or restored. */
  readonly lost: readonly string[];
}

/** One thing that the check against exported roots found wrong. */
export interface RootDifference {
  /**
   * `line`: a line cannot be trusted. `missing-day`: there is no root for a day. `root`: a root does not follow from the ends
   * that the lines tell. `cut-off`, `gone`, `rewritten`: a chain has lost its end, has vanished, or has other entries than it had.
   * `late`: nothing has been exported for days.
   */
  readonly what: 'line' | 'missing-day' | 'root' | 'cut-off' | 'gone' | 'rewritten' | 'late';
  /** A line's number, a day or a chain. */
  readonly at: string;
  /** A sentence in bokmål. */
  readonly sentence: string;
}

export interface RootsReport {
  readonly days: number;
  readonly from: OsloDate | null;
  readonly to: OsloDate | null;
  readonly chains: number;
  readonly differences: readonly RootDifference[];
}
