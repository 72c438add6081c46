import { TypedSearchAttributes, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { getExternalWorkflowHandle, ParentClosePolicy, startChild } from '@temporalio/workflow';
import { obligationWorkflowTypes } from '../contract.js';
import type { ObligationRef, ObligationStart } from '../contract.js';
import { modeAttribute, ruleAttribute } from '../search-attributes.js';
import { isNotFound } from '../not-found.js';
import { replan, stop } from '../signals.js';
import { difference } from './difference.js';
import { planOf, type Memory } from './memory.js';

/**
 * Makes exactly these obligations run. Not awaited to their end, and abandoned when we close: a child with the default
 * policy is terminated at its parent's continue-as-new. Start and stop go by id, so doing either twice does nothing.
 */
export async function runExactly(memory: Memory, open: readonly ObligationRef[]): Promise<void> {
  const { start, replan: moved, stop: gone } = difference(open, memory.started);
  await Promise.all([
    ...gone.map((workflowId) => stopObligation(memory, workflowId)),
    ...moved.map((obligation) => replanObligation(memory, obligation)),
    ...start.map((obligation) => startObligation(memory, obligation)),
  ]);
}

async function startObligation(memory: Memory, obligation: ObligationRef): Promise<void> {
  const args: [ObligationStart] = [{ pathwayId: memory.pathwayId, obligation }];
  try {
    await startChild(obligationWorkflowTypes[obligation.kind], {
      workflowId: obligation.workflowId,
      args,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: `${obligation.duty} · ${obligation.clock}`,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: ruleAttribute, value: obligation.clock },
        { key: modeAttribute, value: 'live' },
      ]),
    });
  } catch (error) {
    // It runs already (our own memory was lost): it may hold an older plan.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await tellIfRunning(obligation.workflowId, (handle) => handle.signal(replan, obligation));
  }
  memory.started.set(obligation.workflowId, planOf(obligation));
}

async function replanObligation(memory: Memory, obligation: ObligationRef): Promise<void> {
  const running = await tellIfRunning(obligation.workflowId, (handle) => handle.signal(replan, obligation));
  if (running) memory.started.set(obligation.workflowId, planOf(obligation));
  else await startObligation(memory, obligation);
}

async function stopObligation(memory: Memory, workflowId: string): Promise<void> {
  await tellIfRunning(workflowId, (handle) => handle.signal(stop));
  memory.started.delete(workflowId);
}

/** Signals a workflow by id; false when none runs, which is not an error. */
async function tellIfRunning(workflowId: string, tell: (handle: ReturnType<typeof getExternalWorkflowHandle>) => Promise<void>): Promise<boolean> {
  try {
    await tell(getExternalWorkflowHandle(workflowId));
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
