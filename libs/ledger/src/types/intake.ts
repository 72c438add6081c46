import type { OsloDate } from '@forlop/calendar';
import type { QuarantineReason, Referral } from '@forlop/contracts';

/**
 * `created`: a new pathway. `appended`: the patient has an active pathway for the same condition, and the referral stands
 * there as one more fact. `same`: this referral was taken in before, nothing new was recorded; with reasons, it is still in
 * quarantine. `corrected`: taken in before, with another content: the new one stands as the sender's correction. `quarantined`: it could
 * not be accepted and is watched from its day of receipt (REF-7).
 */
export interface IntakeResult {
  readonly outcome: 'created' | 'appended' | 'same' | 'corrected' | 'quarantined';
  readonly pathwayId: string;
  readonly patientId: string;
  readonly position: number;
  /** Why it is in quarantine; empty otherwise. */
  readonly reasons: readonly QuarantineReason[];
}

export type { QuarantineReason, RefusedReferral } from '@forlop/contracts';

/** How a quarantined referral ends: corrected and taken in, or found not to be one. */
export type QuarantineRelease =
  | { readonly as: 'accepted'; readonly referral: Referral; readonly on: OsloDate }
  | { readonly as: 'discarded'; readonly reason: string; readonly on: OsloDate };

/** An organisation that receives or sends referrals. */
export interface OrganisationInput {
  readonly name: string;
  readonly kind: 'region' | 'hospital' | 'unit' | 'practice' | 'municipality' | 'helfo' | 'other';
  readonly parentId?: string;
  readonly orgNumber?: string;
  readonly reshId?: string;
  readonly herId?: string;
  readonly email?: string;
}

export interface Organisation extends OrganisationInput {
  readonly id: string;
}
