import type { Field } from './queries.js';

/** What a form has for each field while somebody writes: always text or a list, so that nothing that is typed is lost. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The fields that a person fills in: ids are the system's own. */
export const filledIn = (fields: Readonly<Record<string, Field>>, given: readonly string[] = []): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([name, { type }]) => type !== 'id' && !given.includes(name));

/** A new id for each required id: what is asked here begins something, and its id names it from now on. */
export const newIds = (fields: Readonly<Record<string, Field>>, given: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([name, { type, required }]) => type === 'id' && required === true && !given.includes(name)).map(([name]) => [name, crypto.randomUUID()]));

/** What a form starts with, from what stands in an event. */
export const typedOf = (data: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : typeof value === 'object' ? '' : String(value)]));

/** Whether all that is required has something. */
export const isComplete = (fields: Readonly<Record<string, Field>>, typed: Typed, given: readonly string[] = []): boolean =>
  filledIn(fields, given).every(([name, { required }]) => required !== true || (typed[name] ?? '').length > 0);

function valueOf({ type }: Field, typed: string | readonly string[]): string | number | boolean | readonly string[] {
  if (typeof typed !== 'string') return typed;
  if (type === 'number') return Number(typed.replace(',', '.'));
  return type === 'boolean' ? typed === 'true' : typed;
}

/** As the API takes it: what is empty is left out. */
export const dataOf = (fields: Readonly<Record<string, Field>>, typed: Typed): Readonly<Record<string, string | number | boolean | readonly string[]>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => {
    const value = typed[name];
    return value === undefined || value.length === 0 ? [] : [[name, valueOf(field, value)]];
  }));
