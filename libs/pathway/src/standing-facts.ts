import { dayNumber, type OsloDate } from '@forlop/calendar';
import { dateOf, effectiveFacts } from './fold/facts.js';
import type { LedgerEvent } from './types/event.js';
import type { Json } from './types/text.js';

/** A fact as it stands after corrections. Its id is the first recording's. */
export interface StandingFact {
  readonly id: string;
  readonly type: string;
  /** The Oslo day on which it happened. */
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
}

/** What had happened by `asOf` as far as was recorded at `knownAt` (a ledger position), as the kernel judges it: by date, and of one date in order of recording. */
export function standingFacts(events: readonly LedgerEvent[], asOf: OsloDate, knownAt: number): StandingFact[] {
  const { facts } = effectiveFacts(events, dayNumber(asOf), knownAt);
  return facts.map((fact): StandingFact => ({ id: fact.id, type: fact.type, occurredOn: dateOf(fact), data: fact.data })).sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
}
