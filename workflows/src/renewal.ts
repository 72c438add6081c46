import { workflowInfo } from '@temporalio/workflow';

/**
 * A history is renewed well before the server would ask for it (at some 4,000 events): a worker that has to replay a
 * patient after a restart then reads little, and the branches of old patches can be removed sooner.
 */
const defaultRenewAfterEvents = 1_000;

/** Whether this run should hand over to a fresh one. */
export function shouldRenew(renewAfterEvents: number = defaultRenewAfterEvents): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength >= renewAfterEvents;
}
