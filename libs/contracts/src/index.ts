export {
  canonicalSystem,
  herIdSchema,
  hprNumberSchema,
  isHerId,
  isHprNumber,
  isOrganisasjonsnummer,
  isReshId,
  LOCAL_HJELPENUMMER,
  organisasjonsnummerSchema,
  organisationIdentifierFault,
  reshIdSchema,
  systems,
} from './identifiers.js';
export { osloDateSchema } from './oslo-date.js';
export {
  checkPersonIdentifier,
  personIdentifierSchema,
  type AcceptedPersonIdentifier,
  type PersonIdentifierCheck,
  type PersonIdentifierCode,
  type PersonIdentifierKind,
  type PersonIdentifierOptions,
  type RefusedPersonIdentifier,
  type Sex,
} from './person-identifier.js';
export {
  groundsSchema,
  patientSchema,
  prioritySchema,
  protectionSchema,
  referralSchema,
  severitySchema,
  sexSchema,
  type Referral,
  type ReferralCode,
  type ReferralOrganisation,
  type ReferralPatient,
  type ReferralPriority,
  type ReferralReferrer,
} from './referral.js';
export type { QuarantineReason, RefusedReferral } from './refused-referral.js';
export { syntheticFodselsnummer, syntheticOrganisasjonsnummer, type SyntheticPerson } from './synthetic-identifier.js';
export * from './api/index.js';
