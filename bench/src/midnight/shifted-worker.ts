import { digestsIn, obligationsIn, pathwayActivities, type PathwayPorts } from '@forlop/activities';
import type { AdvanceResult, Ledger, ObligationRef } from '@forlop/ledger';
import { installRuntime, keepWorker, temporalClient, workerLimits, workflowBundle, type KeptWorker, type Log, type TemporalAddress } from '@forlop/temporal';
import { taskQueues, workflowsEntry } from '@forlop/workflows';
import { progress } from '../system/progress.js';

/**
 * The pathway worker on a ledger whose clock is ahead: the workflows run on Temporal's own clock, and instants are moved on
 * their way between the two, as in a rehearsal. Durations, and with them timers and the spread, stay what they are.
 */
export interface ShiftedWorker {
  readonly worker: KeptWorker;
  readonly client: ReturnType<typeof temporalClient>['client'];
  stop(): Promise<void>;
}

/** Only what goes wrong is of interest; that a busy machine makes tasks late shows in the figures. */
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (facts, message) => void ('sdk' in facts || progress(message)),
  error: (_, message) => progress(message),
};

/** @param aheadMs how far the ledger's clock is ahead of the server's. @param connections that the ledger's pool has. */
export async function startShiftedWorker(temporal: TemporalAddress, ledger: Ledger, aheadMs: number, connections: number): Promise<ShiftedWorker> {
  installRuntime(log);
  const { client, close } = temporalClient(temporal);
  const worker = keepWorker({
    ...temporal,
    name: 'pathway',
    log,
    worker: {
      taskQueue: taskQueues.pathway,
      workflowBundle: await workflowBundle({ entry: workflowsEntry }),
      activities: pathwayActivities({ ledger: ahead(ledger, aheadMs), obligations: obligationsIn(client), digests: digestsIn(client) }),
      ...workerLimits(connections),
    },
  });
  return {
    worker,
    client,
    stop: async () => {
      await worker.stop();
      await close();
    },
  };
}

function ahead(ledger: Ledger, ms: number): PathwayPorts['ledger'] {
  const back = <T extends string | null>(instant: T): T => (instant === null ? null : new Date(Date.parse(instant) - ms).toISOString()) as T;
  const obligation = (ref: ObligationRef): ObligationRef => ({ ...ref, askAt: ref.askAt.map(back), escalateAt: back(ref.escalateAt) });
  return {
    advance: async (pathwayId, now): Promise<AdvanceResult> => {
      const result = await ledger.advance(pathwayId, new Date(Date.parse(now) + ms).toISOString());
      return { ...result, now: back(result.now), nextWakeAt: back(result.nextWakeAt), nextDeadline: back(result.nextDeadline), openObligations: result.openObligations.map(obligation) };
    },
    claimAttempt: (attempt) => ledger.claimAttempt(attempt),
    recordOutcome: (attempt, outcome) => ledger.recordOutcome(attempt, outcome),
    planReminder: (plan) => ledger.planReminder(plan),
    closeReminders: (pathwayId) => ledger.closeReminders(pathwayId),
  };
}
