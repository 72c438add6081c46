import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, proxyLocalActivities, sleep, TemporalFailure, workflowInfo } from '@temporalio/workflow';
import type { DeliveryActivities, DigestEnd, DigestStart } from '../contract.js';

/** Most digests leave at the first try: one event in the history where a normal activity costs six. */
const quick = proxyLocalActivities<Pick<DeliveryActivities, 'sendDigest'>>({ startToCloseTimeout: '15 seconds', retry: { maximumAttempts: 1 } });

/** A mail server or the health network that is away over a weekend is no reason to give up. */
const patient = proxyActivities<Pick<DeliveryActivities, 'sendDigest'>>({
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
  summary: 'kanalen: prøver til den svarer',
});

/** The ledger alone: tried until it answers. */
const { failDigest } = proxyActivities<Pick<DeliveryActivities, 'failDigest'>>({ startToCloseTimeout: '30 seconds', retry: { initialInterval: '1 second', maximumInterval: '1 minute' } });

/**
 * Everything that is due to one receiver in one window, sent together: the reminders' claims are the ledger's, which also says what has been
 * done meanwhile and is not sent. What could not be handed over in three days has failed, and the coordinators are told.
 */
export async function recipientDigest({ receiverId }: DigestStart): Promise<DigestEnd> {
  const call = { receiverId, digestId: workflowInfo().workflowId };
  for (let messages = 0; ; ) {
    const sent = await send(call);
    if (sent === null) return { messages };
    messages += sent.messages;
    if (sent.retryAt === null) return { messages };
    await sleep(Math.max(Date.parse(sent.retryAt) - Date.now(), 1_000), { summary: 'holdt tilbake' });
  }
}

/** Null: given up. */
async function send(call: Parameters<DeliveryActivities['sendDigest']>[0]): Promise<Awaited<ReturnType<DeliveryActivities['sendDigest']>> | null> {
  try {
    return await quick.sendDigest(call);
  } catch (error) {
    // A local activity's failure comes bare, not in an ActivityFailure.
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error;
  }
  try {
    return await patient.sendDigest(call);
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    await failDigest({ ...call, code: error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'unknown') : 'timed-out' });
    return null;
  }
}
