import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { ObligationKind, ObligationState } from '../src/contract.js';
import { kindsOf } from './support/events.js';
import { dayOf, instant, obligation } from './support/scripted-ledger.js';
import { setStage, type Stage } from './support/stage.js';
import { Theatre } from './support/theatre.js';

let theatre: Theatre;
beforeAll(async () => void (theatre = await Theatre.open()), 60_000);
afterAll(() => theatre?.close());

const newStage = () => setStage(theatre, () => () => ({}));
const refused = (type: string) => ApplicationFailure.nonRetryable('Kan ikke nås.', type);

describe('what each obligation says, and when', () => {
  test.each<[ObligationKind, string, string]>([
    ['remind', 'remind', 'remind-again'],
    ['arrange-meeting', 'convene-meeting', 'complete-meeting'],
    ['offer-lms-course', 'offer-course', 'offer-course-again'],
    ['collect-prom', 'collect-prom', 'collect-prom'],
    ['re-evaluate-diagnosis', 're-evaluate', 're-evaluate'],
    ['notify-helfo', 'send-helfo-notice', 'send-helfo-notice'],
  ])('%s: asks, asks again, escalates, then waits until it is stopped', async (kind, first, again) => {
    const { startObligation, courier, ledger, day, untilDay, pathwayId } = await newStage();
    const handle = await startObligation(obligation(pathwayId, kind, [day(1), day(15)], { escalateAtMs: day(20) }));
    await untilDay(40);
    expect(courier.sent).toEqual([`${first} ask/${dayOf(day(1))}`, `${again} ask/${dayOf(day(15))}`, `escalate escalate/${dayOf(day(20))}`]);
    expect(ledger.outcomes.map(({ outcome }) => outcome.status)).toEqual(['sent', 'sent', 'sent']);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
  });

  test('correct-notice: tells that it no longer holds, once, and is done', async () => {
    const { startObligation, courier, day, pathwayId } = await newStage();
    const handle = await startObligation(obligation(pathwayId, 'correct-notice', [day(1)], { escalateAtMs: day(5) }));
    await expect(handle.result()).resolves.toEqual({ ended: 'done' });
    expect(courier.sent).toEqual([`withdraw withdraw/${dayOf(day(1))}`]);
  });

  test('correct-notice: what cannot be delivered goes to the coordinator at once', async () => {
    const { startObligation, courier, day, untilDay, pathwayId } = await newStage();
    courier.refusals.set('withdraw', refused('no-address'));
    const handle = await startObligation(obligation(pathwayId, 'correct-notice', [day(1)], { escalateAtMs: day(30) }));
    await untilDay(2);
    expect(courier.sent).toEqual([`escalate escalate/${dayOf(day(30))}`]);
    await expect(handle.result()).resolves.toEqual({ ended: 'done' });
  });
});

describe('notify-helfo', () => {
  test('sends nothing before a named person has confirmed, and then at once', async () => {
    const { startObligation, courier, ledger, day, untilDay, pathwayId } = await newStage();
    const notice = obligation(pathwayId, 'notify-helfo', [day(1)], { needsConfirmation: true });
    const handle = await startObligation(notice);
    await untilDay(4);
    expect(ledger.claims).toEqual([]);
    await handle.signal('replan', { ...notice, needsConfirmation: false });
    await untilDay(5);
    expect(courier.sent).toEqual([`send-helfo-notice ask/${dayOf(day(1))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('that nobody confirms is told in the house, and nothing leaves it', async () => {
    const { startObligation, courier, day, untilDay, pathwayId } = await newStage();
    const handle = await startObligation(obligation(pathwayId, 'notify-helfo', [day(1)], { needsConfirmation: true, escalateAtMs: day(3) }));
    await untilDay(20);
    expect(courier.sent).toEqual([`escalate-unconfirmed escalate/${dayOf(day(3))}`]);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
  });
});

describe('every obligation', () => {
  const remind = (stage: Stage, asks: readonly number[], more = {}) => stage.startObligation(obligation(stage.pathwayId, 'remind', asks.map(stage.day), more));

  test('ends when the ledger says that it is closed', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [{ go: false, why: 'closed' }]);
    const handle = await remind(stage, [1, 15]);
    await expect(handle.result()).resolves.toEqual({ ended: 'closed' });
    expect(stage.courier.sent).toEqual([]);
  });

  test('what is done already is not done again: a rebuilt workflow sends only what is missing', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(-10))}`, [{ go: false, why: 'already-done' }]);
    const handle = await remind(stage, [-24, -10, 4]);
    await stage.untilDay(5);
    expect(stage.ledger.claims.map(({ attempt }) => attempt)).toEqual([dayOf(stage.day(-10)), dayOf(stage.day(4))]);
    expect(stage.courier.sent).toEqual([`remind-again ask/${dayOf(stage.day(4))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('of several days that passed while nobody looked, only the latest is seen to', async () => {
    const stage = await newStage();
    const handle = await remind(stage, [-30, -20, -10]);
    await stage.untilDay(1);
    expect(stage.courier.sent).toEqual([`remind-again ask/${dayOf(stage.day(-10))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('held back, it asks again when told to, and then acts', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [
      { go: false, why: 'hold', retryAt: instant(stage.day(2)) },
      { go: false, why: 'hold', retryAt: instant(stage.day(3)) },
    ]);
    const handle = await remind(stage, [1]);
    await stage.untilDay(4);
    expect(stage.ledger.claims).toHaveLength(3);
    expect(stage.courier.sent).toEqual([`remind ask/${dayOf(stage.day(1))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('a new plan while it is held back replaces the old one', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [{ go: false, why: 'hold', retryAt: instant(stage.day(9)) }]);
    const handle = await remind(stage, [1]);
    await stage.untilDay(2);
    await handle.signal('replan', obligation(stage.pathwayId, 'remind', [stage.day(5)]));
    await stage.untilDay(6);
    expect(stage.courier.sent).toEqual([`remind ask/${dayOf(stage.day(5))}`]);
    expect(await handle.query<ObligationState>('state')).toMatchObject({ next: null, handled: [`ask/${dayOf(stage.day(5))}`] });
    await handle.signal('stop');
    await handle.result();
  });

  test('stopped before its day, it reaches nobody', async () => {
    const stage = await newStage();
    const handle = await remind(stage, [5]);
    await stage.untilDay(1);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
    expect(stage.ledger.claims).toEqual([]);
  });

  test('stopped while the courier tries, the sending is suppressed and that is recorded', async () => {
    const stage = await newStage();
    stage.courier.refusals.set('remind', ApplicationFailure.retryable('Tjeneren svarer ikke.', 'away'));
    const handle = await remind(stage, [1]);
    await stage.untilDay(2);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
    expect(stage.ledger.outcomes.map(({ outcome }) => outcome)).toEqual([{ status: 'suppressed', code: 'stopped' }]);
  });

  test('someone who cannot be reached is recorded as failed, and the coordinator is told at once', async () => {
    const stage = await newStage();
    stage.courier.refusals.set('remind', refused('mail-refused'));
    const handle = await remind(stage, [1], { escalateAtMs: stage.day(60) });
    await stage.untilDay(2);
    expect(stage.ledger.outcomes.map(({ outcome }) => outcome)).toEqual([
      { status: 'failed', code: 'mail-refused' },
      { status: 'sent', messageId: expect.any(String) },
    ]);
    expect(stage.courier.sent).toEqual([`escalate escalate/${dayOf(stage.day(60))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('a courier that is away for three days has failed', async () => {
    const stage = await newStage();
    stage.courier.refusals.set('remind', ApplicationFailure.retryable('Tjeneren svarer ikke.', 'away'));
    const handle = await remind(stage, [1]);
    await stage.untilDay(6);
    expect(stage.ledger.outcomes.map(({ outcome }) => outcome.status)).toEqual(['failed']);
    await handle.signal('stop');
    await handle.result();
  });

  test('a database that is away is waited for, at the claim and at the outcome', async () => {
    const stage = await newStage();
    stage.ledger.failures = 5;
    const handle = await remind(stage, [1]);
    await stage.untilDay(2);
    expect(stage.ledger.outcomes).toHaveLength(1);
    await handle.signal('stop');
    await handle.result();
  });

  test('renews its history, and does nothing twice', async () => {
    const stage = await newStage();
    const asks = [1, 2, 3, 4, 5, 6];
    const handle = await stage.startObligation(obligation(stage.pathwayId, 'remind', asks.map(stage.day)), { renewAfterEvents: 30 });
    await stage.untilDay(7);
    expect(stage.courier.sent).toHaveLength(6);
    await stage.handleOf(handle.workflowId).signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
    const { runId } = await stage.handleOf(handle.workflowId).describe();
    expect(runId).not.toBe(handle.firstExecutionRunId);
    expect(kindsOf((await stage.handleOf(handle.workflowId, handle.firstExecutionRunId).fetchHistory()).events!).at(-1)).toBe('workflowExecutionContinuedAsNew');
  });
});

describe('what is planned in the ledger', () => {
  const remind = (stage: Stage, asks: readonly number[], more = {}) => stage.startObligation(obligation(stage.pathwayId, 'remind', asks.map(stage.day), more), { remindersBy: 'ledger' });

  test.each<[ObligationKind, string, string]>([
    ['remind', 'remind', 'remind-again'],
    ['arrange-meeting', 'convene-meeting', 'complete-meeting'],
    ['offer-lms-course', 'offer-course', 'offer-course-again'],
    ['collect-prom', 'collect-prom', 'collect-prom'],
    ['re-evaluate-diagnosis', 're-evaluate', 're-evaluate'],
    ['notify-helfo', 'send-helfo-notice', 'send-helfo-notice'],
  ])('%s: plans each telling once, and leaves the sending and its outcome to the digests', async (kind, first, again) => {
    const { startObligation, courier, ledger, day, untilDay, pathwayId } = await newStage();
    const handle = await startObligation(obligation(pathwayId, kind, [day(1), day(15)], { escalateAtMs: day(20) }), { remindersBy: 'ledger' });
    await untilDay(40);
    expect(ledger.planned).toEqual([`${first} ask/${dayOf(day(1))}`, `${again} ask/${dayOf(day(15))}`, `escalate escalate/${dayOf(day(20))}`]);
    expect([courier.sent, ledger.outcomes]).toEqual([[], []]);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
  });

  test('correct-notice: plans that it no longer holds, once, and waits for the ledger to hear that it was sent', async () => {
    const { startObligation, ledger, day, untilDay, pathwayId } = await newStage();
    const handle = await startObligation(obligation(pathwayId, 'correct-notice', [day(1)]), { remindersBy: 'ledger' });
    await untilDay(3);
    expect(ledger.planned).toEqual([`withdraw withdraw/${dayOf(day(1))}`]);
    await handle.signal('stop');
    await expect(handle.result()).resolves.toEqual({ ended: 'stopped' });
  });

  test('closed in the ledger, it ends and plans nothing', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [{ go: false, why: 'closed' }]);
    await expect((await remind(stage, [1, 15])).result()).resolves.toEqual({ ended: 'closed' });
    expect(stage.ledger.planned).toEqual([]);
  });

  test('held back, it asks again when told to, and then plans', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [{ go: false, why: 'hold', retryAt: instant(stage.day(2)) }]);
    const handle = await remind(stage, [1]);
    await stage.untilDay(3);
    expect([stage.ledger.claims.length, stage.ledger.planned]).toEqual([2, [`remind ask/${dayOf(stage.day(1))}`]]);
    await handle.signal('stop');
    await handle.result();
  });

  test('overtaken by a new plan while it is held back, it plans by the new one', async () => {
    const stage = await newStage();
    stage.ledger.answers.set(`ask/${dayOf(stage.day(1))}`, [{ go: false, why: 'hold', retryAt: instant(stage.day(9)) }]);
    const handle = await remind(stage, [1]);
    await stage.untilDay(2);
    await handle.signal('replan', obligation(stage.pathwayId, 'remind', [stage.day(5)]));
    await stage.untilDay(6);
    expect(stage.ledger.planned).toEqual([`remind ask/${dayOf(stage.day(5))}`]);
    await handle.signal('stop');
    await handle.result();
  });

  test('a database that is away is waited for', async () => {
    const stage = await newStage();
    stage.ledger.failures = 3;
    const handle = await remind(stage, [1]);
    await stage.untilDay(2);
    expect(stage.ledger.planned).toHaveLength(1);
    await handle.signal('stop');
    await handle.result();
  });

  test('a renewed history goes on planning in the ledger; what it asks for again is the same', async () => {
    const stage = await newStage();
    const asks = [1, 2, 3, 4, 5, 6];
    const handle = await stage.startObligation(obligation(stage.pathwayId, 'remind', asks.map(stage.day)), { remindersBy: 'ledger', renewAfterEvents: 12 });
    await stage.untilDay(7);
    expect([new Set(stage.ledger.planned).size, stage.courier.sent]).toEqual([6, []]);
    const { runId } = await stage.handleOf(handle.workflowId).describe();
    expect(runId).not.toBe(handle.firstExecutionRunId);
    await stage.handleOf(handle.workflowId).signal('stop');
    await handle.result();
  });
});
