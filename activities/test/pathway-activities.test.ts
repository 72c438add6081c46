import { describe, expect, test } from '@jest/globals';
import { LedgerError, type AttemptRef, type Ledger, type LedgerErrorCode, type Outcome } from '@forlop/ledger';
import { pathwayActivities } from '../src/index.js';

const attempt: AttemptRef = { pathwayId: 'p1', key: 'PLIKT#1', attempt: 20260408, purpose: 'ask' };

function failing(error: Error) {
  const fail = () => Promise.reject(error);
  return pathwayActivities({ ledger: { advance: fail, claimAttempt: fail, recordOutcome: fail } });
}

describe('pathway activities', () => {
  test.each<[LedgerErrorCode, boolean]>([
    ['unknown-pathway', true],
    ['unknown-obligation', true],
    ['erased', true],
    ['bad-data', true],
    ['unknown-definition', false],
    ['setup', false],
    ['unavailable', false],
  ])('%s: trying again is pointless is %s', async (code, nonRetryable) => {
    const activities = failing(new LedgerError(code, 'Noe gikk galt.'));
    const calls = [activities.advance({ pathwayId: 'p1', now: '2026-04-08T06:00:00.000Z' }), activities.claimAttempt(attempt), activities.recordOutcome({ ...attempt, outcome: { status: 'failed', code: 'x' } })];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'ApplicationFailure', type: code, nonRetryable });
  });

  test('an error that the ledger does not know is passed on, to be tried again', async () => {
    const error = new Error('connection reset');
    await expect(failing(error).advance({ pathwayId: 'p1', now: '2026-04-08T06:00:00.000Z' })).rejects.toBe(error);
  });

  test('an outcome is recorded on its attempt', async () => {
    const recorded: [AttemptRef, Outcome][] = [];
    const ledger = { recordOutcome: async (ref: AttemptRef, outcome: Outcome) => void recorded.push([ref, outcome]) } as Pick<Ledger, 'recordOutcome'>;
    const outcome: Outcome = { status: 'sent', messageId: '<1@a.example>' };
    await pathwayActivities({ ledger: ledger as Ledger }).recordOutcome({ ...attempt, outcome });
    expect(recorded).toEqual([[attempt, outcome]]);
  });
});
