// Records the scenes whose histories are not there yet, so that a released shape is never overwritten:
//
//   NODE_OPTIONS=--experimental-vm-modules npx jest --selectProjects integration --testMatch '**/record-histories.ts'
//
// To record one anew before its first release, delete its files first. The tampered history is made of a recorded
// one: the same, with one timer more than the workflow would start.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { historyNames, readHistory, writeHistory, type History } from './support/history-files.js';
import { scenes } from './support/scenes.js';
import { setStage, type Stage } from './support/stage.js';
import { Theatre } from './support/theatre.js';

let theatre: Theatre;
beforeAll(async () => void (theatre = await Theatre.open()), 60_000);
afterAll(() => theatre.close());

const recorded = historyNames();
const missing = scenes.filter(({ name }) => !recorded.some((file) => file === name || file.startsWith(`${name}.`)));

for (const { name, script, play } of missing) {
  test(
    `records ${name}`,
    async () => {
      const stage = await setStage(theatre, script ?? (() => () => ({})));
      const runs = await runsOf(stage, await play(stage));
      runs.forEach((history, index) => writeHistory(runs.length === 1 ? name : `${name}.run-${index + 1}`, history));
      expect(runs.length).toBeGreaterThan(0);
    },
    60_000,
  );
}

test('makes the tampered history', () => {
  const history = withOneMoreTimer(readHistory('remind-stopped'));
  writeHistory('remind-with-one-more-timer', history, 'tampered');
  expect(history.events?.filter((event) => event.timerStartedEventAttributes)).toHaveLength(2);
});

/** All runs of a workflow, from the first on: each names the next. */
async function runsOf({ handleOf }: Stage, workflowId: string): Promise<History[]> {
  const runs: History[] = [];
  let runId: string | undefined = (await firstRunOf(handleOf(workflowId))) ?? undefined;
  while (runId) {
    const history = await handleOf(workflowId, runId).fetchHistory();
    runs.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId || undefined;
  }
  return runs;
}

async function firstRunOf(handle: WorkflowHandle): Promise<string | null | undefined> {
  const { events } = await handle.fetchHistory();
  return events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
}

/** Puts a second timer beside the first one, and moves the ids of all that follows. */
function withOneMoreTimer(history: History): History {
  const events = history.events ?? [];
  const at = events.findIndex((event) => event.timerStartedEventAttributes) + 1;
  const before = JSON.parse(JSON.stringify(events)) as Record<string, unknown>[];
  const extra = structuredClone(before[at - 1]!);
  (extra['timerStartedEventAttributes'] as { timerId: string }).timerId = '99';
  const tampered = [...before.slice(0, at), { ...extra, eventId: at + 1 }, ...before.slice(at).map((event) => moved(event, at) as Record<string, unknown>)];
  return temporal.api.history.v1.History.fromObject({ events: tampered });
}

/** Every event id above `after`, one higher. */
function moved(value: unknown, after: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => moved(entry, after));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, /eventId$/i.test(name) && Number(entry) > after ? String(Number(entry) + 1) : moved(entry, after)]));
}
