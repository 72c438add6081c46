import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../src/index.js';
import { startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
let one: Ledger;
let other: Ledger;
beforeAll(async () => {
  house = await startLedger();
  [one, other] = [await house.another({ role: 'api' }), await house.another({ role: 'api' })];
}, 60_000);
afterAll(() => house.close());

describe('something that is good for one use', () => {
  test('is used once, in whatever process', async () => {
    expect([await one.useOnce('bevis-1', 80), await one.useOnce('bevis-1', 80), await other.useOnce('bevis-1', 80), await other.useOnce('bevis-2', 80)]).toEqual([true, false, false, true]);
  });

  test('of many at once, one alone is the first', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).useOnce('bevis-3', 80)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });
});

describe('a session that was ended', () => {
  const began = new Date(Date.now() - 60_000);

  test('is ended in every process, by any of its keys, and those begun later are not', async () => {
    const ended = new Date();
    await one.endSessions('sub anne', ended, 28_800);
    expect(await other.isEnded(['session 1', 'sub anne'], began)).toBe(true);
    expect(await other.isEnded(['sub anne'], new Date(ended.getTime() + 1))).toBe(false);
    expect(await other.isEnded(['session 1', 'sub berit'], began)).toBe(false);
  });

  test('the later end counts, whichever is told last', async () => {
    await one.endSessions('sub cecilie', new Date(), 28_800);
    await other.endSessions('sub cecilie', new Date(began.getTime() - 60_000), 28_800);
    expect(await one.isEnded(['sub cecilie'], began)).toBe(true);
  });
});

test('what is past its time is swept away, the rest stays', async () => {
  await one.useOnce('gammelt', 0);
  await one.endSessions('gammel', new Date(Date.now() - 10_000), 5);
  await house.ledger.clean(14);
  const left = await house.sql<{ past: number; all: number }>(`select count(*) filter (where until < now())::int as past, count(*)::int as all from (select until from used_once union all select until from ended_session) x`);
  expect(left).toEqual([{ past: 0, all: 5 }]);
});

test('the API can take nothing back, and neither key nor person can be read from the tables', async () => {
  await expect(one.clean(14)).rejects.toThrow();
  const rows = await house.sql<{ key: Buffer }>('select key from used_once union all select key from ended_session');
  expect(rows.every(({ key }) => key.length === 32)).toBe(true);
});
