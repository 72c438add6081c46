import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { osloDate } from '@forlop/calendar';
import { LedgerError, type LookDue, type LookRecorded, type RegistryLook } from '@forlop/ledger';
import { adresseregisteret, byNothing, fastlegeregisteret, persontjenesten, type RegistryName } from '@forlop/registries';
import { startRegistrySimulator, type RegistrySimulator } from '@forlop/registries/simulator';
import { appLog } from '@forlop/telemetry';
import { RegistryWatch } from '../src/index.js';

const now = () => new Date('2026-03-20T11:00:00Z');
const number = (i: number): string => `01815${String(i).padStart(6, '0')}`;
const idOf = (i: number): string => String(i).padStart(4, '0');

let simulator: RegistrySimulator;
beforeEach(async () => { simulator = await startRegistrySimulator({ now }); });
afterEach(() => simulator.close());

/** A ledger that remembers who was asked about, with real registries before it. */
function house(people: number, record: (pathwayId: string, look: RegistryLook) => Partial<LookRecorded> = () => ({}), addressesToo = false) {
  const looks: { pathwayId: string; look: RegistryLook }[] = [];
  const asked = new Map<string, Set<RegistryName>>();
  /** As the ledger keeps it: the place, and who is due because of it. */
  const feed = { position: null as number | null, marks: new Map<string, number>(), moves: 0 };
  const nameOf = (i: number): string => simulator.town.person(number(i))!.id;
  const watch = new RegistryWatch({
    now,
    log: appLog('test', 'silent'),
    persons: persontjenesten({ baseUrl: simulator.urls.persontjenesten, authorise: byNothing, now, timeoutMs: 5_000 }),
    gps: fastlegeregisteret({ baseUrl: simulator.urls.fastlegeregisteret, authorise: byNothing, now, timeoutMs: 5_000 }),
    addresses: !addressesToo ? null : adresseregisteret({ baseUrl: simulator.urls.adresseregisteret, authorise: byNothing, now, timeoutMs: 5_000 }),
    ledger: {
      looksDue: async ({ registries, askedBefore, after = '', limit }) => {
        // Midnight in Oslo, in winter.
        expect(askedBefore).toBe('2026-03-19T23:00:00.000Z');
        const all: LookDue[] = Array.from({ length: people }, (_, i) => ({ pathwayId: idOf(i), personNumber: number(i), changed: feed.marks.get(idOf(i)) ?? null, herId: ['8100001', '8199999'][i] ?? null })).filter(({ herId }) => herId !== null || registries[0] !== 'adresseregisteret');
        const due = all.filter(({ pathwayId }) => pathwayId > after && (feed.marks.has(pathwayId) && registries.includes('persontjenesten') || !registries.every((name) => asked.get(pathwayId)?.has(name)))).slice(0, limit);
        return { due, next: due.length === limit ? due.at(-1)!.pathwayId : null };
      },
      recordLook: async (pathwayId, look) => {
        const result = { position: 1, facts: [], refused: [], ...record(pathwayId, look) };
        looks.push({ pathwayId, look });
        asked.set(pathwayId, new Set([...(asked.get(pathwayId) ?? []), ...look.asked]));
        if (look.asked.includes('persontjenesten') && feed.marks.get(pathwayId) === look.changed) feed.marks.delete(pathwayId);
        return result;
      },
      feedPosition: async () => feed.position,
      moveFeed: async ({ from, to, changed }) => {
        if (from !== feed.position) return { moved: false, due: 0 };
        const due = Array.from({ length: people }, (_, i) => i).filter((i) => looks.some((one) => one.pathwayId === idOf(i)) && (changed === 'everybody' || changed.includes(nameOf(i))));
        for (const i of due) feed.marks.set(idOf(i), to);
        feed.position = to;
        feed.moves += 1;
        return { moved: true, due: due.length };
      },
    },
  });
  /** Whom Persontjenesten was asked about from a look on; several are asked about at once, in any order. */
  const askedPersons = (from = 0): string[] => looks.slice(from).filter(({ look }) => look.asked[0] === 'persontjenesten').map(({ pathwayId }) => pathwayId).sort();
  return { watch, looks, feed, askedPersons };
}

test('everybody is asked about once a day, at each registry, page by page', async () => {
  const { watch, looks } = house(230);
  expect(await watch.once()).toEqual({ asked: 460, facts: 0, unanswered: 0, told: 0, away: [] });
  expect(new Set(looks.map(({ pathwayId, look }) => `${pathwayId} ${look.asked.join()}`)).size).toBe(460);
  expect(looks.filter(({ look }) => look.answers.person?.value != null).length).toBe(230);
  expect(await watch.once()).toEqual({ asked: 0, facts: 0, unanswered: 0, told: 0, away: [] });
});

test('Adresseregisteret is asked whether messages reach the fastlege, where her HER-id is known', async () => {
  const { watch, looks } = house(3, undefined, true);
  simulator.behaviours.set('adresseregisteret', { mode: 'down' });
  expect(await watch.once()).toMatchObject({ asked: 6, away: ['adresseregisteret'] });
  simulator.behaviours.set('adresseregisteret', { mode: 'ok' });
  expect(await watch.once()).toMatchObject({ asked: 2, away: [] });
  expect(looks.slice(6).map(({ pathwayId, look }) => [pathwayId, look.answers.address?.value]).sort()).toEqual([
    [idOf(0), { herId: '8100001', receivesMessages: true }], [idOf(1), { herId: '8199999', receivesMessages: false }],
  ]);
});

test('one that is away is asked in the next turn, and holds up none of the others', async () => {
  const { watch, looks } = house(10);
  simulator.behaviours.set('persontjenesten', { mode: 'down' });
  expect(await watch.once()).toEqual({ asked: 10, facts: 0, unanswered: 0, told: 0, away: ['persontjenesten'] });
  expect(new Set(looks.map(({ look }) => look.asked.join()))).toEqual(new Set(['fastlegeregisteret']));
  simulator.behaviours.set('persontjenesten', { mode: 'ok' });
  expect(await watch.once()).toMatchObject({ asked: 10, away: [] });
});

test('an answer that cannot be read makes nothing known, and is asked for tomorrow', async () => {
  const { watch, looks } = house(3);
  simulator.behaviours.set('fastlegeregisteret', { mode: 'nonsense' });
  expect(await watch.once()).toMatchObject({ asked: 6, unanswered: 3, away: [] });
  expect(looks.filter(({ look }) => look.asked[0] === 'fastlegeregisteret').map(({ look }) => look.answers)).toEqual([{}, {}, {}]);
  expect(await watch.once()).toMatchObject({ asked: 0 });
});

test('one patient who cannot be written about keeps nobody else from being looked after; a database that is away does', async () => {
  const { watch, looks } = house(6, (pathwayId) => { if (pathwayId === idOf(2)) throw new Error('cannot be opened'); return {}; });
  expect(await watch.once()).toMatchObject({ asked: 12 });
  expect(looks.length).toBe(10);
  const away = house(6, () => { throw new LedgerError('unavailable', 'Databasen svarer ikke.'); });
  await expect(away.watch.once()).rejects.toMatchObject({ code: 'unavailable' });
});

describe('the feed of changes', () => {
  const dies = (i: number): void => simulator.town.die(number(i), osloDate('2026-03-19'));

  test('makes whom it tells of due at once, and nobody else; what concerns nobody of ours is read past', async () => {
    const { watch, feed, looks, askedPersons } = house(3);
    await watch.once();
    expect([feed.position, askedPersons()]).toEqual([1, [idOf(0), idOf(1), idOf(2)]]);
    dies(1);
    dies(77);
    expect(await watch.once()).toMatchObject({ told: 1, asked: 1 });
    expect([feed.position, askedPersons(6)]).toEqual([3, [idOf(1)]]);
    expect(looks.at(-1)!.look.answers.person?.value?.death).toMatchObject({ on: '2026-03-19' });
    expect(await watch.once()).toMatchObject({ told: 0, asked: 0 });
  });

  test('told twice, it is one question; in many pages and with places that are missing, nobody is left out', async () => {
    const { watch, feed, askedPersons } = house(3);
    await watch.once();
    for (let i = 0; i < 1_200; i += 1) dies(500 + (i % 40));
    simulator.town.skipInFeed(5_000);
    dies(2);
    dies(2);
    expect(await watch.once()).toMatchObject({ told: 1, asked: 1 });
    expect([feed.position, askedPersons(6)]).toEqual([6_203, [idOf(2)]]);
  });

  test('goes on where it was left: what was read is still due after a stop in the middle, and what was not is read', async () => {
    const { watch, feed, askedPersons } = house(3);
    await watch.once();
    dies(0);
    // The first page is kept, and the worker is killed before it asks.
    feed.marks.set(idOf(0), 2);
    feed.position = 2;
    dies(1);
    expect(await watch.once()).toMatchObject({ told: 1, asked: 2 });
    expect(askedPersons(6)).toEqual([idOf(0), idOf(1)]);
  });

  test('that begins anew makes everybody due; one that is away leaves the daily question as it was', async () => {
    const { watch, feed } = house(3);
    await watch.once();
    feed.position = 9_000;
    expect(await watch.once()).toMatchObject({ told: 3, asked: 3 });
    expect(feed.position).toBe(1);
    simulator.behaviours.set('persontjenesten', { mode: 'nonsense' });
    expect(await watch.once()).toMatchObject({ told: 0, asked: 0, away: [] });
  });

  test('of two workers that read it one goes on', async () => {
    const { watch, feed } = house(3);
    await watch.once();
    dies(1);
    feed.moves = 0;
    await Promise.all([watch.once(), watch.once()]);
    expect([feed.position, feed.moves]).toEqual([2, 1]);
  });
});
