import type {
  AgeMarkSpec, AttributeSpec, BookingSpec, ClockSpec, CommandSpec, Condition, CountableSpec, CourseSpec, Definition, DutySpec, EventMatch, EventSpec,
  FieldSpec, GroupSpec, MeetingSpec, PlanSpec, RequirementSpec, RetentionSpec, StepSpec, TransitionSpec,
} from '@forlop/pathway';
import type { z } from 'zod';
import type { bookingSpec, clockSpec, dutySpec } from './clock.js';
import type { anyCondition, eventMatch } from './condition.js';
import type { definitionSchema } from './definition.js';
import type { commandSpec, countableSpec, courseSpec, groupSpec, meetingSpec, planSpec, requirementSpec, retentionSpec, stepSpec, transitionSpec } from './flow.js';
import type { ageMarkSpec, attributeSpec, eventSpec, fieldSpec } from './vocabulary.js';

/** All properties and lists read-only, so that only meaning is compared. */
type Plain<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : { readonly [K in keyof T]: Plain<T[K]> };

/** True only when both types have the same properties, optional ones included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Agrees<Schema extends z.ZodType, Type> = Same<Plain<z.output<Schema>>, Plain<Type>>;
type All<T extends readonly true[]> = T;

/**
 * The schema and the kernel's types say the same, both ways: a property in one that is not in the other is a compile
 * error here.
 */
export type SchemaAgreesWithTypes = All<[
  Agrees<typeof definitionSchema, Definition>,
  Agrees<typeof anyCondition, Condition>,
  Agrees<typeof eventMatch, EventMatch>,
  Agrees<typeof fieldSpec, FieldSpec>,
  Agrees<typeof eventSpec, EventSpec>,
  Agrees<typeof ageMarkSpec, AgeMarkSpec>,
  Agrees<typeof attributeSpec, AttributeSpec>,
  Agrees<typeof groupSpec, GroupSpec>,
  Agrees<typeof stepSpec, StepSpec>,
  Agrees<typeof transitionSpec, TransitionSpec>,
  Agrees<typeof requirementSpec, RequirementSpec>,
  Agrees<typeof clockSpec, ClockSpec>,
  Agrees<typeof bookingSpec, BookingSpec>,
  Agrees<typeof dutySpec, DutySpec>,
  Agrees<typeof commandSpec, CommandSpec>,
  Agrees<typeof planSpec, PlanSpec>,
  Agrees<typeof courseSpec, CourseSpec>,
  Agrees<typeof meetingSpec, MeetingSpec>,
  Agrees<typeof countableSpec, CountableSpec>,
  Agrees<typeof retentionSpec, RetentionSpec>,
]>;
