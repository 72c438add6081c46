import { describe, expect, test } from '@jest/globals';
import { inParallel, type Sharing } from '../src/index.js';

const entry = new URL('./echo-thread.mjs', import.meta.url);
const shared = (more: Partial<Sharing> = {}): Sharing => ({ entry, setup: '>', threads: 2, ...more });

async function* items<T>(of: readonly T[], onRead: (item: T) => void = () => undefined): AsyncGenerator<T> {
  for (const item of of) {
    onRead(item);
    yield item;
  }
}

async function all(of: readonly unknown[], sharing = shared()): Promise<unknown[]> {
  const results: unknown[] = [];
  for await (const result of inParallel(items(of), sharing)) results.push(result);
  return results;
}

describe('work in threads', () => {
  test('comes back in its order, whoever did it', async () => {
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    expect(await all(numbers, shared({ threads: 3 }))).toEqual(numbers.map((n) => `>${n}`));
    expect(await all([])).toEqual([]);
  });

  test('is read no further ahead than the threads can have in hand', async () => {
    let read = 0;
    let done = 0;
    let most = 0;
    for await (const _ of inParallel(items(Array.from({ length: 100 }, (_, n) => n), () => (read += 1)), shared())) {
      done += 1;
      most = Math.max(most, read - done);
    }
    expect([done, most <= 4]).toEqual([100, true]);
  });

  test.each([
    ['fault', /kunne ikke regne ferdig: det gikk ikke/],
    ['die', /avsluttet før den var ferdig \(kode 3\)/],
    ['throw', /stanset: uventet/],
  ])('a thread that meets «%s» ends it with a clear error', async (item, message) => {
    await expect(all([1, 2, item, 4, 5, 6, 7, 8])).rejects.toThrow(message);
  });

  test('is cancelled at once, though a thread is busy', async () => {
    const stop = new AbortController();
    const answered = all([1, 'hang', 'hang', 'hang', 'hang'], shared({ signal: stop.signal }));
    setImmediate(() => stop.abort(new Error('nok')));
    await expect(answered).rejects.toThrow('nok');
    await expect(all([1], shared({ signal: stop.signal }))).rejects.toThrow('nok');
  });

  test('ends its threads when whoever asked wants no more', async () => {
    for await (const result of inParallel(items([1, 'hang', 'hang']), shared())) {
      expect(result).toBe('>1');
      break;
    }
  });
});
