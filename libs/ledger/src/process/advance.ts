import { addDays, epochMsOf, maxDate, minDate, osloDateOf, osloMidnight, type OsloDate } from '@forlop/calendar';
import { evaluate, isOpenOn, type Evaluation } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import { observe } from '../core/observe.js';
import { openPathway, type OpenPathway } from '../core/open-pathway.js';
import type { StateRow } from '../core/read-rows.js';
import { kernelInputOf, writePathway, type EventDraft, type Written } from '../core/write-pathway.js';
import { inTransaction } from '../database/transaction.js';
import { actorText, systemActor } from '../types/actor.js';
import type { AdvanceResult } from '../types/advancing.js';
import { openObligations } from './open-obligations.js';
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
    const written = await writePathway(context, transaction, pathway, drafts, { tell: false, waking: (evaluation, state) => waking(pathwayId, evaluation, state) });
    return answer(context, pathway, now, written);
  });
}

/**
 * Evaluated on the asker's day where that is later than the ledger's own: a timer that fires a moment before the
 * database's clock has turned must still find the new day. What is recorded keeps the ledger's instant.
 */
function evaluatedAt(pathway: OpenPathway, now: string): OpenPathway {
  return { ...pathway, today: maxDate(osloDateOf(epochMsOf(now)), pathway.today) };
}

/** When something changes by time alone: the kernel's next moment, or the day on which another organisation takes over. */
function waking(pathwayId: string, { nextChangeOn, active }: Evaluation, { organisation_until: handedOverOn }: StateRow): { at: string | null; finished: boolean } {
  const next = nextChangeOn === null || handedOverOn === null ? (nextChangeOn ?? handedOverOn) : minDate(nextChangeOn, handedOverOn);
  return { at: next === null ? null : wakeInstant(pathwayId, next), finished: !active && next === null };
}

function answer(context: LedgerContext, pathway: OpenPathway, now: string, written: Written): AdvanceResult {
  const { head, today } = pathway;
  const { evaluation, events, rows } = written;
  const calendar = context.rules.calendar(evaluation.regime.calendar.id, evaluation.regime.calendar.version);
  const { at, finished } = waking(head.id, evaluation, rows.state);
  const next = nextDue(evaluation, today);
  return {
    position: written.position,
    now: new Date(Math.max(epochMsOf(now), pathway.now.getTime())).toISOString(),
    nextWakeAt: at,
    openObligations: head.mode === 'live' ? openObligations(head.id, calendar, rows.obligations, events, today) : [],
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
