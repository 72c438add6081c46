export { causeOf8446, code8446Of, delayCauses, partyOf, type DelayCause, type DelayParty } from './cause.js';
export { outcomeOf, outcomes, type Outcome, type OutcomeKind, type OutcomeRow, type WaitEnd } from './outcome.js';
export { cohortDate, cohorts, monthOf, splits, yearOf, type Cohort, type CohortDates, type ComplianceQuery, type Split } from './query.js';
export { addEvaluation, countedOf, mergeTallies, Tallies, type Cell, type Counted, type CountedEvaluation, type TallyRow } from './tally.js';
