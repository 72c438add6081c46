import { z } from 'zod';
import { condition, eventMatch, fieldTests } from './condition.js';
import { camelId, citations, eventName, kebabId, ruleId, ruleStatus, scalar, span, text } from './text.js';

const stepsOrAll = z.union([z.array(kebabId).min(1), z.literal('*')]);

export const groupSpec = z.strictObject({
  id: ruleId,
  title: text,
  when: condition,
  status: ruleStatus,
  sources: citations,
  variant: z.boolean().exactOptional(),
});

export const stepSpec = z.strictObject({
  id: kebabId,
  title: text,
  terminal: z.boolean().exactOptional(),
  owner: kebabId.exactOptional(),
  seenBy: z.array(kebabId).min(1).exactOptional(),
});

export const transitionSpec = z.strictObject({
  on: eventMatch,
  from: stepsOrAll,
  to: kebabId,
  milestone: z.boolean().exactOptional(),
  newEpisode: z.literal(true).exactOptional(),
});

export const requirementSpec = z.strictObject({
  id: ruleId,
  title: text,
  status: ruleStatus,
  sources: citations,
  gather: z.array(z.strictObject({ event: camelId, field: camelId })).min(1),
  needs: z.array(z.strictObject({
    anyOf: z.array(z.string().min(1)).min(1),
    title: text,
    when: condition.exactOptional(),
    unless: condition.exactOptional(),
  })).min(1),
  optional: z.array(z.strictObject({ code: z.string().min(1), title: text, when: condition.exactOptional() })).exactOptional(),
  when: condition.exactOptional(),
  gates: z.strictObject({
    event: camelId,
    where: fieldTests.exactOptional(),
    gate: z.enum(['blocks', 'warns']),
    gathered: z.enum(['fact', 'pathway']),
  }).exactOptional(),
  onlyAtGate: z.literal(true).exactOptional(),
});

export const commandSpec = z.strictObject({
  id: kebabId,
  title: text,
  records: camelId,
  from: stepsOrAll,
  requires: z.array(z.strictObject({ that: condition, code: kebabId, sentence: text })).exactOptional(),
  warns: z.array(z.strictObject({ if: condition, code: kebabId, sentence: text })).exactOptional(),
  sets: z.record(camelId, scalar).exactOptional(),
  roles: z.array(kebabId).min(1).exactOptional(),
});

const level = z.enum(['skal', 'bor', 'kan']);
const workCommand = z.strictObject({ command: kebabId, data: z.record(camelId, z.union([scalar, z.array(z.string().min(1)).min(1)])).exactOptional() });

export const planSpec = z.strictObject({
  id: ruleId,
  title: text,
  when: condition,
  status: ruleStatus,
  sources: citations,
  settledBy: z.strictObject({ command: kebabId, field: camelId }).exactOptional(),
  items: z.array(z.strictObject({
    id: kebabId, title: text, owner: kebabId, level, done: workCommand.exactOptional(), notRelevant: workCommand.exactOptional(),
  })).min(1),
});

export const courseSpec = z.strictObject({
  id: kebabId,
  title: text,
  contactType: z.string().min(1),
  owner: kebabId,
  status: ruleStatus,
  sources: citations,
  offered: workCommand,
  movedUp: workCommand,
  accepted: workCommand,
  declined: workCommand,
  notRelevant: workCommand,
  completed: workCommand,
  interrupted: workCommand,
});

export const meetingSpec = z.strictObject({
  id: kebabId,
  title: text,
  contactType: z.string().min(1).exactOptional(),
  status: ruleStatus,
  sources: citations,
  booked: z.strictObject({ command: kebabId, dateField: camelId }).exactOptional(),
  cancelled: z.strictObject({ command: kebabId }).exactOptional(),
  held: workCommand.extend({ participantsField: camelId.exactOptional(), formField: camelId.exactOptional(), contentsField: camelId.exactOptional() }).exactOptional(),
  participants: z.array(z.strictObject({ code: z.string().min(1), title: text, level, group: ruleId.exactOptional() })).min(1),
  agenda: z.array(z.strictObject({ id: kebabId, title: text })).min(1),
});

export const countableSpec = z.strictObject({
  id: ruleId,
  title: text,
  countedBy: z.strictObject({ event: eventName, where: fieldTests.exactOptional(), when: condition.exactOptional() }),
  status: ruleStatus,
  sources: citations,
});

export const retentionSpec = z.strictObject({
  id: ruleId,
  title: text,
  after: z.enum(['end', 'last-entry']),
  keep: span,
  status: ruleStatus,
  sources: citations,
  open: text.exactOptional(),
});
