import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { AdvanceResult, PathwayEnd, PathwayStart } from '../contract.js';
import { advance } from '../ledger-calls.js';
import { shouldRenew } from '../renewal.js';
import { changed, pathwayState, recheck } from '../signals.js';
import { isWoken, recheckAgainst, remember, stateOf, type Memory } from './memory.js';
import { noteObligations } from './obligations.js';
import { show, timerSummary } from './shown.js';

/** The ledger's next moment lies ahead of the one it answered at; should it ever not, we still do not spin. */
const shortestWaitMs = 30_000;

/**
 * The process manager of one patient's pathway. It decides nothing: it asks the ledger, makes the open obligations
 * run, and never forgets to ask again, at the next moment at which anything changes or as soon as something is
 * recorded. Ends when the ledger says that nothing more happens by itself, or when the pathway is not live;
 * a later fact starts it anew under the same id.
 */
export async function patientPathway(start: PathwayStart): Promise<PathwayEnd> {
  const memory = remember(start);
  setHandler(changed, ({ position }) => void (memory.told = Math.max(memory.told, position)));
  setHandler(recheck, (signal) => recheckAgainst(memory, signal));
  setHandler(pathwayState, () => stateOf(memory));

  for (;;) {
    const seen = await wake(memory);
    if (isWoken(memory)) continue;
    if (isOver(seen)) break;
    if (shouldRenew(start.renewAfterEvents)) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof patientPathway>({ ...start, obligationsBy: 'advance', running: memory.running });
    }
    await untilNextMoment(memory, seen);
  }
  await condition(allHandlersFinished);
  return { position: memory.seen?.position ?? memory.told, mode: memory.seen?.mode ?? 'live' };
}

/** Asks the ledger, and makes what it says so. */
async function wake(memory: Memory): Promise<AdvanceResult> {
  memory.rechecked = false;
  const { told, running } = memory;
  const seen = await advance(memory.pathwayId, running, memory.advanceStarts);
  memory.asked = Math.max(told, seen.position);
  memory.seen = seen;
  await noteObligations(memory, running, seen);
  show(seen);
  return seen;
}

/** Paused and historical pathways have no workflow: going live tells the ledger, and that starts one. */
function isOver(seen: AdvanceResult): boolean {
  return seen.mode !== 'live' || (seen.finished && seen.openObligations.length === 0);
}

async function untilNextMoment(memory: Memory, seen: AdvanceResult): Promise<void> {
  const woken = () => isWoken(memory);
  if (seen.nextWakeAt === null) return condition(woken);
  const ms = Math.max(Date.parse(seen.nextWakeAt) - Date.now(), shortestWaitMs);
  await condition(woken, ms, { summary: timerSummary(seen) });
}
