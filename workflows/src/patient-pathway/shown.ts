import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import type { AdvanceResult } from '../contract.js';
import { modeAttribute, nextDeadlineAttribute, ruleAttribute, stepAttribute } from '../search-attributes.js';

/** Shows an operator the step, the next deadline and its rule; an event in the history only where something changed. */
export function show(seen: AdvanceResult): void {
  const changes = changedAttributes(seen);
  if (changes.length > 0) upsertSearchAttributes(changes);
  setCurrentDetails(
    [`**Steg** ${seen.step}`, `**Neste frist** ${seen.nextDeadline ?? 'ingen'}${seen.nextRule ? ` (${seen.nextRule})` : ''}`, `**Modus** ${seen.mode}`, `**Post i journalen** ${seen.position}`].join('\n\n'),
  );
}

/** One line for the timer: what it waits for, by rule. */
export function timerSummary(seen: AdvanceResult): string {
  return seen.nextRule ? `${seen.step}: neste endring, frist ${seen.nextRule}` : `${seen.step}: neste endring`;
}

function changedAttributes(seen: AdvanceResult): SearchAttributeUpdatePair[] {
  const now = workflowInfo().typedSearchAttributes;
  const deadline = seen.nextDeadline === null ? null : new Date(seen.nextDeadline);
  const changes: SearchAttributeUpdatePair[] = [];
  if (now.get(stepAttribute) !== seen.step) changes.push({ key: stepAttribute, value: seen.step });
  if ((now.get(nextDeadlineAttribute)?.getTime() ?? null) !== (deadline?.getTime() ?? null)) changes.push({ key: nextDeadlineAttribute, value: deadline });
  if ((now.get(ruleAttribute) ?? null) !== seen.nextRule) changes.push({ key: ruleAttribute, value: seen.nextRule });
  if (now.get(modeAttribute) !== seen.mode) changes.push({ key: modeAttribute, value: seen.mode });
  return changes;
}
