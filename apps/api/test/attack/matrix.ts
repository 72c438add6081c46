import type { Role } from '@forlop/access';

/**
 * What each role meets at each endpoint, about a patient of its own. Written by hand: it is what the policy is held to, so
 * it must not be derived from it. Letters:
 * `y` lets in; `-` answers 403; `o` open to all, log-in or not.
 * About another tenant's patient every `y` at an address with a pathway answers 404, as for an id that does not exist.
 */
export type Letter = 'y' | '-' | 'o';

/** The order of the letters. */
export const columns: readonly Role[] = ['coordinator', 'clinician', 'fastlege', 'lms', 'local-contact', 'auditor', 'governance', 'user-representative', 'administrator', 'system'];

//                                                              coord clin fastl lms  local audit gov  user admin system
export const matrix: Readonly<Record<string, string>> = {
  'GET /api/v1/calendars': /*                                  */ 'y    y    y    y    y    y    y    y    y    y',
  'GET /api/v1/definitions': /*                                */ 'y    y    y    y    y    y    y    y    y    y',
  'GET /api/v1/definitions/{id}/{version}': /*                 */ 'y    y    y    y    y    y    y    y    y    y',
  'DELETE /api/v1/erasures/{erasure}': /*                      */ 'y    -    -    -    -    -    -    -    -    -',
  'DELETE /api/v1/pathways/{id}/holds/{hold}': /*              */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/erasures': /*                                   */ 'y    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/erasures/{erasure}/obstacles': /*               */ 'y    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/pathways/{id}/holds': /*                        */ 'y    y    -    -    -    -    -    -    -    -',
  'GET /api/v1/retention-due': /*                              */ 'y    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/erasures/{erasure}/carry-out': /*              */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/pathways/{id}/erasures': /*                    */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/holds': /*                       */ 'y    y    -    -    -    -    -    -    -    -',
  'GET /api/v1/fhir/metadata': /*                              */ 'o    o    o    o    o    o    o    o    o    o',
  'GET /api/v1/organisations': /*                              */ 'y    y    -    -    -    y    -    -    y    -',
  'DELETE /api/v1/pathways/{id}/blocks/{grant}': /*            */ 'y    y    -    -    -    -    -    -    -    -',
  'DELETE /api/v1/pathways/{id}/participants/{grant}': /*      */ 'y    -    -    -    -    -    -    -    -    -',
  'DELETE /api/v1/role-grants/{grant}': /*                     */ '-    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/access-log': /*                                 */ '-    -    -    -    -    y    -    -    -    -',
  'GET /api/v1/break-glass': /*                                */ 'y    -    -    -    -    y    -    -    -    -',
  'GET /api/v1/me': /*                                         */ 'y    y    y    y    y    y    y    y    y    y',
  'GET /api/v1/pathways/{id}/access-log': /*                   */ 'y    y    -    -    -    -    -    -    -    -',
  'GET /api/v1/pathways/{id}/reminders': /*                    */ 'y    y    -    -    -    y    -    -    -    -',
  'POST /api/v1/pathways/{id}/reminders/{reminder}/answer': /* */ 'y    y    y    y    -    -    -    -    -    -',
  'GET /api/v1/receivers/me': /*                               */ '-    -    y    -    -    -    -    -    -    -',
  'PUT /api/v1/receivers/me': /*                               */ '-    -    y    -    -    -    -    -    -    -',
  'GET /api/v1/receivers/{receiver}': /*                       */ 'y    -    -    -    -    -    -    -    -    -',
  'PUT /api/v1/receivers/{receiver}': /*                       */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/reminder-templates': /*                         */ 'y    y    y    y    y    y    y    y    y    y',
  'GET /api/v1/reminder-templates/{wording}/preview': /*       */ 'y    y    y    y    y    y    y    y    y    y',
  'GET /api/v1/reminders': /*                                  */ 'y    y    -    -    -    y    -    -    -    -',
  'GET /api/v1/reminders/export': /*                           */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/unmatched-messages': /*                         */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/unmatched-messages/counts': /*                  */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/unmatched-messages/{message}': /*               */ 'y    -    -    -    -    -    -    -    -    -',
  'PUT /api/v1/unmatched-messages/{message}/owner': /*         */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/unmatched-messages/{message}/attachment': /*   */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/unmatched-messages/{message}/set-aside': /*    */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/webhook-subscribers': /*                        */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/webhook-subscribers': /*                       */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/webhook-subscribers/{subscriber}/secret': /*   */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/webhook-subscribers/{subscriber}/ping': /*     */ '-    -    -    -    -    -    -    -    y    -',
  'DELETE /api/v1/webhook-subscribers/{subscriber}': /*        */ '-    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/pathways/{id}/participants': /*                 */ 'y    y    y    y    y    y    -    -    -    y',
  'GET /api/v1/role-grants': /*                                */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/pathways/{id}/blocks': /*                      */ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/break-glass': /*                 */ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/participants': /*                */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/transfer': /*                    */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/me/sessions': /*                                */ 'y    y    y    y    y    y    y    y    y    -',
  'DELETE /api/v1/me/sessions': /*                             */ 'y    y    y    y    y    y    y    y    y    -',
  'DELETE /api/v1/me/sessions/{session}': /*                   */ 'y    y    y    y    y    y    y    y    y    -',
  'POST /api/v1/sessions/end': /*                              */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/role-grants': /*                               */ '-    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/pathways/{id}': /*                              */ 'y    y    y    y    y    y    -    -    -    y',
  'GET /api/v1/pathways/{id}/clocks/{key}/explain': /*         */ 'y    y    y    -    -    y    -    -    -    -',
  'GET /api/v1/pathways/{id}/commands': /*                     */ 'y    y    y    y    -    -    -    -    -    -',
  'GET /api/v1/pathways/{id}/timeline': /*                     */ 'y    y    y    -    -    y    -    -    -    y',
  'GET /api/v1/quarantine': /*                                 */ 'y    -    -    -    -    -    -    -    -    -',
  'GET /api/v1/settings/effects': /*                           */ 'y    -    -    -    -    -    -    -    y    -',
  'GET /api/v1/worklist': /*                                   */ 'y    y    y    y    y    y    -    -    -    y',
  'GET /api/v1/worklist/counts': /*                            */ 'y    y    y    y    y    y    -    -    -    y',
  'GET /svar/{token}': /*                                      */ 'o    o    o    o    o    o    o    o    o    o',
  'GET /svar/avmeld/{token}': /*                               */ 'o    o    o    o    o    o    o    o    o    o',
  'POST /svar/{token}': /*                                     */ 'o    o    o    o    o    o    o    o    o    o',
  'POST /svar/avmeld/{token}': /*                              */ 'o    o    o    o    o    o    o    o    o    o',
  'GET /health/live': /*                                       */ 'o    o    o    o    o    o    o    o    o    o',
  'GET /health/ready': /*                                      */ 'o    o    o    o    o    o    o    o    o    o',
  'POST /api/v1/break-glass': /*                               */ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/codec/decode': /*                              */ '-    -    -    -    -    y    -    -    -    -',
  'POST /api/v1/fhir': /*                                      */ '-    -    -    -    -    -    -    -    -    y',
  'POST /api/v1/fhir/ServiceRequest': /*                       */ '-    -    -    -    -    -    -    -    -    y',
  'POST /api/v1/organisations': /*                             */ '-    -    -    -    -    -    -    -    y    -',
  'POST /api/v1/pathways/{id}/commands/{command}': /*          */ 'y    y    y    y    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/events/{eventId}/correction': /* */ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/events/{eventId}/retraction': /* */ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/facts': /*                       */ 'y    y    -    -    -    -    -    -    -    y',
  'POST /api/v1/pathways/{id}/move': /*                        */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/pathways/{id}/obligations/{key}/confirmation': /**/ 'y    y    -    -    -    -    -    -    -    -',
  'POST /api/v1/quarantine/{id}/release': /*                   */ 'y    -    -    -    -    -    -    -    -    -',
  'POST /api/v1/referrals': /*                                 */ 'y    y    -    -    -    -    -    -    -    y',
  'POST /api/v1/search': /*                                    */ 'y    y    -    -    -    -    -    -    -    -',
  'PUT /api/v1/pathways/{id}/contacts/{role}': /*              */ 'y    y    -    -    -    -    -    -    -    -',
  'PUT /api/v1/pathways/{id}/mode': /*                         */ 'y    -    -    -    -    -    -    -    -    -',
  'PUT /api/v1/pathways/{id}/owners/{role}': /*                */ 'y    -    -    -    -    -    -    -    -    -',
  'PUT /api/v1/settings/effects': /*                           */ '-    -    -    -    -    -    -    -    y    -',
};

  'POST /api/v1/pathways/{id}/commands/{command}/preview': /*  */ 'y    y    y    y    -    -    -    -    -    -',
/** What one role meets at one endpoint. @throws Error for an endpoint that nobody has thought about. */
export function expectedOf(operation: string, role: Role): Letter {
  const letter = matrix[operation]?.split(/\s+/)[columns.indexOf(role)];
  if (letter !== 'y' && letter !== '-' && letter !== 'o') throw new Error(`The matrix does not say what ${role} meets at ${operation}.`);
  return letter;
}
