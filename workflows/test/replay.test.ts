import { beforeAll, describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { digestWorkflowType } from '../src/contract.js';
import { bundle, deliveryBundle } from './support/bundle.js';
import { historyNames, readHistory, type History } from './support/history-files.js';
import { scenes } from './support/scenes.js';
import { testConverter } from './support/test-converter.js';

/** The worker's and the courier's: each process knows its own workflows only. */
let bundles: { readonly pathway: WorkflowBundleWithSourceMap; readonly delivery: WorkflowBundleWithSourceMap };
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  bundles = { pathway: await bundle(), delivery: await deliveryBundle() };
}, 60_000);

const replay = (history: History) => Worker.runReplayHistory({ workflowBundle: bundleOf(history), dataConverter: testConverter }, history);

function bundleOf({ events }: History): WorkflowBundleWithSourceMap {
  const type = events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
  return type === digestWorkflowType ? bundles.delivery : bundles.pathway;
}

describe('histories of every released shape replay on today’s code', () => {
  test.each(historyNames())('%s', async (name) => {
    await expect(replay(readHistory(name))).resolves.toBeUndefined();
  });

  test('every scene has been recorded', () => {
    const recorded = historyNames();
    expect(scenes.filter(({ name }) => !recorded.some((file) => file === name || file.startsWith(`${name}.`))).map(({ name }) => name)).toEqual([]);
  });
});

describe('a history that today’s code could not have written is found out', () => {
  test.each(historyNames('tampered'))('%s', async (name) => {
    await expect(replay(readHistory(name, 'tampered'))).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});
