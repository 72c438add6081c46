import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
export type HistoryEvents = NonNullable<History['events']>;

/** All events of a workflow up to a run (the latest where none is named), back through those that it continued from. */
export async function historyOf(client: Client, workflowId: string, lastRunId?: string): Promise<HistoryEvents> {
  const runs: HistoryEvents[] = [];
  for (let runId = lastRunId, more = true; more; ) {
    const events = (await client.workflow.getHandle(workflowId, runId).fetchHistory()).events ?? [];
    runs.unshift(events);
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    more = Boolean(runId);
  }
  return runs.flat();
}

/** Size of the events as Temporal's own protocol writes them. */
export function bytesOf(events: HistoryEvents): number {
  return events.reduce((sum, event) => sum + proto.temporal.api.history.v1.HistoryEvent.encode(event).finish().length, 0);
}

/** Epoch milliseconds on the server's clock. */
export function timeOf(event: HistoryEvents[number]): number {
  return Number(event.eventTime?.seconds ?? 0) * 1000 + Number(event.eventTime?.nanos ?? 0) / 1e6;
}

/** One wake of a pathway's workflow: everything from what woke it to the timer that it set next. */
export interface WakeEvents {
  readonly by: 'signal' | 'timer' | 'other';
  readonly events: HistoryEvents;
}

/** The wakes in a history. The start, up to the first timer, is none; what came after the last timer is left out. */
export function wakesIn(events: HistoryEvents): WakeEvents[] {
  const wakes: WakeEvents[] = [];
  let begin: number | undefined;
  events.forEach((event, i) => {
    if (!event.timerStartedEventAttributes) return;
    if (begin !== undefined) wakes.push(wakeOf(events.slice(begin, i + 1)));
    begin = i + 1;
  });
  return wakes;
}

function wakeOf(events: HistoryEvents): WakeEvents {
  const signalled = events.some((event) => event.workflowExecutionSignaledEventAttributes);
  const fired = events.some((event) => event.timerFiredEventAttributes);
  return { by: signalled ? 'signal' : fired ? 'timer' : 'other', events };
}
