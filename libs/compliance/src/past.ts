import type { OsloDate } from '@forlop/calendar';
import { engineEvents, evaluate, EVERYTHING_KNOWN, type PathwayInput, type Rules } from '@forlop/pathway';
import { eventsIn } from './facts.js';
import type { ComplianceQuery } from './query.js';
import { countedOf, type Counted } from './tally.js';

/** A pathway as it is read to be counted as of an earlier day, or by what was known earlier. */
export interface PastPathway {
  readonly id: string;
  /** Where it is today. */
  readonly organisationId: string;
  readonly birthDate: OsloDate | null;
  /** See `countedOf`; as known now. */
  readonly duplicate: boolean;
  /** See `eventsIn`. */
  readonly events: string;
}

/** A pathway with what it adds to an answer. */
export interface PastCount {
  readonly pathwayId: string;
  readonly organisationId: string;
  readonly counted: readonly Counted[];
}

/** Counts pages of pathways, in their order. `pathways`: how many there are in all, for whoever shares the work out. */
export type PastCounter = (pages: AsyncIterable<readonly PastPathway[]>, query: ComplianceQuery, pathways: number) => AsyncIterable<readonly PastCount[]>;

/** What a page of pathways adds to the answer: each evaluated again by the kernel. Those that add nothing are left out. */
export function countedInPast(page: readonly PastPathway[], query: ComplianceQuery, rules: Rules): PastCount[] {
  const counts: PastCount[] = [];
  for (const { id, organisationId, birthDate, duplicate, events } of page) {
    const input: PathwayInput = { rules, birthDate, events: eventsIn(events), asOf: query.asOf, knownAt: query.knownAt ?? EVERYTHING_KNOWN };
    const counted = wasThere(input) ? countedOf(evaluate(input), organisationId, query, duplicate) : [];
    if (counted.length > 0) counts.push({ pathwayId: id, organisationId, counted });
  }
  return counts;
}

/**
 * Before its first event was known there was no pathway. The day that it was made for does not count: a receipt that was put right since may lie before it, and
 * what had not happened starts no frist.
 */
const wasThere = ({ events, knownAt }: PathwayInput): boolean => events.some(({ type, position }) => type === engineEvents.created && position <= knownAt);
