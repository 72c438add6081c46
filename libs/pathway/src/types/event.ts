import type { OsloDate } from '@forlop/calendar';
import type { Json } from './text.js';

/**
 * `fact`: something that happened. `decision`: a person's choice through a command. `observation`: what the system
 * itself saw or did (warned, fell due, told); the kernel never reads observations.
 */
export type EventKind = 'fact' | 'decision' | 'observation';

/** One entry of the ledger as the kernel sees it: no names, no free text. */
export interface LedgerEvent {
  readonly id: string;
  /** Place in the ledger, growing in the order of recording: what `knownAt` is compared with. */
  readonly position: number;
  readonly kind: EventKind;
  readonly type: string;
  /** The Oslo date on which it happened. */
  readonly occurredOn: OsloDate;
  /** The instant at which it was recorded, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, Json>>;
  /** This event gives the named one another date or content (a correction names the old one, LATE-1). */
  readonly corrects?: string;
  /** This event says that the named one never happened. */
  readonly retracts?: string;
  readonly organisation?: string;
}

/** Engine events: every definition has them, and no definition may define them. */
export const engineEvents = {
  /** First event of a pathway: definition, calendar and parameters it starts on. */
  created: 'forlopOpprettet',
  /** Moved to another definition version, calendar or parameters, with a reason (DESIGN, decision 2). */
  moved: 'forlopFlyttet',
} as const;

export const isEngineEvent = (type: string): boolean => type === engineEvents.created || type === engineEvents.moved;

/** The rules that a stretch of the pathway is judged by. */
export interface Regime {
  readonly definition: { readonly id: string; readonly version: string };
  readonly calendar: { readonly id: string; readonly version: string };
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}
