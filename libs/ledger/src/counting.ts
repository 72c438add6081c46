import type { LedgerContext } from './context.js';
import { firstVisits } from './counting/first-visits.js';
import { countedExtent, countedFacts } from './counting/facts.js';
import { whatIfJobsOf } from './counting/what-if-jobs.js';
import type { Counting } from './types/counting.js';
import type { WhatIfJobs } from './types/what-if-jobs.js';

/** The calls of `Counting`, given what they all work with. */
export function countingOf(context: LedgerContext): Counting & WhatIfJobs {
  return {
    ...whatIfJobsOf(context),
    countedFacts: (query) => countedFacts(context, query),
    countedExtent: (query) => countedExtent(context, query),
    firstVisits: (query) => firstVisits(context, query),
  };
}
