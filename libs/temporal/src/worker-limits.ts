import type { WorkerOptions } from '@temporalio/worker';

/** How much a worker takes on at once; the rest waits with the server, where waiting costs nothing and is lost by nobody. */
export type WorkerLimits = Required<Pick<WorkerOptions, 'maxConcurrentWorkflowTaskExecutions' | 'maxConcurrentLocalActivityExecutions' | 'maxConcurrentActivityTaskExecutions'>>;

/** Connections that stay free for what else the process asks of the database: the relay, the sweep, health and figures. */
const keptFree = 3;

/**
 * Limits by the number of database connections. An activity holds a connection from its first statement to its last, so a
 * worker that took on more than it has connections would only fill the queue for them: activities would time out in it,
 * and be done again. Local activities are the rule (one event where the others cost six), the others the way out
 * when those fail. A workflow task lasts as long as the local activity in it, so there are no more of them either.
 * @param connections at least 6.
 */
export function workerLimits(connections: number): WorkerLimits {
  const together = connections - keptFree;
  const normal = Math.max(1, Math.floor(together / 3));
  const local = together - normal;
  return { maxConcurrentActivityTaskExecutions: normal, maxConcurrentLocalActivityExecutions: local, maxConcurrentWorkflowTaskExecutions: local };
}

/** As `workerLimits`, for a worker that has activities only: all of the connections are theirs. */
export function activityLimits(connections: number): Pick<WorkerLimits, 'maxConcurrentActivityTaskExecutions'> {
  return { maxConcurrentActivityTaskExecutions: connections - keptFree };
}
