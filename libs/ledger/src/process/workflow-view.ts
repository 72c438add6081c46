import { createHash } from 'node:crypto';
import { addDays, minDate, osloMidnight, type OsloDate } from '@forlop/calendar';
import { isOpenOn, type Evaluation } from '@forlop/pathway';
import type { LedgerContext } from '../context.js';
import type { Outcome } from '../core/write-pathway.js';
import type { AdvanceResult, ObligationRef } from '../types/advancing.js';
import type { PathwayMode } from '../types/writing.js';
import { nextStart, openObligations } from './open-obligations.js';
import { wakeInstant } from './spread.js';

/** Everything that a pathway's workflow acts on or shows: what `advance` answers, but for where and when it was read. */
export type WorkflowView = Omit<AdvanceResult, 'position' | 'now'>;

/** The pathway that is looked at. */
export interface ViewedPathway {
  readonly id: string;
  readonly mode: PathwayMode;
  /** The Oslo date that it was evaluated on. */
  readonly today: OsloDate;
  /** The instant that is looked from, ISO 8601 in UTC: later moments of obligations are yet to come. */
  readonly now: string;
}

/** What a workflow that asked now would be told. */
export function workflowView(context: LedgerContext, pathway: ViewedPathway, outcome: Outcome): WorkflowView {
  const { evaluation } = outcome;
  const open = openOf(context, pathway, outcome);
  const next = nextDue(evaluation, pathway.today);
  return {
    ...waking(pathway.id, outcome, open),
    openObligations: open,
    step: evaluation.step,
    nextDeadline: next === null ? null : new Date(osloMidnight(addDays(next.dueOn, 1))).toISOString(),
    nextRule: next?.rule ?? null,
    mode: pathway.mode,
  };
}

/** Under this name among the digests of a pathway's rows: what its workflow was last answered. */
const entry = 'workflow';
type Digests = Readonly<Record<string, string>>;

/** The entry that says that the workflow was answered this. */
export const heard = (view: WorkflowView): Digests => ({ [entry]: digestOf(view) });

/** The entry as it was; none before the first answer, and none after the rows were rebuilt. */
export const heardBefore = (digests: Digests | null): Digests => (digests?.[entry] === undefined ? {} : { [entry]: digests[entry] });

/** Whether the workflow was last answered just this. */
export const hasHeard = (view: WorkflowView, digests: Digests | null): boolean => digests?.[entry] === digestOf(view);

const digestOf = (view: WorkflowView): string => createHash('sha256').update(JSON.stringify(view)).digest('base64url');

/** What is open at an instant; nothing of a pathway that is not live. */
function openOf(context: LedgerContext, { id, mode, today, now }: ViewedPathway, { evaluation, events, rows }: Outcome): ObligationRef[] {
  const calendar = context.rules.calendar(evaluation.regime.calendar.id, evaluation.regime.calendar.version);
  return mode === 'live' ? openObligations(id, calendar, rows.obligations, events, today, now) : [];
}

/**
 * When something changes by time alone: the kernel's next moment, the day on which another organisation takes over, or the first
 * moment of an obligation that is open and has had nothing to do.
 */
function waking(pathwayId: string, { evaluation, rows }: Outcome, open: readonly ObligationRef[]): Pick<WorkflowView, 'nextWakeAt' | 'finished'> {
  const { nextChangeOn, active } = evaluation;
  const { organisation_until: handedOverOn } = rows.state;
  const next = nextChangeOn === null || handedOverOn === null ? (nextChangeOn ?? handedOverOn) : minDate(nextChangeOn, handedOverOn);
  const [nextWakeAt = null] = [next === null ? null : wakeInstant(pathwayId, next), nextStart(open)].filter((moment) => moment !== null).sort();
  return { nextWakeAt, finished: !active && next === null };
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
