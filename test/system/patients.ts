import { randomUUID } from 'node:crypto';
import { toReferralBundle } from '@forlop/fhir';
import { referralSchema, syntheticFodselsnummer, systems, type Referral } from '@forlop/contracts';
import type { OsloDate } from '@forlop/calendar';
import type { Answer, System } from './system.js';

/** A patient who exists nowhere else, with a name that is found in no other text. */
export interface TestPatient {
  readonly fodselsnummer: string;
  readonly birthDate: string;
  readonly given: string;
  readonly family: string;
}

const birthDate = '1988-04-15';
let serial = 0;

export function newPatient(): TestPatient {
  return { fodselsnummer: syntheticFodselsnummer({ birthDate, serial: serial++, sex: 'kvinne' }), birthDate, given: 'Ragnfrid', family: 'Oppdiktesen' };
}

/** An adult's referral for long-lasting fatigue with all tests done. */
export function referralOf(patient: TestPatient, mottattdato: OsloDate): Referral {
  return referralSchema.parse({
    source: { kind: 'fhir', system: 'urn:test:henvisning', id: randomUUID() },
    patient: {
      identifier: { system: systems.fodselsnummer, value: patient.fodselsnummer },
      birthDate: patient.birthDate,
      name: { given: patient.given, family: patient.family },
    },
    mottattdato,
    reasonCodes: [{ system: systems.icpc2, code: 'A04' }],
    text: 'Utmattet etter infeksjon, orker ikke trappen.',
  });
}

/** Sends a referral as FHIR. */
export function sendFhir(system: System, referral: Referral): Promise<Answer> {
  return system.api('POST', '/fhir', toReferralBundle(referral), { 'Content-Type': 'application/fhir+json' });
}

/** A new patient's pathway that began today, through the FHIR door. @returns its id. */
export async function refer(system: System, patient = newPatient()): Promise<string> {
  const { status, headers, body } = await sendFhir(system, referralOf(patient, system.today));
  if (status !== 201) throw new Error(`The referral was not taken in: ${status} ${JSON.stringify(body)}`);
  return headers.get('location')!.split('/').at(-1)!;
}

/** Gives a command that happened today. */
export function command(system: System, pathwayId: string, id: string, more: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return system.api('POST', `/api/v1/pathways/${pathwayId}/commands/${id}`, { occurredOn: system.today, ...more }, headers);
}

/**
 * Asks the fastlege for a supplement (REF-3): she is reminded at once, again after five working days, and the coordinator
 * after eleven. So exactly one mail is due between today's eleven o'clock and whatever day the machine believes it is.
 */
export async function askForSupplement(system: System, pathwayId: string, email: string): Promise<void> {
  const stored = await system.api('PUT', `/api/v1/pathways/${pathwayId}/contacts/fastlege`, { name: 'Fastlege Prøvesen', email });
  const asked = await command(system, pathwayId, 'etterspor-supplement', { data: { foresporselId: randomUUID() } });
  if (stored.status !== 200 || asked.status !== 200) throw new Error(`Not asked: ${JSON.stringify([stored.body, asked.body])}`);
}

/** Key of the obligation that `askForSupplement` opens. */
export const supplementReminder = 'SUPPLEMENT-PAMINN-FASTLEGE#1';
