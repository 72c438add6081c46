import { expect, test } from '@jest/globals';
import type { OutboxItem } from '@forlop/ledger';
import { appLog } from '@forlop/telemetry';
import { WorkerMetrics } from '../src/metrics.js';
import { Relay } from '../src/relay/relay.js';

/** An outbox in memory with the ledger's manners: rows stay until they are marked. */
function outbox(rows: readonly OutboxItem[]) {
  const left = new Map(rows.map((row) => [row.pathwayId, row]));
  let wake: () => void = () => undefined;
  return {
    left,
    add: (row: OutboxItem) => {
      left.set(row.pathwayId, row);
      wake();
    },
    unsent: async (limit: number) => [...left.values()].slice(0, limit),
    markSent: async (ids: readonly number[]) => {
      for (const [key, row] of left) if (row.ids.every((id) => ids.includes(id))) left.delete(key);
    },
    onCommitted: async (call: () => void) => {
      wake = call;
      return async () => undefined;
    },
  };
}

const item = (n: number): OutboxItem => ({ ids: [n], pathwayId: `p${n}`, position: n });
const parts = { parallel: 4, log: appLog('test', 'fatal'), metrics: new WorkerMetrics({ backlog: async () => ({ rows: 0, oldestMs: null }) }) };

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test('every row is told and only then marked; what is added later wakes it', async () => {
  const ledger = outbox(Array.from({ length: 1_200 }, (_, i) => item(i)));
  const told: string[] = [];
  const relay = new Relay({ ...parts, ledger, teller: { changed: async (id, { position }) => void told.push(`${id}:${position}`) } });
  relay.start();
  await until(() => ledger.left.size === 0);
  ledger.add(item(5_000));
  await until(() => ledger.left.size === 0);
  await relay.stop();
  expect(told).toHaveLength(1_201);
  expect(told).toContain('p5000:5000');
});

test('a workflow that cannot be told stays in the outbox and is told again', async () => {
  const ledger = outbox([item(1), item(2)]);
  let failures = 3;
  const told: string[] = [];
  const teller = {
    changed: async (id: string) => {
      if (id === 'p2' && failures > 0) {
        failures -= 1;
        throw new Error('away');
      }
      told.push(id);
    },
  };
  const relay = new Relay({ ...parts, ledger, teller });
  relay.start();
  await until(() => ledger.left.size === 0);
  await relay.stop();
  expect(failures).toBe(0);
  expect(told.filter((id) => id === 'p2')).toHaveLength(1);
});

test('asked to stop, it ends even while nothing can be told', async () => {
  const ledger = outbox([item(1)]);
  const relay = new Relay({ ...parts, ledger, teller: { changed: () => Promise.reject(new Error('away')) } });
  relay.start();
  await relay.stop();
  expect([...ledger.left.keys()]).toEqual(['p1']);
});

test('one workflow that can never be told holds up nobody else', async () => {
  const ledger = outbox(Array.from({ length: 600 }, (_, i) => item(i)));
  const relay = new Relay({ ...parts, ledger, teller: { changed: (id) => (id === 'p0' ? Promise.reject(new Error('too many signals')) : Promise.resolve()) } });
  relay.start();
  await until(() => ledger.left.size === 1);
  await relay.stop();
  expect([...ledger.left.keys()]).toEqual(['p0']);
});
