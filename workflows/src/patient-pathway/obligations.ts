import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { differenceOf, obligationWorkflowTypes } from '../contract.js';
import type { ObligationRef, ObligationStart, RunningObligations, Wake } from '../contract.js';
import { obligationSearchAttributes } from '../search-attributes.js';
import { foundRunning, nowRuns, wasStopped, type Memory } from './memory.js';

/**
 * Takes note of what runs after this wake.
 * @param told what the wake was told to run; the sweep may have said otherwise since, and will be heard next.
 */
export async function noteObligations(memory: Memory, told: RunningObligations, wake: Wake): Promise<void> {
  if (wake.running === null || wake.running === undefined) await startMissing(memory, told, wake);
  else if (!memory.rechecked) memory.running = wake.running;
}

/**
 * The first released shape: the workflow starts what is missing, as its children, abandoned when it closes. To be removed when no
 * history of that shape is open or kept.
 */
async function startMissing(memory: Memory, told: RunningObligations, wake: Wake): Promise<void> {
  const { stop, replan, start } = differenceOf(wake, told);
  for (const workflowId of stop) wasStopped(memory, workflowId);
  for (const obligation of replan) nowRuns(memory, obligation);
  const ended = replan.filter(({ workflowId }) => wake.ended.includes(workflowId));
  await Promise.all([...ended, ...start].map((obligation) => startObligation(memory, obligation)));
}

async function startObligation(memory: Memory, obligation: ObligationRef): Promise<void> {
  const args: [ObligationStart] = [{ pathwayId: memory.pathwayId, obligation }];
  try {
    await startChild(obligationWorkflowTypes[obligation.kind], {
      workflowId: obligation.workflowId,
      args,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: `${obligation.duty} · ${obligation.clock}`,
      typedSearchAttributes: obligationSearchAttributes(obligation),
    });
    nowRuns(memory, obligation);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    foundRunning(memory, obligation.workflowId);
  }
}
