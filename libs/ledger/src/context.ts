import type { DataKeys, SearchKey } from '@forlop/crypto';
import type { LoadedRules } from '@forlop/definitions';
import type { DataSource } from 'typeorm';
import type { LedgerClock } from './clock.js';
import type { CommitNotice } from './relay/commit-notice.js';

/** When people may be disturbed: working days between two times of day in Oslo. */
export interface PeoplesHours {
  readonly from: string;
  readonly to: string;
}

/** What every part of the ledger works with. */
export interface LedgerContext {
  readonly dataSource: DataSource;
  readonly rules: LoadedRules;
  readonly keys: DataKeys;
  readonly searchKey: SearchKey;
  readonly clock: LedgerClock;
  /** Null: messages go out at any time. */
  readonly hours: PeoplesHours | null;
  readonly notice: CommitNotice;
}
