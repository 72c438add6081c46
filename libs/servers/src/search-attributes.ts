import type { SearchAttributes } from './temporal-namespace.js';

/** What a patient's workflow shows an operator in Temporal: step, next deadline, its rule and the mode; no person. */
export const forlopSearchAttributes: SearchAttributes = {
  ForlopStep: 'Keyword',
  ForlopNextDeadline: 'Datetime',
  ForlopRuleId: 'Keyword',
  ForlopMode: 'Keyword',
};
