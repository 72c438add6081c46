import type { Story } from '../story.js';
import type { SyntheticPatient, Trouble } from './patient.js';

/** So many patients alike: their age at referral, how long ago they were referred, and what their story is about. */
export interface Card {
  readonly count: number;
  readonly about: string;
  /** Age in full years at referral, both included. */
  readonly ages: readonly [number, number];
  /** Calendar days since the referral was received, both included. */
  readonly daysAgo: readonly [number, number];
  readonly troubles?: readonly Trouble[];
  readonly severity?: SyntheticPatient['severity'];
  /** Percent of function lost, both included; 50–85 when not said. */
  readonly functionLoss?: readonly [number, number];
  /** Followed (`live`) when not said. */
  readonly mode?: Story['mode'];
}

/** Ages at referral. */
export const ages = {
  adult: [26, 61],
  young: [18, 25],
  child: [8, 16],
  /** Turns 18 in the pathway. */
  nearlyAdult: [17, 17],
} as const;
