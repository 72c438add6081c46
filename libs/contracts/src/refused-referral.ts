import type { OsloDate } from '@forlop/calendar';
import type { Json } from '@forlop/pathway';
import type { Referral } from './referral.js';

/** Why a referral could not be accepted: a stable code, where, and a sentence for the sender (no personal data). */
export interface QuarantineReason {
  readonly code: string;
  /** Path into what was sent, e.g. `Patient.identifier[0].value`. */
  readonly path?: string;
  readonly sentence: string;
}

/** A referral that a door could not accept, with what could be read of it. */
export interface RefusedReferral {
  readonly source: Referral['source'];
  /** The Oslo date of receipt: FRIST-VURDERING runs from it. */
  readonly receivedOn: OsloDate;
  readonly reasons: readonly QuarantineReason[];
  /** As it came in; sealed. */
  readonly original: Json;
  /** Unverified: shown and searchable, never used to recognise a patient. */
  readonly patient?: Partial<Referral['patient']>;
  readonly receiver?: Referral['receiver'];
  readonly referrer?: Referral['referrer'];
  readonly definition?: string;
}
