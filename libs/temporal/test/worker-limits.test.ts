import { expect, test } from '@jest/globals';
import { deliveryLimits, workerLimits } from '../src/index.js';

test.each([6, 7, 10, 20, 100])('of %i connections some stay free, and no task is taken on that would have to wait for one', (connections) => {
  const limits = workerLimits(connections);
  const together = limits.maxConcurrentActivityTaskExecutions + limits.maxConcurrentLocalActivityExecutions;
  expect(together).toBe(connections - 3);
  expect(limits.maxConcurrentActivityTaskExecutions).toBeGreaterThanOrEqual(1);
  // A poll that waits holds a slot: the others are for work, and both queues are asked.
  expect(limits.maxConcurrentWorkflowTaskPolls).toBeLessThan(limits.maxConcurrentWorkflowTaskExecutions);
  expect(limits.nonStickyToStickyPollRatio).toBeGreaterThan(0.2);
  expect(deliveryLimits(connections)).toMatchObject({ maxConcurrentActivityTaskExecutions: connections - 3, maxConcurrentLocalActivityExecutions: connections - 3 });
});
