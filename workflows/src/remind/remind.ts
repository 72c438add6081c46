import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * Reminds whoever owns a deadline, the fastlege most of all: on the days that the definition sets, until it is done,
 * answered or escalated to the coordinator (DOMAIN §5).
 */
export async function remind(start: ObligationStart): Promise<ObligationEnd> {
  const reminder = openObligation(start);
  for await (const moment of reminder.moments(['ask', 'escalate'])) {
    if (moment.purpose === 'escalate') await reminder.tell(moment, 'escalate');
    else await reminder.tell(moment, moment.first ? 'remind' : 'remind-again');
  }
  return reminder.end();
}
