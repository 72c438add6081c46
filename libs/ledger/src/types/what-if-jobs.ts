import type { Json } from '@forlop/pathway';

export type WhatIfState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** What somebody has asked of other rules, and how it goes. */
export interface StoredWhatIf {
  readonly id: string;
  readonly title: string | null;
  /** As it was asked. */
  readonly request: Json;
  readonly askedAt: string;
  readonly state: WhatIfState;
  /** Pathways read, of `total`. */
  readonly read: number;
  readonly total: number;
  /** Why it did not go, or why it was cancelled when whoever asked did not do it. */
  readonly problem: string | null;
}

/** One that is begun. */
export type BegunWhatIf = Pick<StoredWhatIf, 'id' | 'title' | 'request' | 'total'>;

/** How one ended. */
export interface EndedWhatIf {
  readonly state: 'done' | 'cancelled' | 'failed';
  readonly read: number;
  readonly problem: string | null;
  readonly result: Json;
}

/**
 * Questions of other rules, each for whoever asked alone, for an hour. One whose process is gone is told as `cancelled`.
 */
export interface WhatIfJobs {
  /** False when whoever asks has one that is not over. */
  beginWhatIf(job: BegunWhatIf): Promise<boolean>;
  /** Says that it is worked on. False when it is over: somebody has cancelled it. */
  moveWhatIf(id: string, state: 'waiting' | 'running', read: number): Promise<boolean>;
  /** Ends it. False when it was over already. */
  endWhatIf(id: string, ended: EndedWhatIf): Promise<boolean>;
  /** Null when there is none of theirs. */
  whatIf(id: string): Promise<StoredWhatIf | null>;
  /** What came of it; null until it is done, or when there is none of theirs. */
  whatIfResult(id: string): Promise<Json | null>;
  /** The latest first. */
  whatIfs(): Promise<readonly StoredWhatIf[]>;
}
