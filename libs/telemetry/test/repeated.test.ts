import { describe, expect, test } from '@jest/globals';
import { Repeated } from '../src/repeated.js';

describe('repeated work', () => {
  test('goes on after a turn that failed, tells of it, and ends when it is stopped', async () => {
    const failures: string[] = [];
    let turns = 0;
    let isDone: () => void;
    const done = new Promise<void>((resolve) => (isDone = resolve));
    const repeated = new Repeated({
      turn: async () => {
        turns += 1;
        if (turns === 3) isDone();
        if (turns === 2) throw new Error('away');
      },
      everyMs: 0,
      onFailure: (error) => failures.push((error as Error).message),
    });
    expect(repeated.isStopping).toBe(false);
    repeated.start();
    await done;
    await repeated.stop();
    expect([repeated.isStopping, failures]).toEqual([true, ['away']]);
    const after = turns;
    await new Promise((resolve) => setImmediate(resolve));
    expect(turns).toBe(after);
  });

  test('waits for the turn that is under way, and never begins two at once', async () => {
    const seen: string[] = [];
    let release: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const repeated = new Repeated({
      turn: async () => {
        seen.push('begun');
        await held;
        seen.push('ended');
      },
      everyMs: 0,
      onFailure: () => undefined,
    });
    repeated.start();
    const stopped = repeated.stop().then(() => seen.push('stopped'));
    release!();
    await stopped;
    expect(seen).toEqual(['begun', 'ended', 'stopped']);
  });

  test.each([
    ['sooner after a failure than otherwise', 3_600_000, 0],
    ['and never later', 0, 3_600_000],
  ])('comes again %s', async (_, everyMs, afterFailureMs) => {
    let turns = 0;
    let isDone: () => void;
    const twice = new Promise<void>((resolve) => (isDone = resolve));
    const repeated = new Repeated({
      turn: () => {
        turns += 1;
        if (turns === 2) isDone();
        return Promise.reject(new Error('away'));
      },
      everyMs,
      afterFailureMs,
      onFailure: () => undefined,
    });
    repeated.start();
    await twice;
    await repeated.stop();
    expect(turns).toBeGreaterThanOrEqual(2);
  });
});
