import type { Field } from '../queries.js';

/** What stands in a form's fields: texts as typed, codes that are ticked, yes and no. */
export type FieldValue = string | boolean | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The data of an event from a form's fields; what is empty is left out. */
export function dataOf(fields: Readonly<Record<string, Field>>, values: FieldValues): Record<string, unknown> {
  const filled = Object.entries(fields).flatMap(([name, { type }]) => {
    const value = values[name];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [[name, type === 'number' ? Number(String(value).replace(',', '.')) : value] as const];
  });
  return Object.fromEntries(filled);
}

/** A form's fields from the data of an event. */
export function valuesOf(fields: Readonly<Record<string, Field>>, data: Readonly<Record<string, unknown>>): FieldValues {
  const given = Object.keys(fields).flatMap((name) => {
    const value = data[name];
    if (value === undefined || value === null) return [];
    return [[name, typeof value === 'boolean' || Array.isArray(value) ? (value as FieldValue) : String(value as string | number)] as const];
  });
  return Object.fromEntries(given);
}
