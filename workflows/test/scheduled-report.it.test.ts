import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { setStage } from './support/stage.js';
import { Theatre } from './support/theatre.js';

let theatre: Theatre;
beforeAll(async () => void (theatre = await Theatre.open()), 60_000);
afterAll(() => theatre?.close());

const newStage = () => setStage(theatre, () => () => ({}));
const months = (scheduleId: string, days: readonly string[]) => days.map((occurrenceOn) => ({ scheduleId, contentRevision: 1, occurrenceOn, from: '2026-04-01', to: '2026-04-30' }));

test('on a day that is not the one it ends with nothing made', async () => {
  const { startReport } = await newStage();
  await expect((await startReport()).result()).resolves.toEqual({ made: 0 });
});

test('what was missed is made in order, and a ledger that is away is waited for', async () => {
  const { startReport, reports, pathwayId } = await newStage();
  const missed = months(pathwayId, ['2026-05-04', '2026-06-01', '2026-07-01']);
  reports.due.push(...missed, ApplicationFailure.retryable('Databasen svarer ikke.', 'unavailable'), ApplicationFailure.retryable('Databasen svarer ikke.', 'unavailable'));
  await expect((await startReport()).result()).resolves.toEqual({ made: 3 });
  expect(reports.made).toEqual(missed);
});

test('one that is gone for good fails, visibly', async () => {
  const { startReport, reports, pathwayId } = await newStage();
  reports.due.push(...months(pathwayId, ['2026-05-04']), ApplicationFailure.nonRetryable('Den finnes ikke.', 'unknown-schedule'));
  await expect((await startReport()).result()).rejects.toThrow();
  expect(reports.made).toEqual([]);
});
