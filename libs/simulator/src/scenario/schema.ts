import { groundsSchema, osloDateSchema, prioritySchema, protectionSchema, severitySchema, sexSchema } from '@forlop/contracts';
import type { ClockStatus, Json } from '@forlop/pathway';
import * as z from 'zod';
import { readWhen, WHEN_FORM, type When } from './when.js';

/** Messages that the sentences of `problems.ts` are built on are written as what is required. */
const when = z.string().transform((text, context): When => {
  const read = readWhen(text);
  if (read === undefined) {
    context.addIssue({ code: 'custom', message: WHEN_FORM });
    return z.NEVER;
  }
  return read;
});
const id = z.string().regex(/^[A-Za-z0-9æøåÆØÅ._-]{1,64}$/, 'en id med bokstaver, tall, punktum, _ og -');
const named = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(@\S+)?$/, 'id eller id@versjon, med små bokstaver, tall og bindestrek');
const text = z.string().regex(/\S/, 'en tekst som ikke er tom');
const data = z.record(z.string(), z.json() as z.ZodType<Json>);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The one the pathway is about. A number and a name are made up from the date of birth when they are not given. */
const patient = z.strictObject({
  birthDate: osloDateSchema,
  sex: sexSchema.extract(['kvinne', 'mann']).default('kvinne'),
  name: z.strictObject({ given: text, family: text }).optional(),
  protection: protectionSchema.optional(),
});

/** What the referral says besides who and when. Received on the scenario's `start`. */
const referral = z.strictObject({
  /** Registered later than it was received. */
  recordedOn: when.optional(),
  ansiennitetsdato: osloDateSchema.optional(),
  priority: prioritySchema.optional(),
  grounds: groundsSchema.optional(),
  functionLossPercent: z.number().min(0).max(100).optional(),
  severity: severitySchema.optional(),
  testsDone: z.array(text).optional(),
});

const common = { id: id.optional(), on: when, recordedOn: when.optional() };
/** A person's choice, by the command's id. */
const command = z.strictObject({ ...common, do: z.literal('command'), type: text, data: data.default({}), text: text.optional(), refused: text.optional() });
/** Something that happened, by the event's type; or a correction of an earlier one. */
const fact = z.strictObject({ ...common, do: z.literal('fact'), type: text, data: data.default({}), text: text.optional(), corrects: id.optional() });
/** An earlier event never happened. */
const retract = z.strictObject({ ...common, do: z.literal('retract'), retracts: id, text });
/** A named person lets a duty's message leave the house. */
const confirm = z.strictObject({ ...common, do: z.literal('confirm'), duty: text });
/** An explicit move to other rules. */
const move = z.strictObject({
  ...common,
  do: z.literal('move'),
  definition: named.optional(),
  calendar: named.optional(),
  parameters: z.record(z.string(), scalar).optional(),
  text,
});
const event = z.discriminatedUnion('do', [command, fact, retract, confirm, move]);

const statuses = ['not-started', 'running', 'warned', 'at-risk', 'broken', 'met', 'met-late', 'passed-by-patient', 'closed'] as const satisfies readonly ClockStatus[];
const purposes = ['ask', 'escalate', 'withdraw'] as const;

const expectClock = z.strictObject({ on: when, clock: text, status: z.enum(statuses), due: when.optional() });
const expectStep = z.strictObject({ on: when, step: text });
const expectDuty = z.strictObject({ on: when, duty: text, open: z.boolean() });
const expectTold = z.strictObject({ on: when, told: text, purpose: z.enum(purposes).default('ask'), times: z.int().min(0).default(1) });
const expectAlarm = z.strictObject({ on: when, alarm: z.boolean() });

/** The scenario file (docs/scenarios.md). Strict: an unknown field is an error. */
export const scenarioSchema = z.strictObject({
  title: text,
  description: text.optional(),
  definition: named.optional(),
  calendar: named.optional(),
  parameters: z.record(z.string(), scalar).default({}),
  patient,
  start: osloDateSchema,
  referral: referral.default({}),
  events: z.array(event).default([]),
  until: when,
  expect: z.array(z.union([expectClock, expectStep, expectDuty, expectTold, expectAlarm])).default([]),
});

/** A scenario as written, its times read and not yet worked out. */
export type ScenarioFile = z.output<typeof scenarioSchema>;
export type ScenarioEvent = ScenarioFile['events'][number];
export type ScenarioExpectation = ScenarioFile['expect'][number];

/** The event's own id, or its place: `hendelse-1`, `hendelse-2` … */
export const idOf = (event: { readonly id?: string | undefined }, i: number): string => event.id ?? `hendelse-${i + 1}`;
