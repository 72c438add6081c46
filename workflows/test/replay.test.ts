import { beforeAll, describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundle } from './support/bundle.js';
import { historyNames, readHistory, type History } from './support/history-files.js';
import { scenes } from './support/scenes.js';
import { testConverter } from './support/test-converter.js';

let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  workflowBundle = await bundle();
}, 60_000);

const replay = (history: History) => Worker.runReplayHistory({ workflowBundle, dataConverter: testConverter }, history);

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
