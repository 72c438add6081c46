import type { Entry } from '../queries.js';

/** Something a person recorded, that still holds: it can be put right or taken back. */
export const canChange = ({ kind, supersededBy, retracts }: Entry): boolean => kind !== 'observation' && supersededBy === null && retracts === null;

/** How an entry stands in the list: as it was, as a correction of another, as one that says that another never happened, or as put right since. */
export function standingOf({ supersededBy, retracts, corrects }: Entry, timeline: readonly Entry[]): 'plain' | 'corrected' | 'retracted' | 'correction' | 'retraction' {
  if (retracts !== null) return 'retraction';
  if (supersededBy !== null) return timeline.find(({ id }) => id === supersededBy)?.retracts == null ? 'corrected' : 'retracted';
  return corrects === null ? 'plain' : 'correction';
}

/** The latest first: by the day that it happened, then by the order of recording. Days as texts are in the order of time. */
export const latestFirst = (timeline: readonly Entry[]): readonly Entry[] => [...timeline].sort((a, b) => b.occurredOn.localeCompare(a.occurredOn) || b.seq - a.seq);
