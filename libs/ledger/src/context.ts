import type { PastCounter } from '@forlop/compliance';
import type { DataKeys, SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import type { LedgerClock } from './clock.js';
import type { Database } from './database/database.js';
import type { CommitNotice } from './relay/commit-notice.js';

/** When people may be disturbed: working days between two times of day in Oslo. */
export interface PeoplesHours {
  readonly from: string;
  readonly to: string;
}

/** How questions about an earlier day are worked out: who counts, and how many pathways one question may have evaluated. */
export interface Past {
  readonly counter: PastCounter;
  readonly most: number;
}

/** What every part of the ledger works with. */
export interface LedgerContext {
  readonly database: Database;
  readonly rules: LoadedRules;
  readonly keys: DataKeys;
  readonly searchKey: SearchKey;
  readonly clock: LedgerClock;
  /** Null: messages go out at any time. */
  readonly hours: PeoplesHours | null;
  /** What falls due to one receiver within so many minutes is sent together; 0: each at once, at any time. */
  readonly digestMinutes: number;
  /** How long break-glass lasts, in hours. */
  readonly glassHours: number;
  readonly notice: CommitNotice;
  readonly past: Past;
}
