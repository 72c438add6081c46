import type { OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import type { PathwayMode, RefusedReferral } from '@forlop/ledger';
import type { Step } from '../scenario/scenario.js';

/** One synthetic patient: how they came, and everything registered since. */
export interface Story {
  /** Unique in the hospital, and the same for the same seed. */
  readonly id: string;
  /** What the story shows, for those who look for an example. */
  readonly about: string;
  readonly arrival: { readonly as: 'referral'; readonly referral: Referral } | { readonly as: 'quarantine'; readonly refused: RefusedReferral };
  readonly recordedOn: OsloDate;
  readonly steps: readonly Step[];
  /** How the pathway is left when the story is told: followed, on pause, or as history that nobody acts on. */
  readonly mode: PathwayMode;
  /** The fastlege's sealed contact details; null: none is known. */
  readonly fastlege: { readonly name: string; readonly email: string } | null;
}
