import { ApplicationFailure } from '@temporalio/common';
import { pathwayWorkflowId } from '../../src/contract.js';
import type { ObligationKind } from '../../src/contract.js';
import { dayOf, instant, obligation, type Script } from './scripted-ledger.js';
import type { Stage } from './stage.js';

/** One released shape of a workflow, played so that its history can be recorded. */
export interface Scene {
  readonly name: string;
  readonly script?: (stage: Stage) => Script;
  /** @returns the workflow whose runs are recorded, when it has ended. */
  play(stage: Stage): Promise<string>;
}

const days = { warned: 7, broken: 15, corrected: 17, told: 18, closed: 20 };

/** New → warned → broken → corrected → closed, with a renewed history on the way. */
const wholePathway: Scene = {
  name: 'pathway-whole-advance-starts',
  script: (stage) => {
    const { day, pathwayId, ledger } = stage;
    const reminder = obligation(pathwayId, 'remind', [day(8), day(10)], { escalateAtMs: day(12) });
    const helfo = obligation(pathwayId, 'notify-helfo', [day(16)], { needsConfirmation: true });
    const correction = obligation(pathwayId, 'correct-notice', [day(days.told) + 60_000]);
    const running = { step: 'vurdering', nextDeadline: instant(day(14)), nextRule: 'FRIST-VURDERING' };
    return (nowMs) => {
      if (ledger.position >= 3) return { step: 'avsluttet', finished: true };
      if (ledger.position === 2) return { step: 'utredning', nextDeadline: instant(day(84)), nextRule: 'FRIST-START-VOKSEN-12U', nextWakeAt: instant(day(77)), openObligations: [correction] };
      if (nowMs >= day(days.broken)) return { step: 'vurdering', openObligations: [reminder, helfo] };
      if (nowMs >= day(days.warned)) return { ...running, nextWakeAt: instant(day(days.broken)), openObligations: [reminder] };
      return { ...running, nextWakeAt: instant(day(days.warned)) };
    };
  },
  play: async (stage) => {
    const { pathwayId, ledger, untilDay, obligationEnd, handleOf } = stage;
    const handle = await stage.startPathway({ renewAfterEvents: 20 });
    await untilDay(days.corrected);
    ledger.position = 2;
    await handleOf(pathwayWorkflowId(pathwayId)).signal('changed', { position: 2 });
    for (const duty of ['PLIKT-REMIND', 'PLIKT-NOTIFY-HELFO']) await obligationEnd(`${pathwayId}/${duty}/1`);
    await untilDay(days.told);
    await obligationEnd(`${pathwayId}/PLIKT-CORRECT-NOTICE/1`);
    await untilDay(days.closed);
    ledger.position = 3;
    await handleOf(pathwayWorkflowId(pathwayId)).signal('changed', { position: 3 });
    await handle.result();
    return handle.workflowId;
  },
};

/** Paused while an obligation is open. */
const pausedPathway: Scene = {
  name: 'pathway-paused-advance-starts',
  script: ({ day, pathwayId, ledger }) => {
    const open = [obligation(pathwayId, 'remind', [day(9)])];
    return () => ({ openObligations: open, mode: ledger.position > 1 ? 'paused' : 'live' });
  },
  play: async ({ startPathway, ledger, untilDay, obligationEnd, pathwayId }) => {
    const handle = await startPathway();
    await untilDay(1);
    ledger.position = 2;
    await handle.signal('changed', { position: 2 });
    await obligationEnd(`${pathwayId}/PLIKT-REMIND/1`);
    await handle.result();
    return handle.workflowId;
  },
};

/** The database away, so that the patient way was taken. */
const outagePathway: Scene = {
  name: 'pathway-outage-advance-starts',
  script: ({ day }) => (nowMs) => (nowMs >= day(1) ? { finished: true } : { nextWakeAt: instant(day(1)) }),
  play: async ({ startPathway, ledger }) => {
    ledger.failures = 4;
    const handle = await startPathway();
    await handle.result();
    return handle.workflowId;
  },
};

/** An obligation lost and one that ran already, mended by the sweep's word. */
const recheckedPathway: Scene = {
  name: 'pathway-rechecked-advance-starts',
  script: ({ day, pathwayId, ledger }) => {
    const open = [obligation(pathwayId, 'remind', [day(60)])];
    return () => (ledger.position > 1 ? { finished: true } : { openObligations: open, nextWakeAt: instant(day(50)) });
  },
  play: async ({ startPathway, startObligation, handleOf, obligationEnd, pathwayId, day, ledger, untilDay }) => {
    const reminder = `${pathwayId}/PLIKT-REMIND/1`;
    await startObligation(obligation(pathwayId, 'remind', [day(40)]));
    const handle = await startPathway();
    await untilDay(1);
    await handleOf(reminder).signal('stop');
    await handleOf(reminder).result();
    await handle.signal('recheck', { running: [] });
    await untilDay(2);
    ledger.position = 2;
    await handle.signal('changed', { position: 2 });
    await obligationEnd(reminder);
    await handle.result();
    return handle.workflowId;
  },
};

const kinds: readonly ObligationKind[] = ['remind', 'notify-helfo', 'arrange-meeting', 'offer-lms-course', 'collect-prom', 're-evaluate-diagnosis', 'correct-notice'];

/** Asks, asks again, escalates, is stopped. A correction is done with the first. */
const escalated = (kind: ObligationKind): Scene => ({
  name: `${kind}-escalated`,
  play: async ({ startObligation, pathwayId, day, untilDay }) => {
    const handle = await startObligation(obligation(pathwayId, kind, [day(1), day(15)], { escalateAtMs: day(20) }));
    await untilDay(30);
    if (kind !== 'correct-notice') await handle.signal('stop');
    await handle.result();
    return handle.workflowId;
  },
});

const stopped = (kind: ObligationKind): Scene => ({
  name: `${kind}-stopped`,
  play: async ({ startObligation, pathwayId, day, untilDay }) => {
    const handle = await startObligation(obligation(pathwayId, kind, [day(10)]));
    await untilDay(1);
    await handle.signal('stop');
    await handle.result();
    return handle.workflowId;
  },
});

/** The ledger had closed it before the signal came. */
const closed = (kind: ObligationKind): Scene => ({
  name: `${kind}-closed`,
  play: async ({ startObligation, ledger, pathwayId, day }) => {
    const purpose = kind === 'correct-notice' ? 'withdraw' : 'ask';
    ledger.answers.set(`${purpose}/${dayOf(day(1))}`, [{ go: false, why: 'closed' }]);
    const handle = await startObligation(obligation(pathwayId, kind, [day(1)]));
    await handle.result();
    return handle.workflowId;
  },
});

const unconfirmedHelfo: Scene = {
  name: 'notify-helfo-unconfirmed-then-confirmed',
  play: async ({ startObligation, pathwayId, day, untilDay }) => {
    const notice = obligation(pathwayId, 'notify-helfo', [day(1)], { needsConfirmation: true, escalateAtMs: day(3) });
    const handle = await startObligation(notice);
    await untilDay(4);
    await handle.signal('replan', { ...notice, needsConfirmation: false });
    await untilDay(5);
    await handle.signal('stop');
    await handle.result();
    return handle.workflowId;
  },
};

/** Held back, replanned, undeliverable, renewed: what every obligation shares, recorded on one. */
const troubled: Scene = {
  name: 'remind-held-replanned-undeliverable-renewed',
  play: async ({ startObligation, courier, ledger, pathwayId, day, untilDay, handleOf }) => {
    ledger.answers.set(`ask/${dayOf(day(1))}`, [{ go: false, why: 'hold', retryAt: instant(day(2)) }]);
    ledger.answers.set(`ask/${dayOf(day(5))}`, [{ go: false, why: 'hold', retryAt: instant(day(9)) }]);
    const plan = (asks: readonly number[]) => obligation(pathwayId, 'remind', asks.map(day), { escalateAtMs: day(60) });
    const handle = await startObligation(plan([1, 5]), { renewAfterEvents: 30 });
    await untilDay(6);
    await handleOf(handle.workflowId).signal('replan', plan([1, 8, 12]));
    await untilDay(10);
    courier.refusals.set('remind-again', ApplicationFailure.nonRetryable('Avvist.', 'mail-refused'));
    await untilDay(14);
    await handleOf(handle.workflowId).signal('stop');
    await handle.result();
    return handle.workflowId;
  },
};

/** Stopped while the courier tries. */
const suppressed: Scene = {
  name: 'remind-suppressed',
  play: async ({ startObligation, courier, pathwayId, day, untilDay }) => {
    courier.refusals.set('remind', ApplicationFailure.retryable('Tjeneren svarer ikke.', 'away'));
    const handle = await startObligation(obligation(pathwayId, 'remind', [day(1)]));
    await untilDay(2);
    await handle.signal('stop');
    await handle.result();
    return handle.workflowId;
  },
};

/** Planned in the ledger, again after it was held, then told that the ledger has closed it. */
const planned: Scene = {
  name: 'remind-planned-held-closed',
  play: async ({ startObligation, ledger, pathwayId, day }) => {
    ledger.answers.set(`ask/${dayOf(day(3))}`, [{ go: false, why: 'hold', retryAt: instant(day(4)) }]);
    ledger.answers.set(`ask/${dayOf(day(6))}`, [{ go: false, why: 'closed' }]);
    const handle = await startObligation(obligation(pathwayId, 'remind', [day(1), day(3), day(6)]), { remindersBy: 'ledger' });
    await handle.result();
    return handle.workflowId;
  },
};

/** Held back, and overtaken by a new plan, which is planned in the ledger; a renewed history keeps to it. */
const overtaken: Scene = {
  name: 'remind-planned-overtaken-renewed',
  play: async ({ startObligation, ledger, pathwayId, day, untilDay, handleOf }) => {
    ledger.answers.set(`ask/${dayOf(day(1))}`, [{ go: false, why: 'hold', retryAt: instant(day(9)) }]);
    const handle = await startObligation(obligation(pathwayId, 'remind', [day(1)], { escalateAtMs: day(12) }), { remindersBy: 'ledger', renewAfterEvents: 12 });
    await untilDay(2);
    await handle.signal('replan', obligation(pathwayId, 'remind', [day(4), day(8)], { escalateAtMs: day(12) }));
    await untilDay(13);
    await handleOf(handle.workflowId).signal('stop');
    await handle.result();
    return handle.workflowId;
  },
};

/** Sent at the first try, as most are. */
const sentDigest: Scene = {
  name: 'digest-sent',
  play: async ({ startDigest, courier }) => {
    courier.digests.push({ messages: 1, retryAt: null });
    const handle = await startDigest();
    await handle.result();
    return handle.workflowId;
  },
};

/** Held while the installation sends nothing, then the channel away, then sent. */
const heldDigest: Scene = {
  name: 'digest-held-away-sent',
  play: async ({ startDigest, courier, day }) => {
    courier.digests.push({ messages: 0, retryAt: instant(day(1)) }, ...[1, 2, 3].map(away), { messages: 2, retryAt: null });
    const handle = await startDigest();
    await handle.result();
    return handle.workflowId;
  },
};

/** Away for three days. */
const givenUpDigest: Scene = {
  name: 'digest-given-up',
  play: async ({ startDigest, courier }) => {
    courier.digests.push(...Array.from({ length: 1_000 }, away));
    const handle = await startDigest();
    await handle.result();
    return handle.workflowId;
  },
};

const toMake = { contentRevision: 1, occurrenceOn: '2026-05-04', from: '2026-04-01', to: '2026-04-30' } as const;

/** A day that is not the one. */
const notDueReport: Scene = {
  name: 'report-not-due',
  play: async ({ startReport }) => {
    const handle = await startReport();
    await handle.result();
    return handle.workflowId;
  },
};

/** One that was missed and the day's own, with the database away in between. */
const missedReport: Scene = {
  name: 'report-missed-away-made',
  play: async ({ startReport, reports, pathwayId }) => {
    reports.due.push({ ...toMake, scheduleId: pathwayId }, { ...toMake, scheduleId: pathwayId, occurrenceOn: '2026-06-01', from: '2026-05-01', to: '2026-05-31' }, away());
    const handle = await startReport();
    await handle.result();
    return handle.workflowId;
  },
};

const away = () => ApplicationFailure.retryable('Tjeneren svarer ikke.', 'unreachable');

/** Every released shape. A change of workflow code adds scenes under new names; recorded ones stay as they are. */
export const scenes: readonly Scene[] = [
  wholePathway,
  pausedPathway,
  outagePathway,
  recheckedPathway,
  ...kinds.flatMap((kind) => [escalated(kind), stopped(kind), closed(kind)]),
  unconfirmedHelfo,
  troubled,
  suppressed,
  planned,
  overtaken,
  sentDigest,
  heldDigest,
  givenUpDigest,
  notDueReport,
  missedReport,
];
