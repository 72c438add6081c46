import { z } from 'zod';
import { eventMatchWith } from './condition.js';
import { camelId, citations, scalar, span, text } from './text.js';

export const fieldSpec = z.strictObject({
  title: text,
  type: z.enum(['date', 'code', 'codes', 'number', 'boolean', 'id']),
  required: z.boolean().exactOptional(),
  codes: z.record(z.string().min(1), text).exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  mayBeFuture: z.boolean().exactOptional(),
});

export const eventSpec = z.strictObject({
  title: text,
  rank: z.int(),
  fields: z.record(camelId, fieldSpec).exactOptional(),
  text: z.enum(['optional', 'required']).exactOptional(),
  sources: citations.exactOptional(),
});

export const ageMarkSpec = z.strictObject({
  title: text,
  age: z.int().min(0).max(130),
  before: span.exactOptional(),
  rank: z.int(),
});

export const attributeSpec = z.strictObject({
  title: text,
  setBy: z.array(eventMatchWith({
    field: camelId.exactOptional(),
    date: z.literal(true).exactOptional(),
    value: scalar.exactOptional(),
    keepFirst: z.boolean().exactOptional(),
  })).min(1),
});
