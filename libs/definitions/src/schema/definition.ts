import type { Json } from '@forlop/pathway';
import { z } from 'zod';
import { clockSpec, dutySpec } from './clock.js';
import { eventMatch } from './condition.js';
import { commandSpec, countableSpec, courseSpec, groupSpec, meetingSpec, planSpec, requirementSpec, retentionSpec, stepSpec, transitionSpec } from './flow.js';
import { camelId, kebabId, osloDate, ruleStatus, scalar, semanticVersion, text } from './text.js';
import { ageMarkSpec, attributeSpec, eventSpec, fieldSpec } from './vocabulary.js';

const source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1).exactOptional(),
  published: z.string().min(1).exactOptional(),
  verified: z.string().min(1).exactOptional(),
});

const parameter = z.strictObject({ title: text, values: z.array(scalar).min(1), default: scalar });
const json: z.ZodType<Json> = z.json();

/** What only the definition itself says, never a fragment. */
const head = {
  id: kebabId,
  version: semanticVersion,
  title: text,
  description: text.exactOptional(),
  status: ruleStatus,
  validFrom: osloDate,
  validTo: osloDate.exactOptional(),
  calendar: z.strictObject({ id: kebabId, version: z.string().min(1) }),
  initialStep: kebabId,
};

/** Parts that fragments may hold too: tables by key … */
export const tables = {
  sources: z.record(kebabId, source),
  parameters: z.record(kebabId, parameter),
  roles: z.record(kebabId, text),
  events: z.record(camelId, eventSpec),
  ageMarks: z.record(kebabId, ageMarkSpec),
  attributes: z.record(camelId, attributeSpec),
  intake: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
  notes: z.record(kebabId, json),
};

/** … and lists, whose entries keep the order of the includes. */
export const lists = {
  groups: z.array(groupSpec),
  steps: z.array(stepSpec),
  transitions: z.array(transitionSpec),
  endsEverything: z.array(eventMatch),
  requirements: z.array(requirementSpec),
  clocks: z.array(clockSpec),
  duties: z.array(dutySpec),
  commands: z.array(commandSpec),
  plans: z.array(planSpec),
  countables: z.array(countableSpec),
  courses: z.array(courseSpec),
  meetings: z.array(meetingSpec),
  retention: z.array(retentionSpec),
};

const { notes, ...neededTables } = tables;
const { retention, courses, meetings, ...neededLists } = lists;

/** A whole definition, as the kernel runs it. */
export const definitionSchema = z.strictObject({ ...head, ...neededTables, ...neededLists, courses: courses.exactOptional(), meetings: meetings.exactOptional(), retention: retention.exactOptional(), notes: notes.exactOptional() });

const parts = z.strictObject({ ...tables, ...lists }).partial().shape;
const fileHead = {
  $schema: z.string().exactOptional(),
  /** Fragments joined into this one, as `id@version`, in this order and before its own parts. */
  includes: z.array(z.string().regex(/^[a-z][a-z0-9-]*@\d+\.\d+\.\d+$/, { error: 'fragment@1.0.0' })).exactOptional(),
  /** Fields added to events that an included fragment defines. */
  eventFields: z.record(camelId, z.record(camelId, fieldSpec)).exactOptional(),
};

/** A definition as it is written: some of its parts may come from the fragments that it includes. */
export const definitionFileSchema = z.strictObject({ ...fileHead, ...head, ...parts });

/** What several definitions share. A changed fragment is a new version of it, so that old definitions stay as they were. */
export const fragmentFileSchema = z.strictObject({ ...fileHead, fragment: kebabId, version: semanticVersion, title: text, ...parts });

export type DefinitionFile = z.output<typeof definitionFileSchema>;
export type FragmentFile = z.output<typeof fragmentFileSchema>;
