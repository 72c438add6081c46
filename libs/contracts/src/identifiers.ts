import * as z from 'zod';

/**
 * Identifier and code systems by their published addresses.
 * Source: HL7 Norge no-basis 2.2.0 (NamingSystem) and Volven (OID 2.16.578.1.12.4.1).
 */
export const systems = {
  fodselsnummer: 'urn:oid:2.16.578.1.12.4.1.4.1',
  dNummer: 'urn:oid:2.16.578.1.12.4.1.4.2',
  fellesHjelpenummer: 'urn:oid:2.16.578.1.12.4.1.4.3',
  hprNumber: 'urn:oid:2.16.578.1.12.4.1.4.4',
  herId: 'urn:oid:2.16.578.1.12.4.1.2',
  organisasjonsnummer: 'urn:oid:2.16.578.1.12.4.1.4.101',
  reshId: 'urn:oid:2.16.578.1.12.4.1.4.102',
  icpc2: 'urn:oid:2.16.578.1.12.4.1.1.7170',
  icd10: 'urn:oid:2.16.578.1.12.4.1.1.7110',
} as const;

/**
 * Local hjelpenummer are given out by each hospital's own system and are unique only there (no-basis, Patient.identifier
 * slice HNR), so the number counts only together with its assigner: `urn:forlop:hnr:<assigner>`.
 */
export const LOCAL_HJELPENUMMER = 'urn:forlop:hnr:';

/** Other addresses that are in use for the same systems. */
const aliases: Readonly<Record<string, string>> = {
  'http://hl7.no/fhir/NamingSystem/FNR': systems.fodselsnummer,
  'http://hl7.no/fhir/NamingSystem/DNR': systems.dNummer,
  'http://hl7.no/fhir/NamingSystem/FHNR': systems.fellesHjelpenummer,
  'http://hl7.no/fhir/NamingSystem/HPR': systems.hprNumber,
  'http://hl7.no/fhir/NamingSystem/HER': systems.herId,
  'http://hl7.no/fhir/NamingSystem/ENH': systems.organisasjonsnummer,
  'http://hl7.no/fhir/NamingSystem/RSH': systems.reshId,
  'http://hl7.org/fhir/sid/icpc-2': systems.icpc2,
  'urn:oid:2.16.840.1.113883.6.139': systems.icpc2,
  'http://hl7.org/fhir/sid/icd-10': systems.icd10,
};

/** The one address that Forløp stores for a system, whichever of its addresses a sender used. Unknown ones stay as they are. */
export function canonicalSystem(system: string): string {
  const trimmed = system.trim();
  const address = /^\d+(\.\d+)+$/.test(trimmed) ? `urn:oid:${trimmed}` : trimmed;
  return Object.hasOwn(aliases, address) ? (aliases[address] as string) : address;
}

/** The weighted sum of the first digits, modulo 11. */
export function mod11(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
}

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2, 1];

/** True for nine digits with the right check digit (Brønnøysundregistrene: weights 3 2 7 6 5 4 3 2, modulus 11). */
export function isOrganisasjonsnummer(value: string): boolean {
  return /^\d{9}$/.test(value) && mod11(value, ORGANISATION_WEIGHTS) === 0;
}

/** True for an HPR number as Helsedirektoratet issues them: up to nine digits, without check digit. */
export function isHprNumber(value: string): boolean {
  return /^[1-9]\d{0,8}$/.test(value);
}

/** True for the shape of a HER-id (Adresseregisteret): a whole number without check digit. */
export function isHerId(value: string): boolean {
  return /^[1-9]\d{0,9}$/.test(value);
}

/** True for the shape of a RESH id: a whole number without check digit. */
export function isReshId(value: string): boolean {
  return /^[1-9]\d{0,9}$/.test(value);
}

export const organisasjonsnummerSchema = z
  .string()
  .refine(isOrganisasjonsnummer, 'Organisasjonsnummeret er ikke gyldig: det skal ha ni siffer, og kontrollsifferet må stemme.')
  .meta({ description: 'Organisasjonsnummer i Enhetsregisteret, ni siffer.', example: '123456785' });

export const hprNumberSchema = z
  .string()
  .refine(isHprNumber, 'HPR-nummeret er ikke gyldig: det skal ha ett til ni siffer.')
  .meta({ description: 'Nummer i Helsepersonellregisteret.', example: '9144889' });

export const herIdSchema = z
  .string()
  .refine(isHerId, 'HER-id-en er ikke gyldig: den skal være et helt tall.')
  .meta({ description: 'Adresse i Adresseregisteret (HER-id).', example: '8094866' });

export const reshIdSchema = z
  .string()
  .refine(isReshId, 'RESH-id-en er ikke gyldig: den skal være et helt tall.')
  .meta({ description: 'Enhet i Register for enheter i spesialisthelsetjenesten (RESH-id).', example: '4200123' });

const organisationChecks: Readonly<Record<string, { readonly name: string; readonly check: (value: string) => boolean }>> = {
  [systems.organisasjonsnummer]: { name: 'Organisasjonsnummeret', check: isOrganisasjonsnummer },
  [systems.reshId]: { name: 'RESH-id-en', check: isReshId },
  [systems.herId]: { name: 'HER-id-en', check: isHerId },
};

/**
 * Says in bokmål what is wrong with an organisation's identifier, or undefined when it can be used.
 * Only organisasjonsnummer, RESH id and HER-id identify an organisation here.
 */
export function organisationIdentifierFault(system: string, value: string): string | undefined {
  const known = organisationChecks[canonicalSystem(system)];
  if (!known) {
    return 'Virksomheten må være oppgitt med organisasjonsnummer, RESH-id eller HER-id.';
  }
  return known.check(value) ? undefined : `${known.name} til virksomheten er ikke gyldig.`;
}
