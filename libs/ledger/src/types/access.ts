/**
 * Whose eyes a transaction has. Row-level security lets through what they may see, and nothing without.
 * `actor`: a person or a system, reaching its organisations' patients and those that name it.
 * `intake`: a referral's way in. It looks patients up across organisations and answers ids only.
 * `answer`: whoever has a link that answers a reminder, without a log-in. Sees that one reminder.
 * `statistics`: whoever may see no patient and asks for numbers. Sees what is counted, and is given it with small numbers hidden.
 */
export type Access = ActorAccess | IntakeAccess | AnswerAccess | StatisticsAccess;

export interface StatisticsAccess {
  readonly kind: 'statistics';
  readonly actor: string;
}

export interface ActorAccess {
  readonly kind: 'actor';
  /** As on an event: `kind:id` (see `actorText`). */
  readonly actor: string;
  /** Organisations whose patients they reach. Empty for whoever reaches only patients that name them. */
  readonly organisationIds: readonly string[];
  /** Keyed hashes, in hexadecimal, by which patients name them as their doctor or contact. */
  readonly personHashes: readonly string[];
  /**
   * Of the patients who name them, only those whose whole pathway they are to see, as a fastlege is: whoever takes part in some
   * steps sees these as such, and not as anything more.
   */
  readonly wholePathwaysOnly?: boolean;
  /** May see where a patient with a protected address lives (WHO-1). Only by an explicit role grant. */
  readonly protectedAddresses?: boolean;
}

export interface AnswerAccess {
  readonly kind: 'answer';
  readonly actor: string;
  /** The reminder that the link is of; its signature has been checked. */
  readonly reminderId: string;
}

export interface IntakeAccess {
  readonly kind: 'intake';
  /** Whose idempotency keys count. */
  readonly actor: string;
}
