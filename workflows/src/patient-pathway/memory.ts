import type { AdvanceResult, ObligationRef, PathwayStart, PathwayState, RecheckSignal } from '../contract.js';

/** All that a pathway's workflow remembers between two wakes; the truth is in the ledger. */
export interface Memory {
  readonly pathwayId: string;
  /** Highest ledger position that we have been told of. */
  told: number;
  /** The highest position that we had been told of when we last asked, or that the answer knew. */
  asked: number;
  /** The ledger's last answer; null before the first. */
  seen: AdvanceResult | null;
  /** Obligations started and not stopped: workflow id → the plan that it was given. */
  started: Map<string, string>;
  /** The sweep has asked us to look again. */
  rechecked: boolean;
}

/** What an obligation's workflow acts on: when this string differs, it has to be told. */
export function planOf(obligation: ObligationRef): string {
  return [...obligation.askAt, 'escalate', obligation.escalateAt ?? 'never', obligation.needsConfirmation ? 'unconfirmed' : ''].join(' ').trim();
}

export function remember(start: PathwayStart): Memory {
  return {
    pathwayId: start.pathwayId,
    told: 0,
    asked: -1,
    seen: null,
    started: new Map(Object.entries(start.started ?? {})),
    rechecked: false,
  };
}

/** Believes the sweep about which obligations run; the next wake starts, replans and stops by it. */
export function recheckAgainst(memory: Memory, { running }: RecheckSignal): void {
  memory.started = new Map(running.map((id) => [id, memory.started.get(id) ?? 'unknown']));
  memory.rechecked = true;
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
export function stateOf({ told, seen, started }: Memory): PathwayState {
  return {
    position: seen?.position ?? told,
    step: seen?.step ?? null,
    mode: seen?.mode ?? null,
    nextWakeAt: seen?.nextWakeAt ?? null,
    nextDeadline: seen?.nextDeadline ?? null,
    nextRule: seen?.nextRule ?? null,
    obligations: [...started.keys()],
  };
}
