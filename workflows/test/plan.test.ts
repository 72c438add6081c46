import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf, obligationWorkflowId, pathwayWorkflowId, planOf, readWorkflowId, type AdvanceResult } from '../src/index.js';
import { attemptOf, nameOf, nextMoment } from '../src/obligation/plan.js';
import { dayOf, instant, obligation } from './support/scripted-ledger.js';

const day = (n: number): number => Date.UTC(2026, 3, 8, 6, 30) + n * 86_400_000;
const none = new Set<string>();

describe('the next moment of an obligation', () => {
  const reminder = obligation('p1', 'remind', [day(0), day(14), day(28)], { escalateAtMs: day(35) });
  const next = (nowMs: number, handled: ReadonlySet<string> = none) => {
    const moment = nextMoment(reminder, ['ask', 'escalate'], handled, nowMs);
    return moment && `${nameOf(moment)}${moment.first ? ' first' : ''}`;
  };

  test.each([
    ['before the first day', day(0) - 1, [], `ask/${dayOf(day(0))} first`],
    ['on the first day', day(0), [], `ask/${dayOf(day(0))} first`],
    ['the first day seen to', day(0), [`ask/${dayOf(day(0))}`], `ask/${dayOf(day(14))}`],
    ['two days passed while nobody looked: the latest only', day(15), [], `ask/${dayOf(day(14))}`],
    ['escalation is due as well: in the order of their days', day(36), [], `ask/${dayOf(day(28))}`],
    ['only the escalation is left', day(36), [`ask/${dayOf(day(28))}`], `escalate/${dayOf(day(35))} first`],
    ['nothing is left', day(36), [`ask/${dayOf(day(28))}`, `escalate/${dayOf(day(35))}`], null],
  ])('%s', (_, nowMs, handled, expected) => expect(next(nowMs, new Set(handled))).toBe(expected));

  test('an effect is named by its planned day, so that a day that moves is an effect of its own', () => {
    expect(attemptOf('2026-04-08T06:30:00.000Z')).toBe(20260408);
  });

  test('seeing to moment after moment ends, and sees to the last one of each purpose', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, fc.option(fc.integer({ min: 0, max: 400 })), fc.integer({ min: 0, max: 500 }), (asks, escalate, now) => {
        const plan = obligation('p1', 'remind', asks.map(day), escalate === null ? {} : { escalateAtMs: day(escalate) });
        const handled = new Set<string>();
        for (let at = day(now); ; ) {
          const moment = nextMoment(plan, ['ask', 'escalate'], handled, at);
          if (moment === null) break;
          expect(handled.has(nameOf(moment))).toBe(false);
          handled.add(nameOf(moment));
          at = Math.max(at, Date.parse(moment.at));
        }
        if (asks.length > 0) expect(handled).toContain(`ask/${dayOf(day(Math.max(...asks)))}`);
        if (escalate !== null) expect(handled).toContain(`escalate/${dayOf(day(escalate))}`);
      }),
    );
  });
});

describe('what must run', () => {
  const quiet: AdvanceResult = { position: 1, now: instant(day(0)), nextWakeAt: null, openObligations: [], step: 'utredning', nextDeadline: null, nextRule: null, mode: 'live', finished: false };
  const reminder = obligation('p1', 'remind', [day(0)]);
  const course = obligation('p1', 'offer-lms-course', [day(0)]);

  test('the open one is started, the moved one is told, the closed one is stopped', () => {
    const running = { [course.workflowId]: 'an older plan', gone: 'any' };
    expect(differenceOf({ ...quiet, openObligations: [reminder, course] }, running)).toEqual({ start: [reminder], replan: [course], stop: ['gone'] });
  });

  test('when everything runs as planned there is nothing to do', () => {
    expect(differenceOf({ ...quiet, openObligations: [reminder] }, { [reminder.workflowId]: planOf(reminder) })).toEqual({ start: [], replan: [], stop: [] });
  });

  test.each(['paused', 'historical'] as const)('%s: everything is stopped', (mode) => {
    expect(differenceOf({ ...quiet, mode, openObligations: [reminder] }, { [reminder.workflowId]: planOf(reminder) })).toEqual({ start: [], replan: [], stop: [reminder.workflowId] });
  });

  test.each([{ escalateAtMs: day(3) }, { needsConfirmation: true }])('%j is another plan', (more) => {
    expect(planOf(obligation('p1', 'remind', [day(0)], more))).not.toBe(planOf(reminder));
  });
});

describe('workflow ids', () => {
  test.each([
    [pathwayWorkflowId('5a1c'), { pathwayId: '5a1c', key: null }],
    [obligationWorkflowId('5a1c', 'PLIKT-KONTAKT#12'), { pathwayId: '5a1c', key: 'PLIKT-KONTAKT#12' }],
    ['temporal-sys-scheduler', undefined],
    ['pathway/5a1c/1', undefined],
    ['5a1c/PLIKT/1/2', undefined],
    ['5a1c//1', undefined],
  ])('%s', (id, whose) => expect(readWorkflowId(id)).toEqual(whose));
});
