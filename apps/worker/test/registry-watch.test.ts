import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LedgerError, type LookDue, type LookRecorded, type RegistryLook } from '@forlop/ledger';
import { byNothing, fastlegeregisteret, persontjenesten, type RegistryName } from '@forlop/registries';
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
function house(people: number, record: (pathwayId: string, look: RegistryLook) => Partial<LookRecorded> = () => ({})) {
  const looks: { pathwayId: string; look: RegistryLook }[] = [];
  const asked = new Map<string, Set<RegistryName>>();
  const watch = new RegistryWatch({
    now,
    log: appLog('test', 'silent'),
    persons: persontjenesten({ baseUrl: simulator.urls.persontjenesten, authorise: byNothing, now, timeoutMs: 5_000 }),
    gps: fastlegeregisteret({ baseUrl: simulator.urls.fastlegeregisteret, authorise: byNothing, now, timeoutMs: 5_000 }),
    ledger: {
      looksDue: async ({ registries, askedBefore, after = '', limit }) => {
        // Midnight in Oslo, in winter.
        expect(askedBefore).toBe('2026-03-19T23:00:00.000Z');
        const all: LookDue[] = Array.from({ length: people }, (_, i) => ({ pathwayId: idOf(i), personNumber: number(i) }));
        const due = all.filter(({ pathwayId }) => pathwayId > after && !registries.every((name) => asked.get(pathwayId)?.has(name))).slice(0, limit);
        return { due, next: due.length === limit ? due.at(-1)!.pathwayId : null };
      },
      recordLook: async (pathwayId, look) => {
        const result = { position: 1, facts: [], refused: [], ...record(pathwayId, look) };
        looks.push({ pathwayId, look });
        asked.set(pathwayId, new Set([...(asked.get(pathwayId) ?? []), ...look.asked]));
        return result;
      },
    },
  });
  return { watch, looks };
}

test('everybody is asked about once a day, at each registry, page by page', async () => {
  const { watch, looks } = house(230);
  expect(await watch.once()).toEqual({ asked: 460, facts: 0, unanswered: 0, away: [] });
  expect(new Set(looks.map(({ pathwayId, look }) => `${pathwayId} ${look.asked.join()}`)).size).toBe(460);
  expect(looks.filter(({ look }) => look.answers.person?.value != null).length).toBe(230);
  expect(await watch.once()).toEqual({ asked: 0, facts: 0, unanswered: 0, away: [] });
});

test('one that is away is asked in the next turn, and holds up none of the others', async () => {
  const { watch, looks } = house(10);
  simulator.behaviours.set('persontjenesten', { mode: 'down' });
  expect(await watch.once()).toEqual({ asked: 10, facts: 0, unanswered: 0, away: ['persontjenesten'] });
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
