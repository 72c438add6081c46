import { pathwayWorkflowId } from '@forlop/workflows';
import type { Client } from '@temporalio/client';

/** What Temporal recorded of the pathway's own workflow. */
export interface PathwayHistory {
  readonly events: number;
  /** Into how many runs the history was divided. */
  readonly runs: number;
}

/** Reads all runs of a pathway's workflow, back from the last one. */
export async function readHistory(client: Client, pathwayId: string): Promise<PathwayHistory> {
  let events = 0;
  let runs = 0;
  let runId: string | undefined;
  do {
    const history = await client.workflow.getHandle(pathwayWorkflowId(pathwayId), runId).fetchHistory();
    events += history.events?.length ?? 0;
    runs++;
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  return { events, runs };
}
