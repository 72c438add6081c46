import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { signalNames, type ObligationRef } from '@forlop/workflows';

/** Port to the obligations' workflows that run. */
export interface RunningObligationsPort {
  /** Tells an obligation to stop; one that has ended is stopped already. */
  stop(workflowId: string): Promise<void>;
  /** Tells an obligation its present plan. @returns false when it has ended. */
  replan(obligation: ObligationRef): Promise<boolean>;
}

/** The port over Temporal: by workflow id, whichever run that is. */
export function obligationsIn(client: Client): RunningObligationsPort {
  const handleOf = (workflowId: string) => client.workflow.getHandle(workflowId);
  return {
    stop: async (workflowId) => {
      await unlessEnded(handleOf(workflowId).signal(signalNames.stop));
    },
    replan: (obligation) => unlessEnded(handleOf(obligation.workflowId).signal(signalNames.replan, obligation)),
  };
}

async function unlessEnded(signalled: Promise<void>): Promise<boolean> {
  try {
    await signalled;
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
