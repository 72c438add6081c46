import { isOsloDate, type OsloDate } from '@forlop/calendar';
import type { ReferralPatient } from '@forlop/contracts';
import { open, seal } from '@forlop/crypto';
import type { Json } from '@forlop/pathway';

/** Everything that identifies a patient, as it is sealed. The birth date is in here too (docs/decisions/0003). */
export type Demographics = Partial<ReferralPatient>;

const purpose = 'demographics';

/** Seals them under the patient's key. */
export function sealDemographics(key: Buffer, patientId: string, demographics: Demographics): Buffer {
  return seal(key, demographics as Json, { owner: patientId, purpose });
}

/** Opens them. @throws CryptoError. */
export function openDemographics(key: Buffer, patientId: string, sealed: Buffer): Demographics {
  return open(key, sealed, { owner: patientId, purpose }) as Demographics;
}

/** The birth date that rules about age are judged by; null when it is not known. */
export function birthDateOf(demographics: Demographics | null): OsloDate | null {
  const date = demographics?.birthDate;
  return isOsloDate(date) ? date : null;
}

/** Given and family name; null when none is known. */
export function fullNameOf(demographics: Demographics | null): string | null {
  const name = demographics?.name;
  return name === undefined ? null : `${name.given} ${name.family}`.trim();
}

/** What is sealed beside an event. */
export interface SealedText {
  readonly text: string | null;
  readonly attachment?: Json;
}

/** Opens what is sealed beside an event. @throws CryptoError. */
export function openEventText(key: Buffer, patientId: string, eventId: string, sealed: Buffer): SealedText {
  return open(key, sealed, eventTextContext(patientId, eventId)) as unknown as SealedText;
}

/** What the free text beside an event is bound to. */
export function eventTextContext(patientId: string, eventId: string): { owner: string; purpose: string } {
  return { owner: patientId, purpose: `event/${eventId}` };
}
