import { parentPort } from 'node:worker_threads';
import type { Done, Work } from './thread.js';

/** In a thread: answers each item that it is given with what `work` makes of it, or with why it could not. */
export function answerItems<T, R>(work: (item: T) => R): void {
  parentPort!.on('message', ({ n, item }: Work<T>) => {
    parentPort!.postMessage(answer(n, item));
  });

  function answer(n: number, item: T): Done<R> {
    try {
      return { n, result: work(item) };
    } catch (error) {
      return { n, fault: (error as Error).message };
    }
  }
}
