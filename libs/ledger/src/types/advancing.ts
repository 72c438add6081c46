import type { OsloDate } from '@forlop/calendar';
import type { DutyKind } from '@forlop/pathway';
import type { PathwayMode } from './writing.js';

/** The definition's kinds, and the ledger's own: telling people that what they were told does not hold. */
export type ObligationKind = DutyKind | 'correct-notice';

/** An open obligation (the workflow's `ObligationRef`). */
export interface ObligationRef {
  /** `DUTY#occurrence`. */
  readonly key: string;
  readonly workflowId: string;
  readonly kind: ObligationKind;
  readonly duty: string;
  /** Rule id of the clock that it serves. */
  readonly clock: string;
  /** Instants on working days, 08:00–10:00 in Oslo, one for each day on which the role is asked. */
  readonly askAt: readonly string[];
  readonly escalateAt: string | null;
  /** A named person has yet to confirm. */
  readonly needsConfirmation: boolean;
  /** The first of its moments is yet to come: its workflow need not run. Absent: no. */
  readonly dormant?: boolean;
}

/** A live pathway's obligations whose workflows wait to be let go. */
export interface HeldObligations {
  readonly pathwayId: string;
  readonly obligations: readonly ObligationRef[];
}

/** What the workflow learns when it wakes (its `AdvanceResult`). */
export interface AdvanceResult {
  readonly position: number;
  readonly now: string;
  /** Midnight in Oslo of the next change, plus the pathway's own 0–4 minutes; null: nothing changes by time alone. */
  readonly nextWakeAt: string | null;
  readonly openObligations: readonly ObligationRef[];
  readonly step: string;
  /** The instant from which the next open clock would be broken. */
  readonly nextDeadline: string | null;
  readonly nextRule: string | null;
  readonly mode: PathwayMode;
  readonly finished: boolean;
}

export type AttemptPurpose = 'ask' | 'escalate' | 'withdraw';

/** Names one effect. `attempt` is the day it was planned for, as the number yyyymmdd. */
export interface AttemptRef {
  readonly pathwayId: string;
  readonly key: string;
  readonly attempt: number;
  readonly purpose: AttemptPurpose;
}

/** Whether the effect may happen. `message.id` is opaque and the same each time the same attempt is claimed. */
export type Claim =
  | { readonly go: true; readonly message: { readonly id: string } }
  | { readonly go: false; readonly why: 'closed' | 'already-done' }
  | { readonly go: false; readonly why: 'hold'; readonly retryAt: string };

/** How a claimed effect ended; `code` is a machine code without personal data. */
export type Outcome =
  /** `closedMeanwhile`: the obligation closed before this was recorded; the day on which it was claimed, by which it is judged. */
  | { readonly status: 'sent'; readonly messageId: string; readonly closedMeanwhile?: OsloDate }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'suppressed'; readonly code: string };

/** Where a message goes. `email` null: nobody has an address for that role. */
export interface Addressee {
  readonly role: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** Everything that the courier needs to write one message; personal data, so it never leaves the courier's memory. */
export interface MessageContent {
  readonly id: string;
  readonly attempt: AttemptRef;
  readonly kind: ObligationKind;
  readonly duty: string;
  /** Title of the duty in bokmål, and of the clock that it serves. */
  readonly dutyTitle: string;
  readonly clock: string;
  readonly clockTitle: string;
  readonly dueOn: string | null;
  readonly template: string | null;
  readonly to: readonly Addressee[];
  readonly patient: { readonly name: string | null; readonly birthDate: string | null };
  readonly organisation: string;
  /** The attempt was claimed before without an outcome: on a channel that cannot deduplicate it may go out twice. */
  readonly possiblySentTwice: boolean;
  /** What was told and no longer holds (`withdraw`). */
  readonly withdraws: readonly { readonly messageId: string; readonly toldAt: string }[];
}
