import type { OsloDate } from '@forlop/calendar';

/**
 * Why the law lets a patient be erased. `retention-over`: there is no more use for the record (pasientjournalloven § 25).
 * `patients-demand`: she asks for it, and it is harmless to common interests (helsepersonelloven § 43, pasient- og
 * brukerrettighetsloven § 5-2). `wrong-person`: it is about someone else (helsepersonelloven § 43). `order`: a supervisory
 * authority or a court has ordered it.
 */
export type ErasureBasis = 'retention-over' | 'patients-demand' | 'wrong-person' | 'order';

/** Why a patient may not be erased yet. */
export interface ErasureObstacle {
  /**
   * `live`: a pathway is not over. `owed`: a frist runs. `quarantined`: a referral waits in quarantine. `held`: a person
   * has set a hold. `retention`: it must be kept for longer. `no-retention-rule`: the definition does not say how long.
   */
  readonly code: 'live' | 'owed' | 'quarantined' | 'held' | 'retention' | 'no-retention-rule';
  readonly pathwayId: string | null;
  /** The first day on which it is no obstacle; null when that is not known. */
  readonly until: OsloDate | null;
  /** Rule id of the retention rule, or the hold's id. */
  readonly rule: string | null;
  /** A sentence in bokmål. */
  readonly sentence: string;
}

export interface ErasureInput {
  readonly legalBasis: ErasureBasis;
  /** The grounds, for whoever carries it out and for supervision. Sealed under a key of the house. Name nobody in it. */
  readonly reason: string;
}

/** A wish that a patient be erased. */
export interface Erasure {
  readonly id: string;
  readonly patientId: string;
  readonly pathwayId: string;
  readonly legalBasis: ErasureBasis;
  readonly reason: string;
  readonly requestedBy: string;
  /** ISO 8601, UTC. */
  readonly requestedAt: string;
  readonly state: 'open' | 'withdrawn' | 'carried-out';
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}

/** Whom it is about, on behalf of somebody. The engine sees all in any case. */
export interface ErasureScope {
  /** Patients of the whole house, also those whom whoever asks may not see: for those who answer for erasure and see no patient. */
  readonly everyone?: boolean;
}

export interface ErasureQuery extends ErasureScope {
  readonly state?: Erasure['state'];
  /** Default 200. */
  readonly limit?: number;
}

/** What asking led to. `obstacles` tells what stands in the way now; the request waits until they are gone. */
export interface ErasureRequested {
  /** `waiting`: someone has asked already, and that request stands. */
  readonly outcome: 'requested' | 'waiting';
  readonly id: string;
  readonly obstacles: readonly ErasureObstacle[];
}

/** How carrying out went. Only `done` has changed anything. */
export type ErasureResult =
  | { readonly outcome: 'done'; readonly entry: ErasureEntry }
  /** It was carried out before. */
  | { readonly outcome: 'already'; readonly entry: ErasureEntry }
  /** Whoever asked cannot carry it out. */
  | { readonly outcome: 'same-person' }
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'held'; readonly obstacles: readonly ErasureObstacle[] };

/** A hold that a person has set. */
export interface ErasureHold {
  readonly id: string;
  readonly patientId: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
}

/** One who was erased. */
export interface ErasureEntry {
  /** Her place in the list, from 1. */
  readonly seq: number;
  readonly erasureId: string;
  readonly patientIds: readonly string[];
  readonly pathwayIds: readonly string[];
  readonly legalBasis: ErasureBasis;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly carriedOutBy: string;
  readonly erasedAt: string;
}

/** What replaying the list did. */
export interface ReplayReport {
  readonly entries: number;
  /** Erased again now. */
  readonly erased: number;
  /** Erased in this copy already. */
  readonly already: number;
  /** Not in this copy: registered after it was made. */
  readonly absent: number;
}

/** A patient whose records no retention rule keeps any longer. */
export interface RetentionDue {
  readonly patientId: string;
  readonly pathwayIds: readonly string[];
  /** The first day on which no rule kept them. */
  readonly from: OsloDate;
  /** A person has set a hold. */
  readonly held: boolean;
  /** Id of the request that waits; null when nobody has asked. */
  readonly requested: string | null;
}

export interface RetentionQuery extends ErasureScope {
  /** 1–200, default 50. */
  readonly limit?: number;
  /** The last patient of the page before. */
  readonly after?: string;
}
