import type { OsloDate } from '@forlop/calendar';
import type { DataError, EventKind, Json, Refusal, Regime } from '@forlop/pathway';

/** Whether the pathway acts, waits, or is history that never reaches anybody (DESIGN, decision 5). */
export type PathwayMode = 'live' | 'paused' | 'historical';

/** A person's choice. */
export interface CommandInput {
  /** Id of a command of the pathway's definition. */
  readonly command: string;
  /** The Oslo date on which it happened; not after today. */
  readonly occurredOn: string;
  readonly data?: Readonly<Record<string, Json>>;
  /** Reason or note. Sealed under the patient's key. */
  readonly text?: string;
  /** Position of the last event that the person had seen. If others came after it, nothing is done (`conflict`). */
  readonly expectedPosition?: number;
  /** The definition's roles that the person acts in; left out for those whom nothing is kept from (the engine, a rehearsal). */
  readonly actingAs?: ActingAs;
}

/** What somebody may do of what a definition leaves to roles. */
export interface ActingAs {
  readonly roles: readonly string[];
  /** Also commands that the definition leaves to nobody in particular. */
  readonly alsoUnnamed: boolean;
}

/** An event of a pathway, without what is sealed. */
export interface RecordedEvent {
  readonly id: string;
  readonly position: number;
  readonly seq: number;
  readonly kind: EventKind;
  readonly type: string;
  readonly occurredOn: OsloDate;
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly corrects: string | null;
  readonly retracts: string | null;
  readonly actor: string;
}

/** What a write did. */
export interface Recorded {
  readonly pathwayId: string;
  /** Position of the pathway's last event now. */
  readonly position: number;
  readonly eventIds: readonly string[];
}

/** How a command went. Everything but `done` has changed nothing. */
export type CommandResult =
  | ({ readonly outcome: 'done'; readonly warnings: readonly Refusal[] } & Recorded)
  /** The state does not allow it. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal; readonly position: number }
  /** The data are wrong, or a reason is asked for. */
  | { readonly outcome: 'invalid'; readonly errors: readonly DataError[]; readonly position: number }
  /** Others recorded something after `expectedPosition`. */
  | { readonly outcome: 'conflict'; readonly position: number; readonly changes: readonly RecordedEvent[] };

/** Something that happened. Never refused for the state; what does not fit becomes a finding. */
export interface FactInput {
  /** Given by the sender where it can send the same fact twice; a known id records nothing new. */
  readonly id?: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly data?: Readonly<Record<string, Json>>;
  readonly text?: string;
}

/** How recording facts went: all or none. `errors` paths begin with the fact's index, e.g. `/0/data/kode`. */
export type RecordResult = ({ readonly outcome: 'done' } & Recorded) | { readonly outcome: 'invalid'; readonly errors: readonly DataError[]; readonly position: number };

/** A correction gives the named event another date or content. */
export interface CorrectionInput {
  readonly occurredOn: string;
  readonly data?: Readonly<Record<string, Json>>;
  /** Why it is corrected, or the new text. */
  readonly text?: string;
}

/** An explicit move to other rules; parts that are not given stay. */
export interface MoveInput {
  readonly definition?: Regime['definition'];
  readonly calendar?: Regime['calendar'];
  readonly parameters?: Regime['parameters'];
  readonly reason: string;
  /** The day of the move. */
  readonly on: string;
}
