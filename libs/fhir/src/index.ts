export type * from './calendar-types.js';
export { APPOINTMENT_KIND, readCalendar } from './read-calendar.js';
export { readReferralLines, type ReadLine } from './lines.js';
export { operationOutcome, type Issue } from './outcome.js';
export { type RawIdentifier } from './read-identifier.js';
export {
  readReferrals,
  type AcceptedReferral,
  type ReadReferralsOptions,
  type ReadReferralsResult,
  type RefusedReferral,
  type WhatWasRead,
} from './read-referrals.js';
export { type PartialReferral } from './read-service-request.js';
export { adviceFor, reasons, type ReasonCode } from './reasons.js';
export { refusedReferral } from './refused-referral.js';
export { loadFhirDefinitions } from './structure.js';
export { dateExtensions, REFERRAL_PROFILE, REFERRAL_UUID } from './systems.js';
export { toReferralBundle, toServiceRequest } from './write.js';
