import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * The course at the lærings- og mestringssenter (DOMAIN §4.6): offered to everyone with CFS/ME, to others where
 * relevant. Whoever owns the offer is asked to give it, or to record why it is not relevant; an offer declined is an
 * offer given. Nobody's treatment waits for it, so only an offer that is never given reaches the coordinator.
 */
export async function offerLmsCourse(start: ObligationStart): Promise<ObligationEnd> {
  const offer = openObligation(start);
  for await (const moment of offer.moments(['ask', 'escalate'])) {
    if (moment.purpose === 'escalate') await offer.tell(moment, 'escalate');
    else await offer.tell(moment, moment.first ? 'offer-course' : 'offer-course-again');
  }
  return offer.end();
}
