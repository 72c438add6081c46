import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IdempotencyRequest } from '../src/index.js';
import { coordinator, referral, startLedger, type TestLedger } from './helpers.js';

let house: TestLedger;
beforeAll(async () => { house = await startLedger('2026-03-23'); }, 60_000);
afterAll(() => house.close());

let keys = 0;
const request = (more: Partial<IdempotencyRequest> = {}): IdempotencyRequest => ({ key: `nokkel-${(keys += 1)}`, actor: coordinator, route: 'POST /pathways/:id/facts', requestHash: 'abc', ...more });
const fact = { type: 'epikriseReservert', occurredOn: '2026-03-23' };

test('the same key and body gives the same answer, and the work is done once', async () => {
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  const asked = request();
  const work = () => house.ledger.withIdempotency(asked, async (tx) => {
    const result = await house.ledger.record(pathwayId, [fact], coordinator, tx);
    return { position: result.position, tilfeldig: Math.random() };
  });
  const first = await work();
  const second = await work();
  expect([first.replayed, second.replayed]).toEqual([false, true]);
  expect(second.answer).toEqual(first.answer);
  expect((await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.type === fact.type)).toHaveLength(1);
});

test('another body or route under the same key is refused; another actor’s key is another key', async () => {
  const asked = request();
  await house.ledger.withIdempotency(asked, async () => 1);
  await expect(house.ledger.withIdempotency({ ...asked, requestHash: 'abd' }, async () => 2)).rejects.toMatchObject({ code: 'idempotency-conflict' });
  await expect(house.ledger.withIdempotency({ ...asked, route: 'POST /annet' }, async () => 2)).rejects.toMatchObject({ code: 'idempotency-conflict' });
  expect(await house.ledger.withIdempotency({ ...asked, actor: { kind: 'person', id: 'en-annen' } }, async () => 3)).toEqual({ answer: 3, replayed: false });
});

test('concurrent duplicates wait for the first and get its answer', async () => {
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  const asked = request();
  const other = await house.another();
  let runs = 0;
  const answers = await Promise.all([house.ledger, other, house.ledger, other].map((ledger) => ledger.withIdempotency(asked, async (tx) => {
    runs += 1;
    return (await ledger.record(pathwayId, [fact], coordinator, tx)).position;
  })));
  expect(runs).toBe(1);
  expect(answers.filter((a) => !a.replayed)).toHaveLength(1);
  expect(new Set(answers.map((a) => a.answer)).size).toBe(1);
});

test('what throws leaves no trace: neither the work nor the key', async () => {
  const { pathwayId } = await house.ledger.intake(referral(), coordinator);
  const asked = request();
  await expect(house.ledger.withIdempotency(asked, async (tx) => {
    await house.ledger.record(pathwayId, [fact], coordinator, tx);
    throw new Error('midt i');
  })).rejects.toThrow('midt i');
  expect((await house.ledger.patientView(pathwayId)).timeline.filter((e) => e.type === fact.type)).toHaveLength(0);
  const { replayed } = await house.ledger.withIdempotency(asked, async (tx) => (await house.ledger.record(pathwayId, [fact], coordinator, tx)).position);
  expect(replayed).toBe(false);
  expect((await house.ledger.unsent(1000)).some((i) => i.pathwayId === pathwayId)).toBe(true);
});
