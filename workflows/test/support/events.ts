import type { WorkflowHandle } from '@temporalio/client';

type Events = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>;

/** The kinds of a history's events, e.g. `timerFired`. */
export function kindsOf(events: Events): string[] {
  return events.map((event) => {
    const attributes = Object.keys(event).find((name) => name.endsWith('EventAttributes') && event[name as keyof typeof event] !== null);
    return attributes?.replace('EventAttributes', '') ?? 'unknown';
  });
}

const rousing = ['workflowExecutionStarted', 'timerFired', 'workflowExecutionSignaled', 'childWorkflowExecutionCompleted'];

/** Events per wake: a wake begins at what roused the workflow and ends before the next one. */
export function wakesOf(events: Events): string[][] {
  const wakes: string[][] = [];
  for (const kind of kindsOf(events)) {
    if (rousing.includes(kind)) wakes.push([]);
    wakes.at(-1)?.push(kind);
  }
  return wakes;
}

/** The payloads of a history, told apart by whether Temporal could read them. */
export function payloadsOf(events: Events): { encrypted: number; readable: string[] } {
  const found = { encrypted: 0, readable: [] as string[] };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    const { metadata, data } = value as { metadata?: { encoding?: Uint8Array }; data?: Uint8Array };
    if (metadata?.encoding === undefined) return Object.values(value).forEach(visit);
    if (Buffer.from(metadata.encoding).toString() === 'binary/encrypted') found.encrypted += 1;
    else found.readable.push(Buffer.from(data ?? []).toString());
  };
  visit(events);
  return found;
}
