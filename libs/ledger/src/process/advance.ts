import { addDays, epochMsOf, maxDate, minDate, osloDateOf, osloMidnight, type OsloDate } from '@forlop/calendar';
import { evaluate, isOpenOn, type Evaluation } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { observe } from '../core/observe.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import { kernelInputOf, writePathway, type EventDraft, type Outcome, type Written } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import type { AdvanceResult, ObligationRef } from '../types/advancing.js';
import { nextStart, openObligations } from './open-obligations.js';
import { wakeInstant } from './spread.js';

const actor = actorText(systemActor('advance'));

/**
 * What the workflow asks when it wakes: under the pathway's lock, everything committed is read, evaluated at
 * max(now, the last recording), and what has become true is appended as observations. Called late, twice or with an
 * older now, it changes nothing that it should not. Nothing goes to the outbox: the asker has the answer.
 */
export function advance(context: LedgerContext, pathwayId: string, now: string): Promise<AdvanceResult> {
  return inTransaction(context.database, async (transaction) => {
    const pathway = evaluatedAt(await openPathway(context, transaction, pathwayId), now);
    const input = kernelInputOf(context, pathway);
    const before = evaluate(input);
    const drafts: EventDraft[] = observe(input, before).map((observation) => ({ ...observation, kind: 'observation', actor }));
    const at = new Date(Math.max(epochMsOf(now), pathway.now.getTime())).toISOString();
    const written = await writePathway(context, transaction, pathway, drafts, { tell: false, waking: (after) => waking(pathway, after, openOf(context, pathway, after, at)) });
    return answer(context, pathway, at, written);
  });
}

/**
 * Evaluated on the asker's day where that is later than the ledger's own: a timer that fires a moment before the
 * database's clock has turned must still find the new day. What is recorded keeps the ledger's instant.
 */
function evaluatedAt(pathway: OpenPathway, now: string): OpenPathway {
  return { ...pathway, today: maxDate(osloDateOf(epochMsOf(now)), pathway.today) };
}

/** What is open at an instant; nothing of a pathway that is not live. */
function openOf(context: LedgerContext, { head, today }: OpenPathway, { evaluation, events, rows }: Outcome, now: string): ObligationRef[] {
  const calendar = context.rules.calendar(evaluation.regime.calendar.id, evaluation.regime.calendar.version);
  return head.mode === 'live' ? openObligations(head.id, calendar, rows.obligations, events, today, now) : [];
}

/**
 * When something changes by time alone: the kernel's next moment, the day on which another organisation takes over, or the first
 * moment of an obligation that is open and has had nothing to do.
 */
function waking({ head }: OpenPathway, { evaluation, rows }: Outcome, open: readonly ObligationRef[]): { at: string | null; finished: boolean } {
  const { nextChangeOn, active } = evaluation;
  const { organisation_until: handedOverOn } = rows.state;
  const next = nextChangeOn === null || handedOverOn === null ? (nextChangeOn ?? handedOverOn) : minDate(nextChangeOn, handedOverOn);
  const [at = null] = [next === null ? null : wakeInstant(head.id, next), nextStart(open)].filter((moment) => moment !== null).sort();
  return { at, finished: !active && next === null };
}

function answer(context: LedgerContext, pathway: OpenPathway, now: string, written: Written): AdvanceResult {
  const { head, today } = pathway;
  const { evaluation } = written;
  const open = openOf(context, pathway, written, now);
  const { at, finished } = waking(pathway, written, open);
  const next = nextDue(evaluation, today);
  return {
    position: written.position,
    now,
    nextWakeAt: at,
    openObligations: open,
    step: evaluation.step,
    nextDeadline: next === null ? null : new Date(osloMidnight(addDays(next.dueOn, 1))).toISOString(),
    nextRule: next?.rule ?? null,
    mode: head.mode,
    finished,
  };
}

/** The next date that can still be kept; dates that have passed are on the lists. */
function nextDue({ clocks }: Evaluation, today: OsloDate): { dueOn: OsloDate; rule: string } | null {
  let next: { dueOn: OsloDate; rule: string } | null = null;
  for (const row of clocks) {
    if (row.dueOn === null || row.dueOn < today || !isOpenOn(row, today)) continue;
    if (next === null || row.dueOn < next.dueOn) next = { dueOn: row.dueOn, rule: row.clock };
  }
  return next;
}
