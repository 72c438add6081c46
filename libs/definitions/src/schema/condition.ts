import type { Condition } from '@forlop/pathway';
import { z } from 'zod';
import { camelId, eventName, kebabId, ruleId, scalar } from './text.js';

export const fieldTest = z.strictObject({
  is: scalar.exactOptional(),
  in: z.array(scalar).min(1).exactOptional(),
  not: scalar.exactOptional(),
  notIn: z.array(scalar).min(1).exactOptional(),
  atLeast: z.number().exactOptional(),
  below: z.number().exactOptional(),
  includes: scalar.exactOptional(),
  absent: z.boolean().exactOptional(),
});
export const fieldTests = z.record(camelId, fieldTest);

/** A question about the state; see `Condition` in the kernel's types. Recursive, hence lazy. */
export const condition: z.ZodType<Condition> = z.lazy(() => anyCondition);

export const anyCondition = z.union([
  z.strictObject({ all: z.array(condition).min(1) }),
  z.strictObject({ any: z.array(condition).min(1) }),
  z.strictObject({ not: condition }),
  z.strictObject({ attribute: camelId, test: fieldTest }),
  z.strictObject({ parameter: kebabId, is: scalar }),
  z.strictObject({
    age: z.strictObject({ at: camelId.exactOptional(), below: z.int().min(0).exactOptional(), from: z.int().min(0).exactOptional() }),
  }),
  z.strictObject({ happened: eventName, where: fieldTests.exactOptional() }),
  z.strictObject({ step: z.array(kebabId).min(1) }),
  z.strictObject({ missing: ruleId }),
  z.strictObject({ group: ruleId }),
]);

const matchParts = { event: eventName, where: fieldTests.exactOptional(), when: condition.exactOptional() };
export const eventMatch = z.strictObject(matchParts);
/** An event match that says one thing more. */
export const eventMatchWith = <T extends z.ZodRawShape>(more: T) => z.strictObject({ ...matchParts, ...more });
