import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { PlannedDigest } from '@forlop/ledger';
import { digestWorkflowType, taskQueues, type DigestStart } from '@forlop/workflows';

/** Port to the receivers' digests. */
export interface DigestsPort {
  /** Lets a digest run at its instant; one that is to run already stays as it is. @returns whether it was begun by this. */
  start(digest: PlannedDigest): Promise<boolean>;
}

/** A sending takes its time in one workflow task (a local activity); the server's ten seconds would give it to another worker meanwhile. */
const workflowTaskTimeout = '30 seconds';

/** The port over Temporal. A digest that was lost on the way is found by the courier, which looks for what is due. */
export function digestsIn(client: Client): DigestsPort {
  return {
    start: async ({ digestId, receiverId, at }) => {
      const args: [DigestStart] = [{ receiverId }];
      try {
        await client.workflow.start(digestWorkflowType, {
          workflowId: digestId,
          taskQueue: taskQueues.delivery,
          args,
          startDelay: Math.max(Date.parse(at) - Date.now(), 0),
          workflowTaskTimeout,
        });
        return true;
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        return false;
      }
    },
  };
}
