import type { Answer, GpContract, RegistryAnswers, RegistryFact, RegistryName } from '@forlop/registries';
import type { DataError } from '@forlop/pathway';

/** Whom to look up. */
export interface LookDue {
  readonly pathwayId: string;
  /** Her fødselsnummer or D-number: for the question alone, never for a log. */
  readonly personNumber: string;
  /** Where in Persontjenesten's feed a change was told of that nobody has asked about yet; null: none. Goes back with the look. */
  readonly changed: number | null;
  /** The HER-id that messages to her fastlege go to, by Fastlegeregisteret's last answer; null: none known. */
  readonly herId: string | null;
}

export interface LooksDueQuery {
  /** An instant, ISO 8601: those whom one of the registries was not asked about since. */
  readonly askedBefore: string;
  readonly registries: readonly RegistryName[];
  /** The last page's `next`. */
  readonly after?: string;
  readonly limit: number;
}

/** A page; `next` is null on the last one. A page may be empty and not the last. */
export interface LooksDue {
  readonly due: readonly LookDue[];
  readonly next: string | null;
}

/** A look at the registries for a pathway's patient. */
export interface RegistryLook {
  /** Those that were asked, whether or not they answered. */
  readonly asked: readonly RegistryName[];
  readonly answers: RegistryAnswers;
  /** The change that was asked about; one that was told of meanwhile is still to be asked about. */
  readonly changed?: number | null;
}

/** A step in Persontjenesten's feed of changes. */
export interface FeedMove {
  /** Where it was read from; null: it was never read before. */
  readonly from: number | null;
  /** The next place to read from. */
  readonly to: number;
  /** Whom the feed told of, by the registry's own names. */
  readonly changed: readonly string[] | 'everybody';
}

/** What became of a step. */
export interface FeedMoved {
  /** False: somebody else has read on from there. */
  readonly moved: boolean;
  /** Pathways whose patients are to be asked about. */
  readonly due: number;
}

/** What a look led to. */
export interface LookRecorded {
  readonly position: number;
  /** What was made known and is on record now. */
  readonly facts: readonly RegistryFact[];
  /** What the pathway's rules do not take, such as a death before birth: for a person to look at. */
  readonly refused: readonly { readonly fact: RegistryFact; readonly errors: readonly DataError[] }[];
}

/** The fastlege as the registry last had it, with the answer's age. */
export type RegisteredFastlege = Answer<GpContract | null>;
