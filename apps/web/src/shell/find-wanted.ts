import type { components } from '../client/schema.js';

/** Digits, perhaps in groups: a number. */
const number = /^[\d\s.-]*\d[\d\s.-]*$/;

/** What is typed, as the search takes it: a number by its digits, all else a name. */
export function wantedOf(typed: string): components['schemas']['SearchRequest'] {
  return number.test(typed) ? { identifier: { value: typed.replace(/\D/g, '') } } : { name: typed.trim() };
}
