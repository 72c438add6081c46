import type { Unit } from '@forlop/calendar';
import type { Span } from '@forlop/pathway';

/** How people write the units, in one and in more. */
const words: Readonly<Record<string, Unit>> = {
  virkedag: 'virkedag', virkedager: 'virkedag', dag: 'dag', dager: 'dag', uke: 'uke', uker: 'uke',
  måned: 'maned', måneder: 'maned', maned: 'maned', maneder: 'maned', år: 'ar', ar: 'ar',
};

const longest = 10_000;

/** `10 uker` as a length; null when it is none. */
export function lengthIn(text: string): Span | null {
  const [, digits, word] = /^(\d{1,5})\s+([a-zæøå]+)$/i.exec(text.trim()) ?? [];
  const unit = word === undefined ? undefined : words[word.toLowerCase()];
  const value = Number(digits);
  return unit === undefined || value < 1 || value > longest ? null : { value, unit };
}
