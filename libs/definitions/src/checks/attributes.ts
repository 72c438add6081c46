import type { AttributeSpec, Definition, Scalar } from '@forlop/pathway';
import { fieldOf } from './context.js';

/** All values that an attribute can ever have; null when they cannot be listed (dates, numbers, ids). */
export function possibleValues(definition: Definition, spec: AttributeSpec): readonly Scalar[] | null {
  const values: Scalar[] = [];
  for (const setter of spec.setBy) {
    if (setter.value !== undefined) {
      values.push(setter.value);
      continue;
    }
    const field = setter.field === undefined ? undefined : fieldOf(definition, setter.event, setter.field);
    if (field?.type === 'boolean') values.push(true, false);
    else if (field?.type === 'code') values.push(...Object.keys(field.codes ?? {}));
    else return null;
  }
  return [...new Set(values)];
}

/** Whether every setter of the attribute gives it a date. */
export function setsDate(definition: Definition, spec: AttributeSpec): boolean {
  return spec.setBy.every((s) => s.date === true || (s.field !== undefined && fieldOf(definition, s.event, s.field)?.type === 'date'));
}
