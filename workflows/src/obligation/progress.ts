import type { CancellationScope } from '@temporalio/workflow';
import type { ObligationEnd, ObligationRef, ObligationStart } from '../contract.js';
import type { Moment } from './plan.js';

/** What an obligation's workflow remembers; what has been done stands in the ledger. */
export interface Progress {
  readonly pathwayId: string;
  /** What is to be told is planned in the ledger; else the courier is asked to send it, and waited for. */
  readonly plansReminders: boolean;
  /** The plan as we were last told. */
  obligation: ObligationRef;
  ended: ObligationEnd['ended'] | null;
  /** Effects that this run has seen to, by name. */
  readonly handled: Set<string>;
  /** The moment that it waits for. */
  next: Moment | null;
  /** Someone could not be reached: the coordinator is told now instead of later. */
  undeliverable: boolean;
  /** Grows with each signal, so that a wait can tell that something was said. */
  heard: number;
  /** The sending under way, so that `stop` suppresses it. */
  sending: CancellationScope | null;
}

export function freshProgress({ pathwayId, obligation, remindersBy }: ObligationStart): Progress {
  return { pathwayId, plansReminders: remindersBy === 'ledger', obligation, ended: null, handled: new Set(), next: null, undeliverable: false, heard: 0, sending: null };
}
