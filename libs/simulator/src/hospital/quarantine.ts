import { addDays, type OsloDate } from '@forlop/calendar';
import { systems } from '@forlop/contracts';
import type { RefusedReferral } from '@forlop/ledger';
import { Life } from './life.js';
import { referredTo } from './organisations.js';
import type { Population } from './people.js';
import { Random } from './random.js';
import type { Story } from './story.js';

interface Case {
  readonly about: string;
  readonly daysAgo: number;
  readonly reason: RefusedReferral['reasons'][number];
  readonly definition?: string;
}

/** Referrals that could not be accepted, and are watched all the same (REF-7). */
const cases: readonly Case[] = [
  { about: 'karantene: fødselsnummeret er ikke gyldig', daysAgo: 1, reason: { code: 'ugyldig-fodselsnummer', path: 'Patient.identifier[0].value', sentence: 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.' } },
  { about: 'karantene: fristen for vurdering er passert', daysAgo: 20, reason: { code: 'ugyldig-fodselsnummer', path: 'Patient.identifier[0].value', sentence: 'Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.' } },
  { about: 'karantene: mottakeren er ukjent', daysAgo: 5, reason: { code: 'ukjent-mottaker', path: 'ServiceRequest.performer[0]', sentence: 'Mottakeren av henvisningen er ikke en virksomhet her.' }, definition: 'langvarig-smerte' },
  { about: 'karantene: var ikke en henvisning', daysAgo: 9, reason: { code: 'ugyldig-struktur', path: 'ServiceRequest.subject', sentence: 'Pasienten mangler i henvisningen.' } },
];

/** The quarantine's stories; the last one has been found not to be a referral. */
export function quarantineStories(seed: string, today: OsloDate, population: Population): Story[] {
  return cases.map(({ about, daysAgo, reason, definition = 'langvarig-utmattelse' }, n) => {
    const id = `${seed}-k-${n + 1}`;
    const random = new Random(id);
    const receivedOn = addDays(today, -daysAgo);
    const { patient } = population.someone(random, receivedOn, [20, 60]);
    const number = patient.identifier!.value;
    const life = new Life(random, receivedOn, today);
    if (n === cases.length - 1) {
      life.after(1, 2);
      life.discard('Meldingen var en epikrise.');
    }
    return {
      id,
      about,
      arrival: {
        as: 'quarantine',
        refused: {
          source: { kind: 'fhir', system: 'urn:forlop:demo', id },
          receivedOn,
          reasons: [reason],
          original: { resourceType: 'ServiceRequest', note: [{ text: 'Oppdiktet henvisning' }] },
          // The last check digit is made wrong, so that the number is nobody's.
          patient: { name: patient.name!, identifier: { system: systems.fodselsnummer, value: `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}` } },
          referrer: { name: 'Odd Rimtjønn', organisation: referredTo('fjordlegene') },
          definition,
        },
      },
      recordedOn: receivedOn,
      steps: life.upTo(addDays(today, -1)),
      mode: 'live',
      fastlege: null,
    };
  });
}
