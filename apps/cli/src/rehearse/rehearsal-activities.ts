import { obligationsIn, pathwayActivities, type RunningObligationsPort } from '@forlop/activities';
import { readWorkflowId, type DeliveryActivities, type PathwayActivities } from '@forlop/workflows';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { RehearsalLedger } from './rehearsal-ledger.js';

/** An obligation that was told to stop. */
export interface Stopped {
  /** `DUTY#occurrence`. */
  readonly key: string;
  /** Epoch milliseconds on the server's clock. */
  readonly at: number;
}

/** The activities of a rehearsal, and what came of them. */
export interface RehearsalActivities {
  readonly activities: PathwayActivities & DeliveryActivities;
  readonly stopped: readonly Stopped[];
}

/**
 * The pathway worker's own activities on the rehearsal's ledger. Messages are claimed and their outcome recorded as in
 * life; instead of being sent they are noted.
 */
export function rehearsalActivities(ledger: RehearsalLedger, client: Client, serverNow: () => Promise<number>): RehearsalActivities {
  const stopped: Stopped[] = [];
  const real = obligationsIn(client);
  const obligations: RunningObligationsPort = {
    replan: real.replan,
    stop: async (workflowId) => {
      stopped.push({ key: readWorkflowId(workflowId)?.key ?? workflowId, at: await serverNow() });
      await real.stop(workflowId);
    },
  };
  const { advance, claimAttempt, recordOutcome } = pathwayActivities({ ledger, obligations });
  const deliver: DeliveryActivities['deliver'] = ({ message }) => Promise.resolve({ messageId: `<${message.id}@rehearsal.invalid>` });
  return { activities: { advance: final(advance), claimAttempt: final(claimAttempt), recordOutcome: final(recordOutcome), deliver }, stopped };
}

/** Nothing is tried again: what failed is kept by the ledger's double and told at the end. */
function final<A extends readonly unknown[], R>(activity: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await activity(...args);
    } catch {
      // The fault itself is thrown by `throwFailure`; Temporal only has to be told to end.
      throw ApplicationFailure.nonRetryable('Øvingen er avbrutt.');
    }
  };
}
