import { ageOn, type OsloDate } from '@forlop/calendar';
import type { Life } from '../life.js';
import type { Person } from '../people.js';

/** Something that does not go as it should. */
export type Trouble =
  | 'mangler-prover' | 'sen-vurdering' | 'svar-glemt' | 'frist-glemt' | 'avslag' | 'rad' | 'videresendt' | 'klage'
  | 'uten-time' | 'sen-time' | 'helfo' | 'eget-onske' | 'ikke-mott' | 'kapasitet' | 'avslutter-selv' | 'start-uteblir' | 'risiko'
  | 'tredjelinje' | 'lang-utredning' | 'team-mangler' | 'parallell'
  | 'uten-skole' | 'uten-fastlege' | 'mote-drar-ut' | 'mangler-kommune' | 'glemt-av-fastlege' | 'lms-glemt' | 'uten-fastlegeliste'
  | 'overfort' | 'ubekreftet' | 'dod' | 'sent-registrert' | 'rettet' | 'avvik' | 'diagnose-fjernes' | 'frisk' | 'overgang-drar-ut' | 'feil-pasient' | 'uventet' | 'ny-frist-etter-brudd';

/** A patient as the stories need to know them; severity and function are fatigue's. */
export interface SyntheticPatient {
  readonly person: Person;
  readonly severity: 'mild' | 'moderat' | 'alvorlig' | 'svaert-alvorlig';
  readonly functionLoss: number;
  readonly troubles: ReadonlySet<Trouble>;
}

/** One part of the story; false when the story ends with it. */
export type Chapter = (life: Life, patient: SyntheticPatient) => boolean;

export const isChildOn = ({ person }: SyntheticPatient, day: OsloDate): boolean => ageOn(person.birthDate, day) < 18;

export const isSevere = ({ severity }: SyntheticPatient): boolean => severity === 'alvorlig' || severity === 'svaert-alvorlig';

/** All that a referral should have been examined for (REF-3). */
export const allTests = ['utelukkelsesdiagnostikk', 'anti-ccp', 'acth', 'pro-bnp'] as const;
