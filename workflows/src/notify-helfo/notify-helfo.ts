import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * Varsel om fristbrudd to Helfo: the legal frist will not hold, or did not (BREACH-1, BREACH-3).
 *
 * Nothing leaves the house before a named person has confirmed. A notice that nobody confirms is escalated inside the
 * house, for the duty to notify comes before the date and does not go away by waiting.
 */
export async function notifyHelfo(start: ObligationStart): Promise<ObligationEnd> {
  const notice = openObligation(start);

  for await (const moment of notice.moments(['escalate'], notice.isConfirmed)) {
    await notice.tell(moment, 'escalate-unconfirmed');
  }

  for await (const moment of notice.moments(['ask', 'escalate'])) {
    await notice.tell(moment, moment.purpose === 'escalate' ? 'escalate' : 'send-helfo-notice');
  }
  return notice.end();
}
