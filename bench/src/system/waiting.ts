import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until it is so.
 * @param what for the error: what was waited for.
 * @returns milliseconds that it took.
 */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs: number, everyMs = 250): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    if (await isSo()) return performance.now() - startedAt;
    if (performance.now() - startedAt > withinMs) throw new Error(`Not so within ${withinMs / 1000} s: ${what}.`);
    await pause(everyMs);
  }
}

/**
 * Starts `count` things at an even rate, each at its own moment whether or not those before it are done (an open loop).
 * @param start is given the thing's number and the moment (performance.now) at which it should have started.
 * @returns their results, when all are done.
 */
export async function atRate<T>(perSecond: number, count: number, start: (n: number, dueAt: number) => Promise<T>): Promise<T[]> {
  const begin = performance.now();
  const under: Promise<T>[] = [];
  for (let n = 0; n < count; n += 1) {
    const dueAt = begin + (n * 1000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 1) await pause(early);
    under.push(start(n, dueAt));
  }
  return Promise.all(under);
}
