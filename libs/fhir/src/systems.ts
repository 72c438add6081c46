import { canonicalSystem, systems } from '@forlop/contracts';

/** The referral profile of Norsk helsenett (draft, FHIRCodeAndMore, 2025-10-01). */
export const REFERRAL_PROFILE = 'http://helsenorge.no/fhir/StructureDefinition/hn-basis-serviceRequest';

/** The profile's system for a ServiceRequest's own UUID, the same in every later update of it. */
export const REFERRAL_UUID = 'http://helsenorge.no/fhir/identifiers/uuid';

/** The profile's date extensions; each holds one `valueDateTime`. */
export const dateExtensions = {
  mottattdato: 'http://helsenorge.no/fhir/StructureDefinition/no-mottatt-dato',
  ansiennitetsdato: 'http://helsenorge.no/fhir/StructureDefinition/no-ansiennitets-dato',
  fristForVurdering: 'http://helsenorge.no/fhir/StructureDefinition/no-frist-for-vurdering',
  fristForHelsehjelp: 'http://helsenorge.no/fhir/StructureDefinition/no-frist-for-helsehjelp',
  vurdertDato: 'http://helsenorge.no/fhir/StructureDefinition/no-vurdert-dato',
} as const;

/** Middle name in no-basis-HumanName. */
export const MIDDLE_NAME = 'http://hl7.no/fhir/StructureDefinition/no-basis-middlename';

/** HL7's confidentiality codes, with which a Patient's `meta.security` says that the address is protected. */
export const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** How `instantiatesUri` names the pathway that a referral is for. */
export const DEFINITION_URI = 'urn:forlop:definition:';

/** Source system of a referral that its sender gave no identifier: the id is then a digest of the content. */
export const CONTENT_DIGEST = 'urn:forlop:innhold-sha256';

/** The code system of the reason codes in an OperationOutcome. */
export const REASON_SYSTEM = 'urn:forlop:fhir-arsak';

/** Organisation systems, the most specific first: the unit (RESH), the legal entity, the mailbox. */
export const organisationSystems: readonly string[] = [systems.reshId, systems.organisasjonsnummer, systems.herId];

export function isSystem(value: string | undefined, system: string): boolean {
  return value !== undefined && canonicalSystem(value) === system;
}
