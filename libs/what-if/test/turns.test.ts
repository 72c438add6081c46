import { describe, expect, test } from '@jest/globals';
import { Turns } from '../src/past/turns.js';

/** Tells when it begins, gives what it has, and tells when it is left. */
async function* told(name: string, log: string[], items: readonly (number | Error)[]): AsyncGenerator<number, void, void> {
  log.push(`${name} begins`);
  try {
    for (const item of items) {
      if (item instanceof Error) throw item;
      yield item;
    }
  } finally {
    log.push(`${name} ends`);
  }
}

async function most(items: AsyncIterable<number>, n: number): Promise<number[]> {
  const got: number[] = [];
  for await (const item of items) if (got.push(item) === n) break;
  return got;
}

describe('one at a time', () => {
  test('the next begins when the one before is through, was left in the middle, or failed', async () => {
    const [turns, log] = [new Turns(), [] as string[]];
    const ask = (name: string, ...items: (number | Error)[]) => turns.taking(() => told(name, log, items));
    const asked = await Promise.allSettled([most(ask('a', 1, 2), 9), most(ask('b', 3, 4), 1), most(ask('c', new Error('gikk ikke')), 9), most(ask('d', 5), 9)]);
    expect(asked).toMatchObject([{ value: [1, 2] }, { value: [3] }, { reason: { message: 'gikk ikke' } }, { value: [5] }]);
    expect(log).toEqual(['a', 'b', 'c', 'd'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });
});
