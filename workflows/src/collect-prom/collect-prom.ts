import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * Patient-reported outcomes, before the first visit and years after (DOMAIN §9). Whoever collects the form is asked,
 * never the patient pressed: not answering is a right, so whether a missing form is escalated is the definition's word.
 */
export async function collectProm(start: ObligationStart): Promise<ObligationEnd> {
  const form = openObligation(start);
  for await (const moment of form.moments(['ask', 'escalate'])) {
    await form.tell(moment, moment.purpose === 'escalate' ? 'escalate' : 'collect-prom');
  }
  return form.end();
}
