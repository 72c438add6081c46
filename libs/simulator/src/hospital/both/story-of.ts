import { addDays, type OsloDate } from '@forlop/calendar';
import type { Referral } from '@forlop/contracts';
import { Life } from '../life.js';
import { referredTo, type OrganisationKey } from '../organisations.js';
import { addressOf, doctors, type Population } from '../people.js';
import type { Random } from '../random.js';
import type { Story } from '../story.js';
import type { Card } from './card.js';
import { isChildOn, type Chapter, type SyntheticPatient } from './patient.js';

/** What a pathway's stories are made of. */
export interface Telling {
  /** Each goes on where the one before ended, until one ends the story. */
  readonly chapters: readonly Chapter[];
  readonly receiver: (isChild: boolean) => OrganisationKey;
  /** What the referral says besides who, when and where. */
  readonly referral: (patient: SyntheticPatient, isChild: boolean, random: Random) => Omit<Referral, 'source' | 'patient' | 'referrer' | 'receiver' | 'mottattdato'>;
}

/** Writes one patient of a card, as life has come to the day before `today`. */
export function storyOf(id: string, card: Card, telling: Telling, today: OsloDate, random: Random, population: Population): Story {
  const received = addDays(today, -random.between(...card.daysAgo));
  const patient: SyntheticPatient = {
    person: population.someone(random, received, card.ages),
    severity: card.severity ?? random.pick(['mild', 'moderat', 'moderat'] as const),
    functionLoss: random.between(...(card.functionLoss ?? [50, 80])),
    troubles: new Set(card.troubles ?? []),
  };
  const life = new Life(random, received, today);
  telling.chapters.every((chapter) => chapter(life, patient));
  const doctor = random.pick(doctors);
  const isChild = isChildOn(patient, received);
  const referral: Referral = {
    source: { kind: 'import', system: 'urn:forlop:demo', id },
    patient: patient.person.patient,
    referrer: { name: doctor, organisation: referredTo('legesenter') },
    receiver: referredTo(telling.receiver(isChild)),
    mottattdato: received,
    ...telling.referral(patient, isChild, random),
  };
  return {
    id,
    about: card.about,
    arrival: { as: 'referral', referral },
    recordedOn: received,
    steps: life.upTo(addDays(today, -1)),
    mode: card.mode ?? 'live',
    fastlege: patient.troubles.has('uten-fastlegeliste') ? null : { name: doctor, email: addressOf(doctor, 'rognebakken') },
  };
}
