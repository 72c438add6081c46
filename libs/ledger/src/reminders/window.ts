import type { LedgerContext } from '../context.js';
import type { OpenPathway } from '../core/open-pathway.js';
import { calendarOf } from '../process/claims.js';
import { quietUntil } from '../process/spread.js';
import type { AttemptPurpose } from '../types/advancing.js';
import type { ReceiverRow } from './receiver.js';

const quarterMs = 15 * 60_000;

/** When what is planned now goes to a receiver. */
export function sendAt(context: LedgerContext, pathway: OpenPathway, receiver: Pick<ReceiverRow, 'id' | 'frequency'>, _purpose: AttemptPurpose): Date {
  const until = quietUntil(calendarOf(context, pathway), context.hours, receiver.id, pathway.now);
  return new Date(Math.ceil((until === null ? pathway.now.getTime() : Date.parse(until)) / quarterMs) * quarterMs);
}
