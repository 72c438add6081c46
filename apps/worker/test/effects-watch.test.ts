import { expect, test } from '@jest/globals';
import type { HeldObligations, ObligationRef } from '@forlop/ledger';
import { appLog } from '@forlop/telemetry';
import { EffectsWatch } from '../src/index.js';

const held = (n: number): HeldObligations => ({ pathwayId: String(n).padStart(4, '0'), obligations: [{ workflowId: `p${n}/PLIKT/1` } as ObligationRef] });

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A house with a switch, held obligations, and a Temporal that is there or not. */
function house(waiting: readonly HeldObligations[]) {
  const state = { on: false, at: minutesAgo(50), away: false };
  const told: string[] = [];
  const watch = new EffectsWatch({
    ledger: {
      effects: async () => ({ on: state.on, at: state.at, by: 'person:drift', why: 'Prøve.' }),
      heldObligations: async ({ after = '', limit }) => waiting.filter(({ pathwayId }) => pathwayId > after).slice(0, limit),
    },
    obligations: {
      replan: async ({ workflowId }) => {
        if (state.away) throw new Error('Temporal is away');
        told.push(workflowId);
        return true;
      },
    },
    log: appLog('test', 'silent'),
  });
  return { state, told, watch };
}

const many = Array.from({ length: 450 }, (_, n) => held(n));

test('tells everyone who waits, once for each time that the switch is set on', async () => {
  const { state, told, watch } = house(many);
  expect(await watch.once()).toBe(0);
  state.on = true;
  expect(await watch.once()).toBe(many.length);
  expect(new Set(told).size).toBe(many.length);
  expect(await watch.once()).toBe(0);
  Object.assign(state, { on: false, at: minutesAgo(40) });
  expect(await watch.once()).toBe(0);
  Object.assign(state, { on: true, at: minutesAgo(30) });
  expect(await watch.once()).toBe(many.length);
});

test('a worker that starts long after the switch tells nobody: everyone has asked by himself', async () => {
  const { state, watch } = house([held(1)]);
  Object.assign(state, { on: true, at: minutesAgo(61) });
  expect(await watch.once()).toBe(0);
});

test('while Temporal is away nobody counts as told', async () => {
  const { state, told, watch } = house([held(1)]);
  Object.assign(state, { on: true, away: true });
  await expect(watch.once()).rejects.toThrow('away');
  state.away = false;
  expect(await watch.once()).toBe(1);
  expect(told).toEqual(['p1/PLIKT/1']);
});
