import { planOf } from '../contract.js';
import type { AdvanceResult, ObligationRef, PathwayStart, PathwayState, RecheckSignal, RunningObligations } from '../contract.js';

/** All that a pathway's workflow remembers between two wakes; the truth is in the ledger. */
export interface Memory {
  readonly pathwayId: string;
  /** Missing obligations are started by `advance`; else by commands of ours. */
  readonly advanceStarts: boolean;
  /** Highest ledger position that we have been told of. */
  told: number;
  /** The highest position that we had been told of when we last asked, or that the answer knew. */
  asked: number;
  /** The ledger's last answer; null before the first. */
  seen: AdvanceResult | null;
  /** Obligations that run, as far as we know. Replaced, never changed: a wake compares with what it began with. */
  running: RunningObligations;
  /** What runs is not what we thought: look again. */
  rechecked: boolean;
}

/** A plan that nobody was given: the obligation will be told the present one. */
const unknownPlan = 'unknown';

export function remember({ pathwayId, obligationsBy, running = {} }: PathwayStart): Memory {
  return { pathwayId, advanceStarts: obligationsBy === 'advance', told: 0, asked: -1, seen: null, running, rechecked: false };
}

/** Believes the sweep about which obligations run; the next wake starts, replans and stops by it. */
export function recheckAgainst(memory: Memory, { running }: RecheckSignal): void {
  memory.running = Object.fromEntries(running.map((id) => [id, memory.running[id] ?? unknownPlan]));
  memory.rechecked = true;
}

/** An obligation runs by this plan. */
export function nowRuns(memory: Memory, obligation: ObligationRef): void {
  memory.running = { ...memory.running, [obligation.workflowId]: planOf(obligation) };
}

/** An obligation ran already though we had forgotten it. */
export function foundRunning(memory: Memory, workflowId: string): void {
  memory.running = { ...memory.running, [workflowId]: unknownPlan };
  memory.rechecked = true;
}

/** An obligation was told to stop. */
export function wasStopped(memory: Memory, workflowId: string): void {
  const { [workflowId]: _stopped, ...rest } = memory.running;
  memory.running = rest;
}

/**
 * Whether something was said since we last asked that the answer does not cover. Compared with what we had been told
 * when we asked, never with the answer alone: a ledger restored from a backup may answer with less than we were
 * told, and asking it again would not change that.
 */
export function isWoken(memory: Memory): boolean {
  return memory.rechecked || memory.told > memory.asked;
}

/** The answer to the query `state`. */
export function stateOf({ told, seen, running }: Memory): PathwayState {
  return {
    position: seen?.position ?? told,
    step: seen?.step ?? null,
    mode: seen?.mode ?? null,
    nextWakeAt: seen?.nextWakeAt ?? null,
    nextDeadline: seen?.nextDeadline ?? null,
    nextRule: seen?.nextRule ?? null,
    obligations: Object.keys(running),
  };
}
