import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * The tilbakeføringsmøte with the primary service (oppsummerende samhandlingsmøte; DOMAIN §4.5). First the coordinator
 * is asked to convene it: to find a day with the fastlege and the patient, and for a child with the school, without
 * which the step is not done. After that the reminders are about who has yet to answer, and whether it was held.
 */
export async function arrangeMeeting(start: ObligationStart): Promise<ObligationEnd> {
  const meeting = openObligation(start);
  for await (const moment of meeting.moments(['ask', 'escalate'])) {
    if (moment.purpose === 'escalate') await meeting.tell(moment, 'escalate');
    else await meeting.tell(moment, moment.first ? 'convene-meeting' : 'complete-meeting');
  }
  return meeting.end();
}
