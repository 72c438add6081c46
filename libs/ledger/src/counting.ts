import type { LedgerContext } from './context.js';
import { firstVisits } from './counting/first-visits.js';
import { countedExtent, countedFacts } from './counting/facts.js';
import type { Counting } from './types/counting.js';

/** The calls of `Counting`, given what they all work with. */
export function countingOf(context: LedgerContext): Counting {
  return {
    countedFacts: (query) => countedFacts(context, query),
    countedExtent: (query) => countedExtent(context, query),
    firstVisits: (query) => firstVisits(context, query),
  };
}
