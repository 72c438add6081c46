import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { kindsOf } from './support/events.js';
import { instant } from './support/scripted-ledger.js';
import { dayMs, setStage } from './support/stage.js';
import { Theatre } from './support/theatre.js';

let theatre: Theatre;
beforeAll(async () => void (theatre = await Theatre.open()), 60_000);
afterAll(() => theatre?.close());

const newStage = () => setStage(theatre, () => () => ({}));
const away = () => ApplicationFailure.retryable('Tjeneren svarer ikke.', 'unreachable');
const unreachable = (tries: number) => Array.from({ length: tries }, away);

test('leaves at the first try, for one event beside the workflow task', async () => {
  const { startDigest, courier } = await newStage();
  courier.digests.push({ messages: 2, retryAt: null });
  const handle = await startDigest();
  await expect(handle.result()).resolves.toEqual({ messages: 2 });
  expect(courier.digests).toEqual([]);
  const { events } = await handle.fetchHistory();
  expect(kindsOf(events!)).toEqual([
    'workflowExecutionStarted', 'workflowTaskScheduled', 'workflowTaskStarted', 'workflowTaskCompleted', 'markerRecorded', 'workflowExecutionCompleted',
  ]);
});

test('held back, it asks again when it is told to, and counts what went out in all', async () => {
  const { startDigest, courier, day } = await newStage();
  courier.digests.push({ messages: 1, retryAt: instant(day(1)) }, { messages: 0, retryAt: instant(day(2)) }, { messages: 1, retryAt: null });
  const handle = await startDigest();
  await expect(handle.result()).resolves.toEqual({ messages: 2 });
  const { closeTime } = await handle.describe();
  expect(closeTime!.getTime()).toBeGreaterThanOrEqual(day(2));
  expect(closeTime!.getTime()).toBeLessThan(day(3));
  expect(courier.failed).toEqual([]);
});

test('told to ask at an instant that has passed, it does not spin', async () => {
  const { startDigest, courier, day } = await newStage();
  const tries = 5;
  courier.digests.push(...Array.from({ length: tries }, () => ({ messages: 0, retryAt: instant(day(-1)) })));
  const handle = await startDigest();
  await expect(handle.result()).resolves.toEqual({ messages: 0 });
  const { startTime, closeTime } = await handle.describe();
  expect(closeTime!.getTime() - startTime.getTime()).toBeGreaterThanOrEqual(tries * 1_000);
});

test('a channel that is away is tried until it is back; the tries cost the history nothing', async () => {
  const eventsAfter = async (tries: number) => {
    const { startDigest, courier } = await newStage();
    courier.digests.push(...unreachable(tries), { messages: 1, retryAt: null });
    const handle = await startDigest();
    await expect(handle.result()).resolves.toEqual({ messages: 1 });
    expect([courier.digests, courier.failed]).toEqual([[], []]);
    return (await handle.fetchHistory()).events!.length;
  };
  const [few, many] = [await eventsAfter(2), await eventsAfter(60)];
  expect(many).toBe(few);
  expect(many).toBeLessThanOrEqual(12);
});

test('away for three days, it is given up with why, so that the coordinators are told', async () => {
  const { startDigest, courier } = await newStage();
  courier.digests.push(...unreachable(1_000));
  const handle = await startDigest();
  await expect(handle.result()).resolves.toEqual({ messages: 0 });
  expect(courier.failed).toEqual(['unreachable']);
  const { startTime, closeTime } = await handle.describe();
  const days = (closeTime!.getTime() - startTime.getTime()) / dayMs;
  expect(days).toBeGreaterThan(2.9);
  expect(days).toBeLessThan(3.1);
});

test('a failure that no other try can mend is given up at once', async () => {
  const { startDigest, courier } = await newStage();
  courier.digests.push(away(), ApplicationFailure.nonRetryable('Ukjent mottaker.', 'unknown-receiver'));
  const handle = await startDigest();
  await expect(handle.result()).resolves.toEqual({ messages: 0 });
  expect(courier.failed).toEqual(['unknown-receiver']);
});
