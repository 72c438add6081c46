import type { Ledger } from '@forlop/ledger';
import { differenceOf, planOf, type AdvanceResult, type ObligationDifference, type ObligationRef, type PathwayActivities, type RunningObligations, type Wake } from '@forlop/workflows';
import type { DigestsPort } from './digests.js';
import { asActivity } from './failures.js';
import type { RunningObligationsPort } from './running-obligations.js';

/** The ports of the pathway worker's activities. */
export interface PathwayPorts {
  readonly ledger: Pick<Ledger, 'advance' | 'claimAttempt' | 'recordOutcome' | 'planReminder' | 'closeReminders'>;
  readonly obligations: RunningObligationsPort;
  readonly digests: DigestsPort;
}

/**
 * What a pathway and its obligations ask of the ledger: each a short transaction, each idempotent, so that Temporal
 * may repeat it. `Ledger` and the workflows' contract say the same in types; the compiler holds them together.
 */
export function pathwayActivities({ ledger, obligations, digests }: PathwayPorts): PathwayActivities {
  return {
    advance: async ({ pathwayId, now, running, starts = false }) => {
      const answer: AdvanceResult = await asActivity(() => ledger.advance(pathwayId, now));
      const difference = differenceOf(answer, running);
      const ended = await tellObligations(obligations, difference);
      if (difference.stop.length > 0) await asActivity(() => ledger.closeReminders(pathwayId));
      return { ...answer, ...(starts ? await startMissing(obligations, pathwayId, difference, running, ended) : { running: null, ended }) };
    },
    claimAttempt: (attempt) => asActivity(() => ledger.claimAttempt(attempt)),
    planReminder: async (call) => {
      const planned = await asActivity(() => ledger.planReminder(call));
      if (!planned.go) return planned;
      await Promise.all(planned.digests.map((digest) => digests.start(digest)));
      return { go: true, message: planned.message };
    },
    recordOutcome: ({ outcome, ...attempt }) => asActivity(() => ledger.recordOutcome(attempt, outcome)),
  };
}

/**
 * Stops what is closed and replans what has moved. Done here and not by the workflow, where each signal and its echo
 * would be five events of the patient's history. @returns those that had ended and must be started again.
 */
async function tellObligations(obligations: RunningObligationsPort, { stop, replan }: ObligationDifference): Promise<string[]> {
  await Promise.all(stop.map((workflowId) => obligations.stop(workflowId)));
  const replanned = await Promise.all(replan.map(async (obligation) => ({ id: obligation.workflowId, runs: await obligations.replan(obligation) })));
  return replanned.filter(({ runs }) => !runs).map(({ id }) => id);
}

/** Starts what is missing, and again what had ended when it was to be told its plan. @returns what runs now. */
async function startMissing(obligations: RunningObligationsPort, pathwayId: string, { start, replan, stop }: ObligationDifference, running: RunningObligations, ended: readonly string[]): Promise<Pick<Wake, 'running' | 'ended'>> {
  const missing = [...replan.filter(({ workflowId }) => ended.includes(workflowId)), ...start];
  await Promise.all(missing.map((obligation) => obligations.start(pathwayId, obligation)));
  const kept = Object.entries(running).filter(([workflowId]) => !stop.includes(workflowId));
  return { running: Object.fromEntries([...kept, ...[...replan, ...start].map(plan)]), ended: [] };
}

const plan = (obligation: ObligationRef): [string, string] => [obligation.workflowId, planOf(obligation)];
