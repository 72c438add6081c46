import { TypedSearchAttributes, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { differenceOf, obligationWorkflowTypes } from '../contract.js';
import type { ObligationRef, ObligationStart, RunningObligations, Wake } from '../contract.js';
import { modeAttribute, ruleAttribute } from '../search-attributes.js';
import { foundRunning, nowRuns, wasStopped, type Memory } from './memory.js';

/**
 * Takes note of the obligations that this wake stopped or told a new plan, and starts those that are missing. They are
 * not awaited, and abandoned when we close: a child with the default policy is terminated at its parent's
 * continue-as-new. Starting goes by id, so doing it twice does nothing.
 * @param told what the wake was told to run; the sweep may have said otherwise since, and will be heard next.
 */
export async function startMissing(memory: Memory, told: RunningObligations, wake: Wake): Promise<void> {
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
      typedSearchAttributes: new TypedSearchAttributes([
        { key: ruleAttribute, value: obligation.clock },
        { key: modeAttribute, value: 'live' },
      ]),
    });
    nowRuns(memory, obligation);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    foundRunning(memory, obligation.workflowId);
  }
}
