import type { components } from '../client/schema.js';

/** Digits, perhaps in groups: a number. */
const number = /^[\d\s.-]*\d[\d\s.-]*$/;

/** What is typed, as the search takes it: a number by its digits, all else a name. */
export function wantedOf(typed: string): components['schemas']['SearchRequest'] {
  return number.test(typed) ? { identifier: { value: digitsOf(typed) } } : { name: typed.trim() };
}

export const digitsOf = (typed: string): string => typed.replace(/\D/g, '');

/** A fødselsnummer or D-number has eleven digits. */
export const isWholeNumber = (typed: string): boolean => number.test(typed) && digitsOf(typed).length === 11;
