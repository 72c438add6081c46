import { pathwayWorkflowId, readWorkflowId } from '@forlop/workflows';
import type { Client } from '@temporalio/client';

/** An obligation whose workflow was started. */
export interface Started {
  /** `DUTY#occurrence`. */
  readonly key: string;
  /** Epoch milliseconds on the server's clock. */
  readonly at: number;
}

/** What Temporal recorded of the pathway's own workflow. */
export interface PathwayHistory {
  readonly started: readonly Started[];
  readonly events: number;
  /** Into how many runs the history was divided. */
  readonly runs: number;
}

type Events = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>;

/** Reads all runs of a pathway's workflow, back from the last one. */
export async function readHistory(client: Client, pathwayId: string): Promise<PathwayHistory> {
  const runs: Events[] = [];
  let runId: string | undefined;
  do {
    const { events } = await client.workflow.getHandle(pathwayWorkflowId(pathwayId), runId).fetchHistory();
    runs.unshift(events ?? []);
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  } while (runId !== undefined);
  return { started: runs.flatMap(startedIn), events: runs.reduce((sum, events) => sum + events.length, 0), runs: runs.length };
}

function startedIn(events: Events): Started[] {
  return events.flatMap(({ eventTime, childWorkflowExecutionStartedEventAttributes: child }) => {
    const workflowId = child?.workflowExecution?.workflowId;
    const key = workflowId ? readWorkflowId(workflowId)?.key : undefined;
    return key ? [{ key, at: Number(eventTime?.seconds ?? 0) * 1000 + Number(eventTime?.nanos ?? 0) / 1e6 }] : [];
  });
}
