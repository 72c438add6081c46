import type { Client, Connection } from '@temporalio/client';

/** What a time-skipping test environment has of both. */
export interface TimeSkippingServer {
  readonly client: Client;
  readonly connection: Connection;
}

const childEnded = [
  'childWorkflowExecutionCompletedEventAttributes',
  'childWorkflowExecutionFailedEventAttributes',
  'childWorkflowExecutionCanceledEventAttributes',
  'childWorkflowExecutionTerminatedEventAttributes',
] as const;

/**
 * Gives back the time that a child's end has locked. The time-skipping test server holds its clock when a child
 * ends, until the parent has taken note; a parent that is closed by then (our obligations outlive their parent's
 * runs) never does, and the clock stands still for good (temporalio/sdk-java#1540). Call it once for a child that has
 * ended, before more time is to be skipped. Real servers do not need it.
 */
export async function releaseLeakedTime({ client, connection }: TimeSkippingServer, childWorkflowId: string): Promise<void> {
  const [started] = (await client.workflow.getHandle(childWorkflowId).fetchHistory()).events ?? [];
  const parent = started?.workflowExecutionStartedEventAttributes?.parentWorkflowExecution;
  if (!parent?.workflowId || !parent.runId) return;
  const { events } = await client.workflow.getHandle(parent.workflowId, parent.runId).fetchHistory();
  const noted = (events ?? []).some((event) => childEnded.some((name) => event[name]?.workflowExecution?.workflowId === childWorkflowId));
  if (!noted) await connection.testService?.unlockTimeSkipping({});
}
