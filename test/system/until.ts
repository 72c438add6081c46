import { setTimeout as pause } from 'node:timers/promises';

const betweenTriesMs = 50;

/** What a try gives while it is too early. */
export type NotYet = undefined | null | false;

/**
 * Tries until something comes of it. What a try throws counts as "not yet", so that a server that is on its way up is
 * simply asked again.
 * @param what for the error, e.g. `the workflow runs`.
 * @throws Error with the last try's own when the deadline has passed.
 */
export async function until<T>(what: string, attempt: () => Promise<T | NotYet> | T | NotYet, withinMs = 90_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (let last: unknown; ; ) {
    try {
      const result = await attempt();
      if (result !== undefined && result !== null && result !== false) return result;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs / 1000} s: ${what}`, { cause: last });
    await pause(betweenTriesMs);
  }
}
