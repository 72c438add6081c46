import type { ObligationEnd, ObligationStart } from '../contract.js';
import { openObligation } from '../obligation/open-obligation.js';

/**
 * Tells everyone who was told something that it no longer holds: a fact registered late, or a correction, has shown
 * that the frist was kept after all (LATE-1). The ledger knows who was told; each of them hears it once,
 * and the coordinator hears of those that it could not be delivered to. Ends when the ledger has heard that it was sent.
 */
export async function correctNotice(start: ObligationStart): Promise<ObligationEnd> {
  const correction = openObligation(start);
  for await (const moment of correction.moments(['withdraw', 'escalate'])) {
    const told = await correction.tell(moment, moment.purpose === 'escalate' ? 'escalate' : 'withdraw');
    if (told === 'sent' || told === 'already-done') correction.finish();
  }
  return correction.end();
}
