import { ThreadError, Thread } from './thread.js';

/** How the work is shared out. */
export interface Sharing {
  /** The module that each thread runs. */
  readonly entry: URL;
  /** Given to each thread before its first item. */
  readonly setup: unknown;
  /** At least one. */
  readonly threads: number;
  readonly signal?: AbortSignal;
}

/** Items that each thread may have in hand: one that it works on, one that waits so that it never does. */
const inHand = 2;

/**
 * Does items in threads and gives the results in the order of the items. Only so many items are read ahead as the threads can have in
 * hand, so that memory does not grow with their number. Ends all threads however it ends.
 * @throws ThreadError when a thread ends before its work; the signal's reason when it is aborted.
 */
export async function* inParallel<T, R>(items: AsyncIterable<T>, { entry, setup, threads: wanted, signal }: Sharing): AsyncGenerator<R, void, void> {
  signal?.throwIfAborted();
  const threads = Array.from({ length: wanted }, () => new Thread<T, R>(entry, setup));
  const abort = (): void => void Promise.all(threads.map((thread) => thread.end(signal!.reason)));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const under: Promise<R>[] = [];
    for await (const item of items) {
      signal?.throwIfAborted();
      const result = freest(threads).run(item);
      // It is awaited in its turn; until then its rejection is nobody's surprise.
      result.catch(() => undefined);
      under.push(result);
      if (under.length >= wanted * inHand) yield await under.shift()!;
    }
    while (under.length > 0) yield await under.shift()!;
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all(threads.map((thread) => thread.end(new ThreadError('Regningen er avsluttet.'))));
  }
}

function freest<T, R>(threads: readonly Thread<T, R>[]): Thread<T, R> {
  return threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
}
