import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-23'); }, 60_000);
beforeEach(async () => { await house.ledger.markSent((await house.ledger.unsent(10_000)).flatMap((i) => i.ids)); });
afterAll(() => house.close());

const newPathway = async (): Promise<string> => (await house.ledger.intake(referral(), coordinator)).pathwayId;
const fact = { type: 'epikriseReservert', occurredOn: '2026-03-23' };

/** Waits until something is so, without guessing how long it takes. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

describe('the outbox', () => {
  test('several rows of a pathway are one item with the highest position; sent ones do not come again', async () => {
    const pathwayId = await newPathway();
    await house.ledger.record(pathwayId, [fact], coordinator);
    const { position } = await house.ledger.patientView(pathwayId);
    expect(await house.ledger.backlog()).toMatchObject({ rows: 2, oldestMs: expect.any(Number) });
    const [item, ...others] = await house.ledger.unsent(10);
    expect([item!.pathwayId, item!.position, item!.ids.length, others]).toEqual([pathwayId, position, 2, []]);
    await house.ledger.markSent(item!.ids);
    await house.ledger.markSent([]);
    expect(await house.ledger.unsent(10)).toEqual([]);
    expect(await house.ledger.backlog()).toEqual({ rows: 0, oldestMs: null });
  });

  test('a transaction that is still open hides what came after it, and nothing is skipped when it commits', async () => {
    const [slow, quick] = [await newPathway(), await newPathway()];
    await house.ledger.markSent((await house.ledger.unsent(100)).flatMap((i) => i.ids));
    const client = new pg.Client({ connectionString: house.url });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('insert into outbox (pathway_id, position) values ($1, 1)', [slow]);
      await house.ledger.record(quick, [fact], coordinator);
      expect(await house.ledger.unsent(100)).toEqual([]);
      await client.query('commit');
      expect((await house.ledger.unsent(100)).map((i) => i.pathwayId)).toEqual([slow, quick]);
    } finally {
      // Left open, it would hold back every other test's outbox too.
      await client.end();
    }
  });

  test('many writers at once: a reader that keeps a place sees every row, in order', async () => {
    const pathways = await Promise.all(Array.from({ length: 8 }, newPathway));
    await house.ledger.markSent((await house.ledger.unsent(1000)).flatMap((i) => i.ids));
    const other = await house.another({ poolSize: 8 });
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      while (writing || (await house.ledger.backlog()).rows > 0) {
        const items = await house.ledger.unsent(7);
        const ids = items.flatMap((i) => i.ids);
        seen.push(...ids);
        await house.ledger.markSent(ids);
      }
    })();
    await Promise.all(pathways.flatMap((id, i) => Array.from({ length: 6 }, () => (i % 2 ? other : house.ledger).record(id, [fact], coordinator))));
    writing = false;
    await reader;
    const rows = await house.sql<{ id: string }>('select id from outbox where pathway_id = any($1) and id = any($2)', [pathways, seen]);
    expect(rows).toHaveLength(48);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('old rows that were told are cleaned away, the others stay', async () => {
    await newPathway();
    await house.ledger.markSent((await house.ledger.unsent(100)).flatMap((i) => i.ids));
    await house.sql(`update outbox set sent_at = now() - interval '8 days'`);
    const pathwayId = await newPathway();
    expect((await house.ledger.clean(7)).outbox).toBeGreaterThan(0);
    expect((await house.ledger.unsent(100)).map((i) => i.pathwayId)).toEqual([pathwayId]);
  });
});

describe('the wake-up', () => {
  test('a commit wakes the relay, and so does a new connection after the old was cut', async () => {
    let wakes = 0;
    const stop = await house.ledger.onCommitted(() => void (wakes += 1));
    await until(() => wakes > 0);
    const connected = wakes;
    await newPathway();
    await until(() => wakes > connected);

    const before = wakes;
    await house.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'forlop-listen' and datname = current_database()`);
    await until(() => wakes > before);
    const again = wakes;
    await newPathway();
    await until(() => wakes > again);
    await stop();
  });
});

describe('a database that goes away under the ledger', () => {
  test('a cut connection is an error that waiting mends, and the next call works', async () => {
    const pathwayId = await newPathway();
    const [{ blocked }] = await Promise.all([
      house.ledger.withIdempotency({ key: 'kuttet', actor: coordinator, route: 'r', requestHash: 'h' }, async (transaction) => {
        await house.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'forlop' and state = 'idle in transaction' and datname = current_database()`);
        await transaction.query('select 1');
        return 'done';
      }).then(() => ({ blocked: null }), (error: unknown) => ({ blocked: error })),
    ]);
    expect(blocked).toMatchObject({ code: 'unavailable', retryable: true });
    expect((await house.ledger.record(pathwayId, [fact], coordinator)).outcome).toBe('done');
  });

  test('connections that are all in use are another error than a database that is away, and are mended by waiting too', async () => {
    const pathwayId = await newPathway();
    const narrow = await house.another({ poolSize: 1 });
    const said = new EventEmitter();
    const [taken, over] = [once(said, 'taken'), once(said, 'over')];
    const holder = narrow.withIdempotency({ key: 'opptatt', actor: coordinator, route: 'r', requestHash: 'h' }, async () => {
      said.emit('taken');
      await over;
      return 'done';
    });
    await taken;
    const crowded = await narrow.record(pathwayId, [fact], coordinator).catch((error: unknown) => error);
    expect(crowded).toMatchObject({ code: 'overloaded', retryable: true, message: expect.stringMatching(/for mange samtidige .*Prøv igjen/) });
    said.emit('over');
    await holder;
    expect((await narrow.record(pathwayId, [fact], coordinator)).outcome).toBe('done');
  }, 60_000);
});
