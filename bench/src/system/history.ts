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

/** One wake of a pathway's workflow: from what woke it, over its one `advance`, to the timer that it set or the next wake. */
export interface WakeEvents {
  /** `child`: nothing woke it but the end of an obligation that it had started, which it takes note of and no more. */
  readonly by: 'signal' | 'timer' | 'child';
  readonly events: HistoryEvents;
}

/** The wakes in a history. The start, up to the first timer, is none; what came after the last timer is left out. */
export function wakesIn(events: HistoryEvents): WakeEvents[] {
  const wakes: WakeEvents[] = [];
  let current: HistoryEvents = [];
  const end = () => {
    if (current.length > 0) wakes.push(wakeOf(current));
    current = [];
  };
  for (const event of events.slice(events.findIndex(setsTimer) + 1)) {
    // A signal that comes before the workflow has asked joins the wake; one that comes after is the next.
    if (wakesUp(event) && (current.some(asks) || !current.some(wakesUp))) end();
    current.push(event);
    if (setsTimer(event)) end();
  }
  return wakes;
}

type Event = HistoryEvents[number];
const setsTimer = (event: Event) => Boolean(event.timerStartedEventAttributes);
const asks = (event: Event) => Boolean(event.markerRecordedEventAttributes);
const wakesUp = (event: Event) => Boolean(event.workflowExecutionSignaledEventAttributes ?? event.timerFiredEventAttributes);

function wakeOf(events: HistoryEvents): WakeEvents {
  if (events.some((event) => event.workflowExecutionSignaledEventAttributes)) return { by: 'signal', events };
  return { by: events.some((event) => event.timerFiredEventAttributes) ? 'timer' : 'child', events };
}

/** What kinds of events a wake is made of, in their order, with how many in a row, e.g. `WORKFLOW_TASK_STARTED, MARKER_RECORDED × 2`. */
export function kindsOf(events: HistoryEvents): string {
  const kinds = events.map(({ eventType }) => proto.temporal.api.enums.v1.EventType[eventType!]!.replace('EVENT_TYPE_', ''));
  const rows: { kind: string; times: number }[] = [];
  for (const kind of kinds) {
    const last = rows.at(-1);
    if (last?.kind === kind) last.times += 1;
    else rows.push({ kind, times: 1 });
  }
  return rows.map(({ kind, times }) => (times === 1 ? kind : `${kind} × ${times}`)).join(', ');
}
