import { describe, expect, test } from '@jest/globals';
import { LedgerError, type AttemptRef, type Ledger, type LedgerErrorCode, type Outcome, type Planned, type PlannedDigest } from '@forlop/ledger';
import { planOf, type AdvanceResult, type ObligationRef } from '@forlop/workflows';
import { pathwayActivities, type DigestsPort, type RunningObligationsPort } from '../src/index.js';

const attempt: AttemptRef = { pathwayId: 'p1', key: 'PLIKT#1', attempt: 20260408, purpose: 'ask' };

function failing(error: Error) {
  const fail = () => Promise.reject(error);
  return pathwayActivities({ ledger: { advance: fail, claimAttempt: fail, recordOutcome: fail, planReminder: fail, closeReminders: fail }, obligations: new NotedObligations(), digests: new NotedDigests() });
}

/** Notes what it is told; those named in `gone` have ended. */
class NotedObligations implements RunningObligationsPort {
  readonly started: string[] = [];
  readonly stopped: string[] = [];
  readonly replanned: string[] = [];
  constructor(private readonly gone: readonly string[] = []) {}

  async start(pathwayId: string, { workflowId }: ObligationRef): Promise<void> {
    this.started.push(`${pathwayId} ${workflowId}`);
  }
  async stop(workflowId: string): Promise<void> {
    this.stopped.push(workflowId);
  }
  async replan({ workflowId }: ObligationRef): Promise<boolean> {
    this.replanned.push(workflowId);
    return !this.gone.includes(workflowId);
  }
}

/** Notes which digests are to run. */
class NotedDigests implements DigestsPort {
  readonly started: string[] = [];
  async start({ digestId, at }: PlannedDigest): Promise<boolean> {
    return this.started.push(`${digestId} ${at}`) > 0;
  }
}

const open = (workflowId: string): ObligationRef => ({ key: `${workflowId}#1`, workflowId, kind: 'remind', duty: workflowId, clock: 'KLOKKE', askAt: ['2026-04-08T06:30:00.000Z'], escalateAt: null, needsConfirmation: false });
const call = { pathwayId: 'p1', now: '2026-04-08T06:00:00.000Z' };

function advancing(answer: Partial<AdvanceResult>, obligations: RunningObligationsPort) {
  const quiet: AdvanceResult = { position: 1, now: call.now, nextWakeAt: null, openObligations: [], step: 'utredning', nextDeadline: null, nextRule: null, mode: 'live', finished: false };
  const ledger = { advance: async () => ({ ...quiet, ...answer }), closeReminders: async () => undefined } as unknown as Ledger;
  return pathwayActivities({ ledger, obligations, digests: new NotedDigests() });
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
    const calls = [activities.advance({ ...call, running: {} }), activities.claimAttempt(attempt), activities.recordOutcome({ ...attempt, outcome: { status: 'failed', code: 'x' } })];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'ApplicationFailure', type: code, nonRetryable });
  });

  test('an error that the ledger does not know is passed on, to be tried again', async () => {
    const error = new Error('connection reset');
    await expect(failing(error).advance({ ...call, running: {} })).rejects.toBe(error);
  });

  test('what runs and is closed is stopped, what has moved is told, what is missing is left to the workflow', async () => {
    const obligations = new NotedObligations(['b']);
    const running = { same: planOf(open('same')), a: 'an older plan', b: 'an older plan', closed: 'any' };
    const wake = await advancing({ openObligations: ['same', 'a', 'b', 'missing'].map(open) }, obligations).advance({ ...call, running });
    expect(obligations).toMatchObject({ stopped: ['closed'], replanned: ['a', 'b'] });
    expect(wake).toMatchObject({ ended: ['b'], running: null });
    expect(obligations.started).toEqual([]);
  });

  test('what is missing is started for a workflow that asks for it, and what had ended again; what is dormant waits', async () => {
    const obligations = new NotedObligations(['b']);
    const running = { same: planOf(open('same')), a: 'an older plan', b: 'an older plan', closed: 'any' };
    const openObligations = [...['same', 'a', 'b', 'missing'].map(open), { ...open('dormant'), dormant: true }, { ...open('due'), dormant: false }];
    const wake = await advancing({ openObligations }, obligations).advance({ ...call, running, starts: true });
    expect(obligations).toMatchObject({ stopped: ['closed'], replanned: ['a', 'b'], started: ['p1 b', 'p1 missing', 'p1 due'] });
    expect(wake).toMatchObject({ ended: [], running: Object.fromEntries(['same', 'a', 'b', 'missing', 'due'].map((id) => [id, planOf(open(id))])) });
  });

  test('one that runs stays, though its days have moved ahead', async () => {
    const obligations = new NotedObligations();
    const wake = await advancing({ openObligations: [{ ...open('a'), dormant: true }] }, obligations).advance({ ...call, running: { a: 'an older plan' }, starts: true });
    expect(obligations).toMatchObject({ stopped: [], replanned: ['a'], started: [] });
    expect(wake.running).toEqual({ a: planOf(open('a')) });
  });

  test('a pathway that is not live has nothing open: everything is stopped', async () => {
    const obligations = new NotedObligations();
    await advancing({ mode: 'paused', openObligations: [open('a')] }, obligations).advance({ ...call, running: { a: planOf(open('a')) } });
    expect(obligations).toMatchObject({ stopped: ['a'], replanned: [] });
  });

  test('what is planned has its receivers’ digests run; what is refused or held starts none', async () => {
    const digests = new NotedDigests();
    const answers: Planned[] = [
      { go: true, message: { id: 'm1' }, digests: [{ digestId: 'digest/r1/20260408T0645', receiverId: 'r1', at: '2026-04-08T06:45:00.000Z' }] },
      { go: false, why: 'closed' },
      { go: false, why: 'hold', retryAt: '2026-04-08T07:00:00.000Z' },
    ];
    const ledger = { planReminder: async () => answers.shift()! } as unknown as Ledger;
    const { planReminder } = pathwayActivities({ ledger, obligations: new NotedObligations(), digests });
    const plan = () => planReminder({ ...attempt, wording: 'remind' });
    expect([await plan(), await plan(), await plan()]).toEqual([{ go: true, message: { id: 'm1' } }, { go: false, why: 'closed' }, { go: false, why: 'hold', retryAt: '2026-04-08T07:00:00.000Z' }]);
    expect(digests.started).toEqual(['digest/r1/20260408T0645 2026-04-08T06:45:00.000Z']);
  });

  test('an outcome is recorded on its attempt', async () => {
    const recorded: [AttemptRef, Outcome][] = [];
    const ledger = { recordOutcome: async (ref: AttemptRef, outcome: Outcome) => void recorded.push([ref, outcome]) } as Pick<Ledger, 'recordOutcome'>;
    const outcome: Outcome = { status: 'sent', messageId: '<1@a.example>' };
    await pathwayActivities({ ledger: ledger as Ledger, obligations: new NotedObligations(), digests: new NotedDigests() }).recordOutcome({ ...attempt, outcome });
    expect(recorded).toEqual([[attempt, outcome]]);
  });
});
