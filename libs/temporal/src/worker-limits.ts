import type { WorkerOptions } from '@temporalio/worker';

/** How much a worker takes on at once; the rest waits with the server, where waiting costs nothing and is lost by nobody. */
export type WorkerLimits = Required<
  Pick<WorkerOptions, 'maxConcurrentLocalActivityExecutions' | 'maxConcurrentActivityTaskExecutions' | 'maxConcurrentWorkflowTaskExecutions' | 'maxConcurrentWorkflowTaskPolls' | 'nonStickyToStickyPollRatio'>
>;

/**
 * Workflow tasks need no connection of their own, and each poll that waits holds a slot, so there are more slots than polls.
 * Half of the polls are for the queue of new workflows, where tasks wait that the sticky queue gave up after ten seconds. At
 * 20 commands a second that alone does not keep them from waiting (bench/README.md, `rearm`).
 */
const workflowTasks = { maxConcurrentWorkflowTaskExecutions: 40, maxConcurrentWorkflowTaskPolls: 12, nonStickyToStickyPollRatio: 0.5 } as const;

/** Connections that stay free for what else the process asks of the database: the relay, the sweep, health and figures. */
const keptFree = 3;

/**
 * Limits by the number of database connections. An activity holds a connection from its first statement to its last, so a
 * worker that took on more than it has connections would only fill the queue for them: activities would time out in it,
 * and be done again. Local activities are the rule (one event where the others cost six), the others the way out
 * when those fail.
 * @param connections at least 6.
 */
export function workerLimits(connections: number): WorkerLimits {
  const together = connections - keptFree;
  const normal = Math.max(1, Math.floor(together / 3));
  return { ...workflowTasks, maxConcurrentActivityTaskExecutions: normal, maxConcurrentLocalActivityExecutions: together - normal };
}

/**
 * As `workerLimits`, for the courier: a sending asks the database before and after and holds no connection in between, so that as many
 * may be under way as there are connections, half of them at their first try.
 */
export function deliveryLimits(connections: number): WorkerLimits {
  const each = connections - keptFree;
  return { ...workflowTasks, maxConcurrentActivityTaskExecutions: each, maxConcurrentLocalActivityExecutions: each };
}
