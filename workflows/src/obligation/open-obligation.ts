import { allHandlersFinished, condition, makeContinueAsNewFunc, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { ObligationEnd, ObligationStart, ObligationState, Purpose, Wording } from '../contract.js';
import { shouldRenew } from '../renewal.js';
import { obligationState, replan, stop } from '../signals.js';
import { nextMoment, type Moment } from './plan.js';
import { freshProgress, type Progress } from './progress.js';
import { tell, type Told } from './tell.js';

/** An open obligation, as its workflow uses it. */
export interface OpenObligation {
  /**
   * The moments of these purposes, one by one, each when it is due; ends when the obligation ends, or as soon as
   * `until` holds. With no moment left it waits: an obligation lives as long as it is open, so that a moved date
   * still finds it.
   */
  moments(purposes: readonly Purpose[], until?: () => boolean): AsyncGenerator<Moment, void, void>;
  /** Claims the effect in the ledger, has the courier send it, and records how that went. */
  tell(moment: Moment, wording: Wording): Promise<Told>;
  /** A named person has confirmed, or none needs to. */
  isConfirmed(): boolean;
  /** Ends it from within: its one effect is done. */
  finish(): void;
  /** How it ended, once no handler is at work. */
  end(): Promise<ObligationEnd>;
}

/** Opens an obligation: registers its handlers, so call it before the first await. */
export function openObligation(start: ObligationStart): OpenObligation {
  const progress = freshProgress(start);
  setHandler(stop, () => {
    progress.ended ??= 'stopped';
    progress.heard += 1;
    progress.sending?.cancel();
  });
  setHandler(replan, (obligation) => {
    progress.obligation = obligation;
    progress.heard += 1;
  });
  setHandler(obligationState, () => stateOf(progress));
  return {
    moments: (purposes, until) => momentsOf(start, progress, purposes, until ?? (() => false)),
    tell: (moment, wording) => tell(progress, moment, wording),
    isConfirmed: () => !progress.obligation.needsConfirmation,
    finish: () => void (progress.ended ??= 'done'),
    end: async () => {
      await condition(allHandlersFinished);
      return { ended: progress.ended ?? 'done' };
    },
  };
}

async function* momentsOf(start: ObligationStart, progress: Progress, purposes: readonly Purpose[], until: () => boolean): AsyncGenerator<Moment, void, void> {
  while (progress.ended === null && !until()) {
    progress.next = upcoming(progress, purposes);
    show(progress);
    if (progress.next !== null && Date.parse(progress.next.at) <= Date.now()) yield progress.next;
    else if (shouldRenew(start.renewAfterEvents)) await renew(start, progress);
    else await untilNextOrHeard(progress);
  }
}

/** The next moment by the plan; an escalation at once when someone could not be reached. */
function upcoming({ obligation, undeliverable, handled }: Progress, purposes: readonly Purpose[]): Moment | null {
  const escalation = undeliverable && purposes.includes('escalate') ? nextMoment(obligation, ['escalate'], handled, Date.now()) : null;
  if (escalation !== null) return { ...escalation, at: new Date().toISOString() };
  return nextMoment(obligation, purposes, handled, Date.now());
}

async function untilNextOrHeard(progress: Progress): Promise<void> {
  const before = progress.heard;
  const heard = () => progress.heard > before;
  const { next, obligation } = progress;
  if (next === null) return condition(heard);
  await condition(heard, Date.parse(next.at) - Date.now(), { summary: `${obligation.duty}: ${next.purpose}` });
}

/** Starts over with the present plan; what is done is in the ledger, which says so when asked again. */
async function renew(start: ObligationStart, progress: Progress): Promise<never> {
  await condition(allHandlersFinished);
  return makeContinueAsNewFunc<(again: ObligationStart) => Promise<ObligationEnd>>()({ ...start, obligation: progress.obligation });
}

function show({ obligation, next }: Progress): void {
  const waits = next === null ? 'Venter på at plikten lukkes' : `Neste: ${next.purpose} ${next.at}`;
  setCurrentDetails([`**Plikt** ${obligation.duty}`, `**Klokke** ${obligation.clock}`, waits].join('\n\n'));
}

function stateOf({ obligation, next, handled }: Progress): ObligationState {
  return {
    key: obligation.key,
    kind: obligation.kind,
    needsConfirmation: obligation.needsConfirmation,
    next: next && { purpose: next.purpose, at: next.at },
    handled: [...handled],
  };
}
