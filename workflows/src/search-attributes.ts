import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { ObligationRef } from './contract.js';

/** What an operator can list pathways by in Temporal: never anything about a person. */
export const stepAttribute = defineSearchAttributeKey('ForlopStep', SearchAttributeType.KEYWORD);
export const nextDeadlineAttribute = defineSearchAttributeKey('ForlopNextDeadline', SearchAttributeType.DATETIME);
export const ruleAttribute = defineSearchAttributeKey('ForlopRuleId', SearchAttributeType.KEYWORD);
export const modeAttribute = defineSearchAttributeKey('ForlopMode', SearchAttributeType.KEYWORD);

/** What an obligation is listed by: the clock that it serves, and that it is live. */
export function obligationSearchAttributes({ clock }: ObligationRef): TypedSearchAttributes {
  return new TypedSearchAttributes([
    { key: ruleAttribute, value: clock },
    { key: modeAttribute, value: 'live' },
  ]);
}
