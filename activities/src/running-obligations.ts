import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { obligationSearchAttributes, obligationWorkflowTypes, signalNames, taskQueues, type ObligationRef, type ObligationStart } from '@forlop/workflows';

/** Port to the obligations' workflows that run. */
export interface RunningObligationsPort {
  /** Starts an obligation; one that runs already is told its present plan instead. */
  start(pathwayId: string, obligation: ObligationRef): Promise<void>;
  /** Tells an obligation to stop; one that has ended is stopped already. */
  stop(workflowId: string): Promise<void>;
  /** Tells an obligation its present plan. @returns false when it has ended. */
  replan(obligation: ObligationRef): Promise<boolean>;
}

/** Between a start that finds it running and the plan it is then told, it may end; more often than this it does not. */
const tries = 3;

/**
 * The port over Temporal: by workflow id, whichever run that is.
 * @param remindersBy `ledger` in life; `courier` where nothing is sent and each telling is noted at once (a rehearsal).
 */
export function obligationsIn(client: Client, remindersBy: 'ledger' | 'courier' = 'ledger'): RunningObligationsPort {
  const handleOf = (workflowId: string) => client.workflow.getHandle(workflowId);
  const replan = (obligation: ObligationRef) => unlessEnded(handleOf(obligation.workflowId).signal(signalNames.replan, obligation));
  return {
    start: async (pathwayId, obligation) => {
      for (let left = tries; left > 0; left--) {
        if (await startedNow(client, { pathwayId, obligation, ...(remindersBy === 'ledger' && { remindersBy }) })) return;
        if (await replan(obligation)) return;
      }
      throw new Error(`Obligation ${obligation.workflowId} was found running and then ended, ${tries} times.`);
    },
    stop: async (workflowId) => {
      await unlessEnded(handleOf(workflowId).signal(signalNames.stop));
    },
    replan,
  };
}

/** @returns false when one of that id runs already. */
async function startedNow(client: Client, start: ObligationStart): Promise<boolean> {
  const { obligation } = start;
  const args: [ObligationStart] = [start];
  try {
    await client.workflow.start(obligationWorkflowTypes[obligation.kind], {
      workflowId: obligation.workflowId,
      taskQueue: taskQueues.pathway,
      args,
      staticSummary: `${obligation.duty} · ${obligation.clock}`,
      typedSearchAttributes: obligationSearchAttributes(obligation),
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
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
