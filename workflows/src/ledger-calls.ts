import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { AttemptRef, Claim, Outcome, PathwayActivities, RunningObligations, Wake, Wording } from './contract.js';

/**
 * A call to the ledger is one short transaction, so it runs as a local activity: one event in the history where a
 * normal activity costs six. It is given less time than a workflow task has, so that a database that is away
 * never keeps the task alive by heartbeats, each of which would be three events.
 */
const quick = proxyLocalActivities<PathwayActivities>({
  startToCloseTimeout: '3 seconds',
  scheduleToCloseTimeout: '7 seconds',
  retry: { initialInterval: '200 milliseconds', maximumAttempts: 2 },
});

/** Where the quick way fails, a normal activity tries until it succeeds: its retries live on the server and cost no event. */
const patient = proxyActivities<PathwayActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  summary: 'ledger: prøver til den svarer',
});

/** True when another try can never succeed: the ledger itself said so. */
function isFinal(error: unknown): boolean {
  if (isCancellation(error)) return true;
  return error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.nonRetryable === true;
}

async function quickOrPatient<T>(asQuick: () => Promise<T>, asPatient: () => Promise<T>): Promise<T> {
  try {
    return await asQuick();
  } catch (error) {
    if (isFinal(error)) throw error;
    return asPatient();
  }
}

/**
 * Asks the ledger where the pathway stands, and has the obligations told, and started with `starts`. Waits for a ledger that
 * is away; throws only what no try can mend.
 */
export function advance(pathwayId: string, running: RunningObligations, starts: boolean): Promise<Wake> {
  const call = { pathwayId, now: new Date().toISOString(), running, ...(starts && { starts }) };
  return quickOrPatient(
    () => quick.advance(call),
    () => patient.advance(call),
  );
}

/** Asks leave for one effect. */
export function claimAttempt(attempt: AttemptRef): Promise<Claim> {
  return quickOrPatient(
    () => quick.claimAttempt(attempt),
    () => patient.claimAttempt(attempt),
  );
}

/** Plans one effect for its receivers. */
export function planReminder(call: AttemptRef & { readonly wording: Wording }): Promise<Claim> {
  return quickOrPatient(
    () => quick.planReminder(call),
    () => patient.planReminder(call),
  );
}

/** Records how a claimed effect ended. */
export function recordOutcome(attempt: AttemptRef, outcome: Outcome): Promise<void> {
  const call = { ...attempt, outcome };
  return quickOrPatient(
    () => quick.recordOutcome(call),
    () => patient.recordOutcome(call),
  );
}
