import type { Field } from '../queries.js';

/** What stands in a form's fields: texts as typed, codes that are ticked, yes and no. */
export type FieldValue = string | boolean | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;
type Fields = Readonly<Record<string, Field>>;

const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The data of an event from a form's fields; what is empty is left out. */
export function dataOf(fields: Fields, values: FieldValues): Record<string, unknown> {
  const filled = Object.entries(fields).flatMap(([name, { type }]) => {
    const value = values[name];
    if (isEmpty(value)) return [];
    return [[name, type === 'number' ? Number(String(value).replace(',', '.')) : value] as const];
  });
  return Object.fromEntries(filled);
}

/** A form's fields from the data of an event. */
export function valuesOf(fields: Fields, data: Readonly<Record<string, unknown>>): FieldValues {
  const given = Object.keys(fields).flatMap((name) => {
    const value = data[name];
    if (value === undefined || value === null) return [];
    return [[name, typeof value === 'boolean' || Array.isArray(value) ? (value as FieldValue) : String(value as string | number)] as const];
  });
  return Object.fromEntries(given);
}

/** A new id for each id that is required: what is asked here begins something, and its id names it from now on. */
export const newIds = (fields: Fields): FieldValues =>
  Object.fromEntries(Object.entries(fields).filter(([, { type, required }]) => type === 'id' && required === true).map(([name]) => [name, crypto.randomUUID()]));

/** Whether a person has filled in all that they must; ids are the system's own. @param given fields that have their value from elsewhere. */
export const isComplete = (fields: Fields, values: FieldValues, given: readonly string[] = []): boolean =>
  Object.entries(fields).every(([name, { type, required }]) => required !== true || type === 'id' || given.includes(name) || !isEmpty(values[name]));
