import type { Client } from '@temporalio/client';
import { pathwayStart, pathwayWorkflowId, pathwayWorkflowType, signalNames, taskQueues, type ChangedSignal, type PathwayStart, type RecheckSignal } from '@forlop/workflows';

/** Tells a pathway's workflow something, and starts it first where it does not run. */
export interface PathwayTeller {
  changed(pathwayId: string, signal: ChangedSignal): Promise<void>;
  recheck(pathwayId: string, signal: RecheckSignal): Promise<void>;
}

/** The teller over Temporal. Signal-with-start by id: telling twice tells twice, but starts once. */
export function pathwayTeller(client: Client): PathwayTeller {
  const tell = async (pathwayId: string, signal: string, argument: ChangedSignal | RecheckSignal): Promise<void> => {
    const args: [PathwayStart] = [pathwayStart(pathwayId)];
    await client.workflow.signalWithStart(pathwayWorkflowType, {
      workflowId: pathwayWorkflowId(pathwayId),
      taskQueue: taskQueues.pathway,
      args,
      signal,
      signalArgs: [argument],
    });
  };
  return {
    changed: (pathwayId, signal) => tell(pathwayId, signalNames.changed, signal),
    recheck: (pathwayId, signal) => tell(pathwayId, signalNames.recheck, signal),
  };
}
