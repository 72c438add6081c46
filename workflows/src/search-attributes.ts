import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What an operator can list pathways by in Temporal: never anything about a person. */
export const stepAttribute = defineSearchAttributeKey('ForlopStep', SearchAttributeType.KEYWORD);
export const nextDeadlineAttribute = defineSearchAttributeKey('ForlopNextDeadline', SearchAttributeType.DATETIME);
export const ruleAttribute = defineSearchAttributeKey('ForlopRuleId', SearchAttributeType.KEYWORD);
export const modeAttribute = defineSearchAttributeKey('ForlopMode', SearchAttributeType.KEYWORD);
