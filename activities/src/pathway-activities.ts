import type { Ledger } from '@forlop/ledger';
import { differenceOf, type AdvanceResult, type PathwayActivities, type RunningObligations } from '@forlop/workflows';
import { asActivity } from './failures.js';
import type { RunningObligationsPort } from './running-obligations.js';

/** The ports of the pathway worker's activities. */
export interface PathwayPorts {
  readonly ledger: Pick<Ledger, 'advance' | 'claimAttempt' | 'recordOutcome'>;
  readonly obligations: RunningObligationsPort;
}

/**
 * What a pathway and its obligations ask of the ledger: each a short transaction, each idempotent, so that Temporal
 * may repeat it. `Ledger` and the workflows' contract say the same in types; the compiler holds them together.
 */
export function pathwayActivities({ ledger, obligations }: PathwayPorts): PathwayActivities {
  return {
    advance: async ({ pathwayId, now, running }) => {
      const answer: AdvanceResult = await asActivity(() => ledger.advance(pathwayId, now));
      return { ...answer, ended: await tellObligations(obligations, answer, running) };
    },
    claimAttempt: (attempt) => asActivity(() => ledger.claimAttempt(attempt)),
    recordOutcome: ({ outcome, ...attempt }) => asActivity(() => ledger.recordOutcome(attempt, outcome)),
  };
}

/**
 * Stops what is closed and replans what has moved. Done here and not by the workflow, where each signal and its echo
 * would be five events of the patient's history. @returns those that had ended and must be started again.
 */
async function tellObligations(obligations: RunningObligationsPort, answer: AdvanceResult, running: RunningObligations): Promise<string[]> {
  const { stop, replan } = differenceOf(answer, running);
  await Promise.all(stop.map((workflowId) => obligations.stop(workflowId)));
  const replanned = await Promise.all(replan.map(async (obligation) => ({ id: obligation.workflowId, runs: await obligations.replan(obligation) })));
  return replanned.filter(({ runs }) => !runs).map(({ id }) => id);
}
