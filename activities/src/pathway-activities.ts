import type { Ledger } from '@forlop/ledger';
import type { PathwayActivities } from '@forlop/workflows';
import { asActivity } from './failures.js';

/** The ports of the pathway worker's activities. */
export interface PathwayPorts {
  readonly ledger: Pick<Ledger, 'advance' | 'claimAttempt' | 'recordOutcome'>;
}

/**
 * What a pathway and its obligations ask of the ledger: each a short transaction, each idempotent, so that Temporal
 * may repeat it. `Ledger` and the workflows' contract say the same in types; the compiler holds them together.
 */
export function pathwayActivities({ ledger }: PathwayPorts): PathwayActivities {
  return {
    advance: ({ pathwayId, now }) => asActivity(() => ledger.advance(pathwayId, now)),
    claimAttempt: (attempt) => asActivity(() => ledger.claimAttempt(attempt)),
    recordOutcome: ({ outcome, ...attempt }) => asActivity(() => ledger.recordOutcome(attempt, outcome)),
  };
}
