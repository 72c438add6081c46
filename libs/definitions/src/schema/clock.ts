import { z } from 'zod';
import { condition, eventMatch, eventMatchWith } from './condition.js';
import { camelId, citations, kebabId, ruleId, ruleStatus, scalar, span, text } from './text.js';

export const bookingSpec = z.strictObject({
  offeredBy: z.array(eventMatchWith({ dateField: camelId })),
  postponedBy: z.array(eventMatchWith({ causeField: camelId, dateField: camelId })),
  missedBy: z.array(eventMatch),
  cancelledBy: z.array(eventMatch),
  patientCauses: z.array(z.string().min(1)),
});

export const clockSpec = z.strictObject({
  id: ruleId,
  title: text,
  status: ruleStatus,
  kind: z.enum(['legal', 'pathway', 'guiding', 'statistic']),
  sources: citations,
  onlyWhen: condition.exactOptional(),
  start: z.array(eventMatchWith({ dateFields: z.array(camelId).min(1).exactOptional() })).min(1),
  mode: z.enum(['once', 'each', 'recurring', 'supersede', 'again']),
  key: camelId.exactOptional(),
  due: z.union([
    z.strictObject({ after: z.array(z.strictObject({ when: condition.exactOptional(), span })).min(1) }),
    z.strictObject({ field: camelId }),
  ]).exactOptional(),
  metBy: z.array(eventMatch),
  endedBy: z.array(eventMatchWith({ as: kebabId })).exactOptional(),
  lapses: z.literal(true).exactOptional(),
  outlivesClosing: z.boolean().exactOptional(),
  owner: kebabId,
  ownerWhen: z.array(z.strictObject({ when: condition, owner: kebabId })).exactOptional(),
  warn: z.union([z.strictObject({ before: span }), z.strictObject({ after: span })]).exactOptional(),
  atRisk: z.strictObject({ horizonDays: z.int().positive() }).exactOptional(),
  bookings: bookingSpec.exactOptional(),
  riskSaidBy: z.array(eventMatch).exactOptional(),
  riskWithdrawnBy: z.array(eventMatch).exactOptional(),
  breachForeseenBy: z.array(eventMatch).exactOptional(),
  communicatedBy: z.array(eventMatch).exactOptional(),
  guidesClock: ruleId.exactOptional(),
});

export const answerSpec = z.strictObject({
  command: kebabId,
  data: z.record(camelId, scalar).exactOptional(),
  reminderIn: camelId.exactOptional(),
});

export const dutySpec = z.strictObject({
  id: ruleId,
  title: text,
  kind: z.enum(['remind', 'notify-helfo', 'arrange-meeting', 'offer-lms-course', 'collect-prom', 're-evaluate-diagnosis']),
  status: ruleStatus,
  sources: citations,
  clock: ruleId,
  opens: z.strictObject({
    at: z.enum(['start', 'warn', 'at-risk', 'due', 'broken', 'foreseen-or-broken']),
    after: span.exactOptional(),
  }),
  when: condition.exactOptional(),
  closedBy: z.array(eventMatch).exactOptional(),
  to: kebabId,
  answers: z.strictObject({ done: answerSpec.exactOptional(), 'takes-over': answerSpec.exactOptional(), guidance: answerSpec.exactOptional() }).exactOptional(),
  repeat: z.strictObject({ every: span, most: z.int().positive() }).exactOptional(),
  escalate: z.strictObject({ after: span, to: kebabId }).exactOptional(),
  template: kebabId.exactOptional(),
  needsConfirmation: z.boolean().exactOptional(),
});
