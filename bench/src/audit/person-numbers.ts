import { addDays, osloDate } from '@forlop/calendar';

const births = osloDate('1950-01-01');
/** Days of birth in use. */
const days = 18_000;
const syntheticMonth = 80;
const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The n-th invented person's birth date. */
export const birthDateOf = (nth: number): string => addDays(births, nth % days);

/**
 * The n-th invented person's fødselsnummer, of the synthetic series (month + 80). Made here because a bench wants a million of them: the one for tests
 * looks through all numbers of a date.
 */
export function personNumberOf(nth: number): string {
  const [year, month, day] = birthDateOf(nth).split('-') as [string, string, string];
  const date = `${day}${Number(month) + syntheticMonth}${year.slice(2)}`;
  let left = Math.floor(nth / days);
  for (let individ = 0; individ < 500; individ += 1) {
    const nine = date + String(individ).padStart(3, '0');
    const k1 = controlOf(nine, first);
    const k2 = k1 === 10 ? 10 : controlOf(`${nine}${k1}`, second);
    if (k1 < 10 && k2 < 10 && left-- === 0) return `${nine}${k1}${k2}`;
  }
  throw new RangeError(`There are not so many invented persons: ${nth}.`);
}

const controlOf = (digits: string, weights: readonly number[]): number => (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
