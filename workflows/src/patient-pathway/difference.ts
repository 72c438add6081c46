import type { ObligationRef } from '../contract.js';
import { planOf } from './memory.js';

/** What must be done so that exactly the open obligations run. */
export interface Difference {
  readonly start: readonly ObligationRef[];
  readonly replan: readonly ObligationRef[];
  readonly stop: readonly string[];
}

/** Compares what the ledger says is open with what was started (workflow id → plan), in a fixed order. */
export function difference(open: readonly ObligationRef[], started: ReadonlyMap<string, string>): Difference {
  const openIds = new Set(open.map((o) => o.workflowId));
  return {
    start: open.filter((o) => !started.has(o.workflowId)),
    replan: open.filter((o) => started.has(o.workflowId) && started.get(o.workflowId) !== planOf(o)),
    stop: [...started.keys()].filter((id) => !openIds.has(id)),
  };
}
