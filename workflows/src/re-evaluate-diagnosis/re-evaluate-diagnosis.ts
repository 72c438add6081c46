import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * Re-evaluation of the diagnosis at an interval, and of one from the early teens on becoming an adult (DOMAIN §4.8).
 * A clinician is asked each time: only a clinician's judgement keeps or removes a diagnosis, so nothing here changes
 * by time alone, and what nobody evaluates goes to the coordinator.
 */
export async function reEvaluateDiagnosis(start: ObligationStart): Promise<ObligationEnd> {
  const evaluation = openObligation(start);
  for await (const moment of evaluation.moments(['ask', 'escalate'])) {
    await evaluation.tell(moment, moment.purpose === 'escalate' ? 'escalate' : 're-evaluate');
  }
  return evaluation.end();
}
