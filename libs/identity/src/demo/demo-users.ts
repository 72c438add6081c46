import type { Role } from '@forlop/access';
import { syntheticFodselsnummer, syntheticOrganisasjonsnummer } from '@forlop/contracts';

/** Somebody who does not exist and can log in at the demo provider. */
export interface DemoUser {
  /** Permanent; the provider's `sub`. */
  readonly key: string;
  readonly name: string;
  /** What they are and where, in bokmål. */
  readonly title: string;
  /** The role to grant them. The provider does not tell it: Forløp's own grants do. */
  readonly role: Exclude<Role, 'system'>;
  /** Valid and of the test series (month + 80). */
  readonly personNumber: string;
  readonly hprNumber: string | null;
  /** Numbers of the synthetic region's organisations that they act for. */
  readonly organisation: { readonly parent: string; readonly child: string | null };
}

/** The synthetic region's organisations (libs/simulator), by their place in the test series. */
const organisation = {
  region: syntheticOrganisasjonsnummer(0),
  hospital: syntheticOrganisasjonsnummer(1),
  fatigueClinic: syntheticOrganisasjonsnummer(2),
  neighbourHospital: syntheticOrganisasjonsnummer(5),
  neighbourClinic: syntheticOrganisasjonsnummer(6),
  practice: syntheticOrganisasjonsnummer(7),
  municipality: syntheticOrganisasjonsnummer(9),
};
const atClinic = { parent: organisation.hospital, child: organisation.fatigueClinic };
const atHospital = { parent: organisation.hospital, child: null };

/** High in each date's series, where the synthetic patients' numbers seldom come. */
const SERIAL = 150;
const born = (birthDate: string, sex: 'kvinne' | 'mann') => syntheticFodselsnummer({ birthDate, sex, serial: SERIAL });

/** One of each role, and a coordinator of another hospital, who must see nothing of the first one's. */
export const demoUsers: readonly DemoUser[] = [
  { key: 'koordinator', name: 'Turid Molteåsen', title: 'Forløpskoordinator, poliklinikk for langvarig utmattelse', role: 'coordinator', personNumber: born('1979-03-14', 'kvinne'), hprNumber: null, organisation: atClinic },
  { key: 'behandler', name: 'Yngve Rimhaug', title: 'Overlege, poliklinikk for langvarig utmattelse', role: 'clinician', personNumber: born('1971-11-02', 'mann'), hprNumber: '9900101', organisation: atClinic },
  { key: 'fastlege', name: 'Berit Rognestua', title: 'Fastlege, Rognebakken legesenter', role: 'fastlege', personNumber: born('1968-06-21', 'kvinne'), hprNumber: '9900102', organisation: { parent: organisation.practice, child: null } },
  { key: 'lms', name: 'Silje Tyttebærlia', title: 'Lærings- og mestringstjenesten, Lyngfjell sykehus', role: 'lms', personNumber: born('1985-01-30', 'kvinne'), hprNumber: '9900103', organisation: atHospital },
  { key: 'kommune', name: 'Jon Einervang', title: 'Kontakt i Lyngfjell kommune', role: 'local-contact', personNumber: born('1990-08-09', 'mann'), hprNumber: null, organisation: { parent: organisation.municipality, child: null } },
  { key: 'revisor', name: 'Grete Kvitmosesund', title: 'Revisor, Helse Lyngfjell', role: 'auditor', personNumber: born('1963-12-05', 'kvinne'), hprNumber: null, organisation: { parent: organisation.region, child: null } },
  { key: 'fagrad', name: 'Torstein Sildretind', title: 'Medlem av fagrådet', role: 'governance', personNumber: born('1959-04-17', 'mann'), hprNumber: null, organisation: atHospital },
  { key: 'brukerrepresentant', name: 'Máret Vinterlia', title: 'Brukerrepresentant', role: 'user-representative', personNumber: born('1994-09-26', 'kvinne'), hprNumber: null, organisation: atHospital },
  { key: 'administrator', name: 'Anders Nysnøhaug', title: 'Administrator uten tilgang til pasienter', role: 'administrator', personNumber: born('1988-02-11', 'mann'), hprNumber: null, organisation: atHospital },
  { key: 'nabokoordinator', name: 'Hege Tåkesund', title: 'Forløpskoordinator, Tåkefjord sykehus', role: 'coordinator', personNumber: born('1982-05-19', 'kvinne'), hprNumber: null, organisation: { parent: organisation.neighbourHospital, child: organisation.neighbourClinic } },
];

/** The demo system: an electronic patient record of the hospital that sends referrals and facts. */
export const demoSystem = { title: 'Lyngfjell sykehus, pasientjournal (oppdiktet)', organisation: atClinic } as const;

/** @throws RangeError for somebody who is not in the list. */
export function demoUser(key: string): DemoUser {
  const found = demoUsers.find((user) => user.key === key);
  if (found === undefined) throw new RangeError(`Det finnes ingen demobruker «${key}». De som finnes: ${demoUsers.map((user) => user.key).join(', ')}.`);
  return found;
}
