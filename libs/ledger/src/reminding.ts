import type { LedgerContext } from './context.js';
import { claimDigest, dueDigests } from './reminders/digest.js';
import { answerAsPerson } from './reminders/person-answers.js';
import { remindersAsked } from './reminders/asked.js';
import { planReminder } from './reminders/plan.js';
import { receivers, setPreferences } from './reminders/preferences.js';
import { reminders } from './reminders/proof.js';
import { answerReminder, pathwayOfReminder, unsubscribe } from './reminders/answers.js';
import { closeReminders, failUnreceipted, recordReceipt, recordReply } from './reminders/receipts.js';
import { hastenReminder, stopReminder } from './reminders/steer.js';
import { failDigest, settleDigest } from './reminders/settle.js';
import type { Reminding } from './types/reminders.js';

/** The calls about reminders, each a function of one file. */
export function remindingOf(context: LedgerContext): Reminding {
  return {
    planReminder: (plan) => planReminder(context, plan),
    claimDigest: (call) => claimDigest(context, call),
    settleDigest: (call, outcome) => settleDigest(context, call, outcome),
    failDigest: (call) => failDigest(context, call),
    dueDigests: (query) => dueDigests(context, query),
    recordReceipt: (receipt) => recordReceipt(context, receipt),
    failUnreceipted: (limit) => failUnreceipted(context, limit),
    stopReminder: (pathwayId, reminderId, reason, actor, within) => stopReminder(context, pathwayId, reminderId, reason, actor, within),
    hastenReminder: (pathwayId, reminderId, actor, within) => hastenReminder(context, pathwayId, reminderId, actor, within),
    closeReminders: (pathwayId) => closeReminders(context, pathwayId),
    answerReminder: (reminderId, answer) => answerReminder(context, reminderId, answer),
    remindersAsked: (pathwayId, actingAs) => remindersAsked(context, pathwayId, actingAs),
    answerAsPerson: (given, actor, within) => answerAsPerson(context, given, actor, within),
    recordReply: (reply) => recordReply(context, reply),
    pathwayOfReminder: (reminderId) => pathwayOfReminder(context, reminderId),
    unsubscribe: (reminderId) => unsubscribe(context, reminderId),
    reminders: (query) => reminders(context, query),
    receivers: (query) => receivers(context, query),
    setPreferences: (receiverId, preferences, within) => setPreferences(context, receiverId, preferences, within),
  };
}
