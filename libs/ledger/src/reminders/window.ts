import { nextWeekOf, officeHours, sendWindow } from '@forlop/reminders';
import type { LedgerContext } from '../context.js';
import { digestWorkflowId } from '../core/obligation-keys.js';
import type { OpenPathway } from '../core/open-pathway.js';
import { calendarOf } from '../process/claims.js';
import type { AttemptPurpose } from '../types/advancing.js';
import type { PlannedDigest } from '../types/reminders.js';
import type { ReceiverRow } from './receiver.js';

/** When what is planned now goes to a receiver. What is escalated or taken back does not wait for the day's or the week's digest. */
export function sendAt(context: LedgerContext, pathway: OpenPathway, { frequency }: Pick<ReceiverRow, 'frequency'>, purpose: AttemptPurpose): Date {
  const now = pathway.now.getTime();
  if (context.hours === null || context.digestMinutes === 0) return pathway.now;
  const hours = { ...officeHours, everyMinutes: context.digestMinutes };
  return new Date(sendWindow(calendarOf(context, pathway), hours, { frequency: purpose === 'ask' ? frequency : 'each' }, now, now));
}

/** The digest that sends what is due to a receiver at an instant; by its own name where it has begun. */
export const digestAt = (receiverId: string, at: Date, digestId = digestWorkflowId(receiverId, at)): PlannedDigest => ({ digestId, receiverId, at: at.toISOString() });

/** When next week's digests may begin. */
export const nextWeek = (now: Date): Date => new Date(nextWeekOf(now.getTime()));
