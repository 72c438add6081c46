import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LedgerError } from '@forlop/ledger';
import { WorkflowFailedError } from '@temporalio/client';
import type { PathwayState } from '../src/contract.js';
import { kindsOf, payloadsOf, wakesOf } from './support/events.js';
import { dayOf, instant, obligation, type Script } from './support/scripted-ledger.js';
import { byDay, dayMs, setStage, type Stage } from './support/stage.js';
import { Theatre } from './support/theatre.js';

let theatre: Theatre;
beforeAll(async () => void (theatre = await Theatre.open()), 60_000);
afterAll(() => theatre?.close());

const onStage = async (script: (stage: Stage) => Script, play: (stage: Stage) => Promise<void>) => play(await setStage(theatre, script));

describe('patientPathway', () => {
  test('asks at each next moment, and ends when the ledger says finished', () =>
    onStage(
      (stage) => byDay(stage, [[0, { nextWakeAt: instant(stage.day(7)) }], [7, { nextWakeAt: instant(stage.day(84)) }], [84, { finished: true }]]),
      async ({ startPathway, ledger, day }) => {
        const handle = await startPathway();
        await expect(handle.result()).resolves.toEqual({ position: 1, mode: 'live' });
        expect(ledger.advances).toHaveLength(3);
        expect(Date.parse(ledger.advances[1]!)).toBeGreaterThanOrEqual(day(7));
        expect(Date.parse(ledger.advances[2]!)).toBeGreaterThanOrEqual(day(84));
      },
    ));

  test('asks at once when something is recorded, and not again for what it knows', () =>
    onStage(
      (stage) => () => ({ nextWakeAt: instant(stage.day(30)), finished: stage.ledger.position >= 9 }),
      async ({ startPathway, ledger, untilDay }) => {
        const handle = await startPathway();
        await untilDay(1);
        ledger.position = 5;
        await handle.signal('changed', { position: 5 });
        await untilDay(2);
        await handle.signal('changed', { position: 4 });
        await untilDay(3);
        expect(ledger.advances).toHaveLength(2);
        ledger.position = 9;
        await handle.signal('changed', { position: 9 });
        await expect(handle.result()).resolves.toMatchObject({ position: 9 });
      },
    ));

  test('a position that the ledger never reaches (restored from a backup) does not make it spin', () =>
    onStage(
      (stage) => byDay(stage, [[0, { nextWakeAt: instant(stage.day(3)) }], [3, { finished: true }]]),
      async ({ startPathway, ledger }) => {
        const handle = await startPathway();
        await handle.signal('changed', { position: 1_000 });
        await handle.result();
        expect(ledger.advances.length).toBeLessThanOrEqual(3);
      },
    ));

  test('a next moment that is not ahead does not make it spin', () =>
    onStage(
      (stage) => (nowMs) => ({ nextWakeAt: instant(stage.day(0)), finished: nowMs >= stage.day(0) + 60_000 }),
      async ({ startPathway, ledger }) => {
        await (await startPathway()).result();
        expect(ledger.advances.length).toBeLessThanOrEqual(4);
      },
    ));

  test('starts what is open, stops what is gone, and tells what has moved', () =>
    onStage(
      (stage) => {
        const reminder = obligation(stage.pathwayId, 'remind', [stage.day(5)]);
        const moved = obligation(stage.pathwayId, 'remind', [stage.day(8)]);
        return byDay(stage, [
          [0, { openObligations: [reminder], nextWakeAt: instant(stage.day(2)) }],
          [2, { openObligations: [moved], nextWakeAt: instant(stage.day(10)) }],
          [10, { nextWakeAt: instant(stage.day(12)) }],
          [12, { finished: true }],
        ]);
      },
      async ({ startPathway, courier, day, untilDay, pathwayId, obligationEnd }) => {
        const handle = await startPathway();
        await untilDay(7);
        expect(courier.sent).toEqual([]);
        expect(await handle.query<PathwayState>('state')).toMatchObject({ step: 'utredning', obligations: [`${pathwayId}/PLIKT-REMIND/1`] });
        await handle.result();
        expect(courier.sent).toEqual([`remind ask/${dayOf(day(8))}`]);
        await expect(obligationEnd(`${pathwayId}/PLIKT-REMIND/1`)).resolves.toEqual({ ended: 'stopped' });
      },
    ));

  test('an obligation that runs already is told the plan, and one that ended is started again', () =>
    onStage(
      (stage) => {
        const open = [obligation(stage.pathwayId, 'remind', [stage.day(4)])];
        return byDay(stage, [[0, { openObligations: open, nextWakeAt: instant(stage.day(6)) }], [6, { finished: true }]]);
      },
      async ({ startPathway, startObligation, courier, pathwayId, day }) => {
        await startObligation(obligation(pathwayId, 'remind', [day(2)]));
        await (await startPathway()).result();
        expect(courier.sent).toEqual([`remind ask/${dayOf(day(4))}`]);
      },
    ));

  test('the sweep tells what runs: the missing is started, the stray is stopped', () =>
    onStage(
      (stage) => byDay(stage, [[0, { openObligations: [obligation(stage.pathwayId, 'remind', [stage.day(9)])], nextWakeAt: instant(stage.day(20)) }], [20, { finished: true }]]),
      async ({ startPathway, startObligation, pathwayId, day, untilDay, handleOf, obligationEnd }) => {
        const handle = await startPathway();
        await untilDay(1);
        const reminder = handleOf(`${pathwayId}/PLIKT-REMIND/1`);
        await reminder.terminate('an operator’s mistake');
        const stray = await startObligation(obligation(pathwayId, 'offer-lms-course', [day(15)]));
        await handle.signal('recheck', { running: [stray.workflowId] });
        await expect(obligationEnd(stray.workflowId)).resolves.toEqual({ ended: 'stopped' });
        expect(await handle.query<PathwayState>('state')).toMatchObject({ obligations: [reminder.workflowId] });
        expect((await reminder.describe()).status.name).toBe('RUNNING');
        await handle.result();
        await expect(obligationEnd(reminder.workflowId)).resolves.toEqual({ ended: 'stopped' });
      },
    ));

  test('a paused pathway stops its obligations and has no workflow', () =>
    onStage(
      (stage) => {
        const open = [obligation(stage.pathwayId, 'remind', [stage.day(9)])];
        return () => ({ openObligations: open, mode: stage.ledger.position > 1 ? 'paused' : 'live' });
      },
      async ({ startPathway, ledger, pathwayId, untilDay, obligationEnd }) => {
        const handle = await startPathway();
        await untilDay(1);
        ledger.position = 2;
        await handle.signal('changed', { position: 2 });
        await expect(handle.result()).resolves.toEqual({ position: 2, mode: 'paused' });
        await expect(obligationEnd(`${pathwayId}/PLIKT-REMIND/1`)).resolves.toEqual({ ended: 'stopped' });
      },
    ));

  test('a database that is away is waited for, and costs no events while it is', () =>
    onStage(
      (stage) => byDay(stage, [[0, { nextWakeAt: instant(stage.day(1)) }], [1, { finished: true }]]),
      async ({ startPathway, ledger }) => {
        ledger.failures = 12;
        const handle = await startPathway();
        await expect(handle.result()).resolves.toMatchObject({ mode: 'live' });
        expect(ledger.failures).toBe(0);
        const kinds = kindsOf((await handle.fetchHistory()).events!);
        expect(kinds.filter((kind) => kind === 'activityTaskScheduled')).toHaveLength(1);
        expect(kinds.length).toBeLessThan(25);
      },
    ));

  test('a pathway that the ledger does not know fails, visibly', () =>
    onStage(
      () => () => {
        throw new LedgerError('unknown-pathway', 'Forløpet finnes ikke.');
      },
      async ({ startPathway }) => {
        await expect((await startPathway()).result()).rejects.toBeInstanceOf(WorkflowFailedError);
      },
    ));

  test('renews its history and goes on with what it knows', () =>
    onStage(
      (stage) => {
        const open = [obligation(stage.pathwayId, 'remind', [stage.day(90)])];
        return (nowMs) => {
          if (stage.ledger.position > 1) return { finished: true };
          return { openObligations: open, nextWakeAt: instant(nowMs + dayMs), nextDeadline: instant(stage.day(84)), nextRule: 'FRIST-X' };
        };
      },
      async ({ startPathway, pathwayId, ledger, untilDay, handleOf, obligationEnd }) => {
        const first = await startPathway({ renewAfterEvents: 40 });
        await untilDay(20);
        ledger.position = 2;
        await handleOf(`pathway/${pathwayId}`).signal('changed', { position: 2 });
        await expect(obligationEnd(`${pathwayId}/PLIKT-REMIND/1`)).resolves.toEqual({ ended: 'stopped' });
        await first.result();
        const { runId } = await handleOf(`pathway/${pathwayId}`).describe();
        expect(runId).not.toBe(first.firstExecutionRunId);
        const kinds = kindsOf((await handleOf(`pathway/${pathwayId}`, runId).fetchHistory()).events!);
        expect(kinds).not.toContain('startChildWorkflowExecutionInitiated');
        expect(kinds).toContain('workflowExecutionCompleted');
      },
    ));

  test('a wake is at most 12 events, and shows step, deadline and rule', () =>
    onStage(
      (stage) =>
        byDay(stage, [
          [0, { nextWakeAt: instant(stage.day(7)), step: 'vurdering', nextDeadline: instant(stage.day(14)), nextRule: 'FRIST-VURDERING' }],
          [7, { nextWakeAt: instant(stage.day(9)), step: 'vurdering', nextDeadline: instant(stage.day(14)), nextRule: 'FRIST-VURDERING', openObligations: [obligation(stage.pathwayId, 'remind', [stage.day(30)])] }],
          [9, { nextWakeAt: instant(stage.day(12)), step: 'utredning', nextDeadline: instant(stage.day(84)), nextRule: 'FRIST-START-VOKSEN-12U' }],
          [12, { nextWakeAt: instant(stage.day(20)), step: 'utredning', nextDeadline: instant(stage.day(84)), nextRule: 'FRIST-START-VOKSEN-12U' }],
          [20, { finished: true, step: 'avsluttet', nextDeadline: null }],
        ]),
      async ({ startPathway, untilDay, day }) => {
        const handle = await startPathway();
        await untilDay(10);
        const { typedSearchAttributes } = await handle.describe();
        expect(Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))).toEqual({
          ForlopStep: 'utredning',
          ForlopNextDeadline: new Date(day(84)),
          ForlopRuleId: 'FRIST-START-VOKSEN-12U',
          ForlopMode: 'live',
        });
        await handle.result();
        for (const wake of wakesOf((await handle.fetchHistory()).events!)) expect(wake.length).toBeLessThanOrEqual(12);
      },
    ));

  test('a wake by signal that stops one obligation, starts another and changes what is shown is at most 12 events', () =>
    onStage(
      (stage) => {
        const [before, after] = [obligation(stage.pathwayId, 'remind', [stage.day(5)]), obligation(stage.pathwayId, 'offer-lms-course', [stage.day(6)])];
        const seen = [{}, { openObligations: [before], step: 'vurdering' }, { openObligations: [after], step: 'utredning', nextRule: 'FRIST-X' }, { finished: true }];
        return () => ({ nextWakeAt: instant(stage.day(50)), ...seen[stage.ledger.position] });
      },
      async ({ startPathway, ledger, untilDay, pathwayId, obligationEnd, handleOf }) => {
        const handle = await startPathway();
        await untilDay(1);
        ledger.position = 2;
        await handle.signal('changed', { position: 2 });
        await expect(obligationEnd(`${pathwayId}/PLIKT-REMIND/1`)).resolves.toEqual({ ended: 'stopped' });
        await untilDay(2);
        expect((await handleOf(`${pathwayId}/PLIKT-OFFER-LMS-COURSE/1`).describe()).status.name).toBe('RUNNING');
        ledger.position = 3;
        await handle.signal('changed', { position: 3 });
        await handle.result();
        await obligationEnd(`${pathwayId}/PLIKT-OFFER-LMS-COURSE/1`);
        const wakes = wakesOf((await handle.fetchHistory()).events!).map((wake) => wake.length);
        expect(Math.max(...wakes)).toBeLessThanOrEqual(12);
      },
    ));

  test('what is dormant has no workflow until the day on which it has something to do', () =>
    onStage(
      (stage) => {
        const reminder = obligation(stage.pathwayId, 'remind', [stage.day(5)]);
        return byDay(stage, [
          [0, { openObligations: [{ ...reminder, dormant: true }], nextWakeAt: instant(stage.day(4)) }],
          [4, { openObligations: [{ ...reminder, dormant: false }], nextWakeAt: instant(stage.day(9)) }],
          [9, { finished: true }],
        ]);
      },
      async ({ startPathway, courier, pathwayId, day, untilDay, handleOf, obligationEnd }) => {
        const handle = await startPathway();
        await untilDay(3);
        await expect(handleOf(`${pathwayId}/PLIKT-REMIND/1`).describe()).rejects.toThrow(/not found/i);
        await handle.result();
        expect(courier.sent).toEqual([`remind ask/${dayOf(day(5))}`]);
        await expect(obligationEnd(`${pathwayId}/PLIKT-REMIND/1`)).resolves.toEqual({ ended: 'stopped' });
      },
    ));

  test('Temporal can read step, rule and mode, and nothing else', () =>
    onStage(
      (stage) => byDay(stage, [[0, { nextWakeAt: instant(stage.day(1)), step: 'utredning', nextRule: 'FRIST-X' }], [1, { finished: true }]]),
      async ({ startPathway }) => {
        const handle = await startPathway();
        await handle.result();
        const { encrypted, readable } = payloadsOf((await handle.fetchHistory()).events!);
        // Input, two answers, the timer's summary, the result.
        expect(encrypted).toBe(5);
        // Search attributes, and the SDK's own notes on its local activities.
        expect(readable.filter((text) => !text.includes('activity_type')).sort()).toEqual(['"FRIST-X"', '"live"', '"utredning"', 'null']);
      },
    ));

});
