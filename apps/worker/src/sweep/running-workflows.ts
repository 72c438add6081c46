import type { Client } from '@temporalio/client';
import { obligationWorkflowTypes, pathwayWorkflowType, readWorkflowId } from '@forlop/workflows';

/** The workflows of ours that Temporal has open. */
export interface RunningWorkflows {
  readonly pathways: ReadonlySet<string>;
  /** Obligations' workflow ids by pathway. */
  readonly obligations: ReadonlyMap<string, readonly string[]>;
}

const ours = [pathwayWorkflowType, ...Object.values(obligationWorkflowTypes)].map((type) => `'${type}'`).join(', ');

/**
 * Lists what runs, by visibility. It lags a second or two behind, so what was started just now may be missing: telling
 * such a workflow once more does no harm.
 */
export async function runningWorkflows(client: Client): Promise<RunningWorkflows> {
  const pathways = new Set<string>();
  const obligations = new Map<string, string[]>();
  for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running' AND WorkflowType IN (${ours})`, pageSize: 1_000 })) {
    const id = readWorkflowId(workflowId);
    if (id === undefined) continue;
    if (id.key === null) pathways.add(id.pathwayId);
    else obligations.set(id.pathwayId, [...(obligations.get(id.pathwayId) ?? []), workflowId]);
  }
  return { pathways, obligations };
}
