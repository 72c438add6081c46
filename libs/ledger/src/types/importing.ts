import type { OsloDate } from '@forlop/calendar';
import type { Referral, ReferralPatient } from '@forlop/contracts';
import type { DataError, Json } from '@forlop/pathway';
import type { Actor } from './actor.js';

/** Something that happened, as another system has it. */
export interface ImportedFact {
  /** What tells it from the referral's other facts there, the same in every extract: the event's id is made from it. */
  readonly key: string;
  readonly type: string;
  readonly occurredOn: OsloDate;
  readonly data: Readonly<Record<string, Json>>;
}

/** One referral of another system, with all that it has of it. */
export interface ImportedPathway {
  /** By what name the other system knows the referral. */
  readonly source: Pick<Referral['source'], 'system' | 'id'>;
  readonly definition: { readonly id: string; readonly version: string };
  /** The organisation that has the patient. */
  readonly organisationId: string;
  readonly receivedOn: OsloDate;
  readonly patient: ReferralPatient;
  readonly facts: readonly ImportedFact[];
}

/** Why a referral was not imported. */
export type ImportRefusal =
  /** A fact cannot be, see `errors`. */
  | 'invalid'
  /** The patient's records have been erased here. */
  | 'erased'
  /** The referral was imported before, about another person. */
  | 'other-patient'
  /** The pathway is not history any more: what happens in it is recorded here. */
  | 'not-historical';

/**
 * How one referral went. `created`: a new historical pathway. `extended`: it was there, and new or changed facts were
 * recorded. `same`: nothing new. `refused`: nothing of it was recorded.
 */
export interface ImportAnswer {
  readonly outcome: 'created' | 'extended' | 'same' | 'refused';
  /** Null where it was refused before it had one. */
  readonly pathwayId: string | null;
  /** Events recorded, corrections and the pathway's first event with them. */
  readonly events: number;
  /** How many of them give an event of an earlier import another date or content. */
  readonly corrections: number;
  readonly refusal: ImportRefusal | null;
  /** Paths begin with the fact's index, e.g. `/0/data/kode`. */
  readonly errors: readonly DataError[];
}

/** Taking in another system's history. */
export interface Importing {
  /**
   * Imports referrals as historical pathways, one transaction for all of them; answers in their order. The same again
   * records nothing new. No workflow hears of it, and nobody is reminded. At most 500 at a time; throws `bad-data` for more.
   */
  importPathways(pathways: readonly ImportedPathway[], actor: Actor): Promise<readonly ImportAnswer[]>;
}
