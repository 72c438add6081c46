import { ActivityCancellationType, ActivityFailure, ApplicationFailure, CancellationScope, condition, isCancellation, proxyActivities } from '@temporalio/workflow';
import { taskQueues } from '../contract.js';
import type { AttemptRef, Claim, DeliveryActivities, MessageRef, Outcome, Wording } from '../contract.js';
import { claimAttempt, planReminder, recordOutcome } from '../ledger-calls.js';
import { nameOf, type Moment } from './plan.js';
import type { Progress } from './progress.js';

/**
 * The courier tries for three days: a mail server that is away over a weekend is no reason to give up. What still
 * cannot be delivered then is recorded as failed, and the coordinator is told.
 */
const courier = proxyActivities<DeliveryActivities>({
  taskQueue: taskQueues.delivery,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '3 days',
  heartbeatTimeout: '30 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/**
 * One effect: claimed in the ledger and planned there for its receivers, whose digests send it; what became of it is the ledger's to know, and
 * comes back as a plan. In the first shape: claimed, sent by the courier, its outcome recorded. The claim is what makes it happen
 * once; a ledger that says "closed" ends the obligation, one that says "hold" is asked again when it says.
 */
export async function tell(progress: Progress, moment: Moment, wording: Wording): Promise<Told> {
  const attempt: AttemptRef = { pathwayId: progress.pathwayId, key: progress.obligation.key, attempt: moment.attempt, purpose: moment.purpose };
  const claim = await claimOnceLetGo(progress, () => (progress.plansReminders ? planReminder({ ...attempt, wording }) : claimAttempt(attempt)));
  if (claim === 'overtaken') return claim;
  progress.handled.add(nameOf(moment));
  if (!claim.go) {
    if (claim.why === 'closed') progress.ended ??= 'closed';
    return claim.why;
  }
  if (progress.plansReminders) return 'planned';
  const outcome = await deliver(progress, attempt, claim.message, wording);
  await recordOutcome(attempt, outcome);
  if (outcome.status === 'failed') progress.undeliverable = true;
  return outcome.status;
}

/** How one telling went. `overtaken`: held back until a signal came; the plan has to be looked at again. */
export type Told = Outcome['status'] | 'planned' | 'closed' | 'already-done' | 'overtaken';

type SettledClaim = Exclude<Claim, { why: 'hold' }>;

/** Asks until the answer is not "hold"; a signal meanwhile may have changed what is to be done, so the plan is looked at anew. */
async function claimOnceLetGo(progress: Progress, ask: () => Promise<Claim>): Promise<SettledClaim | 'overtaken'> {
  for (;;) {
    const heardBefore = progress.heard;
    const claim = await ask();
    if (claim.go || claim.why !== 'hold') return claim;
    const heard = () => progress.heard > heardBefore;
    const waitMs = Math.max(Date.parse(claim.retryAt) - Date.now(), 1_000);
    if (await condition(heard, waitMs, { summary: `${progress.obligation.duty}: holdt tilbake` })) return 'overtaken';
  }
}

async function deliver(progress: Progress, attempt: AttemptRef, message: MessageRef, wording: Wording): Promise<Outcome> {
  if (progress.ended !== null) return { status: 'suppressed', code: progress.ended };
  const scope = new CancellationScope();
  progress.sending = scope;
  try {
    const { messageId } = await scope.run(() => courier.deliver({ ...attempt, message, wording }));
    return { status: 'sent', messageId };
  } catch (error) {
    if (isCancellation(error) && progress.ended !== null) return { status: 'suppressed', code: progress.ended };
    if (error instanceof ActivityFailure) return { status: 'failed', code: failureCode(error) };
    throw error;
  } finally {
    progress.sending = null;
  }
}

/** A code that says why without saying whom: the failure's type, never its text. */
function failureCode(error: ActivityFailure): string {
  return error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'unknown') : 'timed-out';
}
