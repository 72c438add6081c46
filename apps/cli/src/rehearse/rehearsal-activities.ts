import { obligationsIn, pathwayActivities, type RunningObligationsPort } from '@forlop/activities';
import type { Ledger } from '@forlop/ledger';
import { pathwayWorkflowId, readWorkflowId, signalNames, type DeliveryActivities, type PathwayActivities } from '@forlop/workflows';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { RehearsalLedger } from './rehearsal-ledger.js';

/** An obligation whose workflow was started, or told to stop. */
export interface ObligationMoment {
  /** `DUTY#occurrence`. */
  readonly key: string;
  /** Epoch milliseconds on the server's clock. */
  readonly at: number;
}

/** The activities of a rehearsal, and what came of them. */
export interface RehearsalActivities {
  readonly activities: PathwayActivities & Pick<DeliveryActivities, 'deliver'>;
  readonly started: readonly ObligationMoment[];
  readonly stopped: readonly ObligationMoment[];
  /** Roles that each message went to, by the message's id. */
  readonly recipients: ReadonlyMap<string, readonly string[]>;
}

/** What a rehearsal's activities work with. */
export interface RehearsalWorld {
  /** In the server's time. */
  readonly rehearsed: RehearsalLedger;
  readonly ledger: Pick<Ledger, 'messageContent' | 'unsent' | 'markSent'>;
  readonly client: Client;
  readonly serverNow: () => Promise<number>;
}

/**
 * The pathway worker's own activities on the rehearsal's ledger. Messages are claimed and their outcome recorded as in
 * life; instead of being sent they are noted.
 */
export function rehearsalActivities({ rehearsed, ledger, client, serverNow }: RehearsalWorld): RehearsalActivities {
  const started: ObligationMoment[] = [];
  const stopped: ObligationMoment[] = [];
  const running = new Set<string>();
  const recipients = new Map<string, readonly string[]>();
  const momentOf = async (workflowId: string): Promise<ObligationMoment> => ({ key: readWorkflowId(workflowId)?.key ?? workflowId, at: await serverNow() });
  const real = obligationsIn(client, 'courier');
  const obligations: RunningObligationsPort = {
    start: async (pathwayId, obligation) => {
      await real.start(pathwayId, obligation);
      if (running.has(obligation.workflowId)) return;
      running.add(obligation.workflowId);
      started.push(await momentOf(obligation.workflowId));
    },
    replan: real.replan,
    stop: async (workflowId) => {
      running.delete(workflowId);
      stopped.push(await momentOf(workflowId));
      await real.stop(workflowId);
    },
  };
  const digests = { start: () => Promise.reject(new Error('A rehearsal has no courier that could send a digest.')) };
  const { advance, claimAttempt, recordOutcome, planReminder } = pathwayActivities({ ledger: rehearsed, obligations, digests });
  const activities: PathwayActivities & Pick<DeliveryActivities, 'deliver'> = {
    advance: final(advance),
    claimAttempt: final(claimAttempt),
    planReminder: final(planReminder),
    recordOutcome: final(async (call) => {
      await recordOutcome(call);
      // A correction that was sent closes what asked for it: in life the relay tells the pathway so.
      if (call.purpose === 'withdraw') await tellPathway(call.pathwayId, ledger, client);
    }),
    deliver: final(async ({ message }) => {
      const { to } = await ledger.messageContent(message.id);
      recipients.set(message.id, to.map(({ role }) => role));
      return { messageId: `<${message.id}@rehearsal.invalid>` };
    }),
  };
  return { activities, started, stopped, recipients };
}

/** The relay's work, done once: tells the pathway of what has been committed. Others on the stage have ended. */
async function tellPathway(pathwayId: string, ledger: RehearsalWorld['ledger'], client: Client): Promise<void> {
  for (const item of await ledger.unsent(100)) {
    if (item.pathwayId !== pathwayId) continue;
    await client.workflow.getHandle(pathwayWorkflowId(pathwayId)).signal(signalNames.changed, { position: item.position });
    await ledger.markSent(item.ids);
  }
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
