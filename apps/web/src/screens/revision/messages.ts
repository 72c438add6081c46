import { textsOf } from '../../shared/texts.js';
import en from './messages.en.json';
import nb from './messages.nb.json';

export const useText = textsOf('revision', { nb, en });

/** A text whose key comes from the data, or the word itself where nobody has written one. */
export function useWord(): (group: string, word: string) => string {
  const text = useText();
  return (group, word) => (Object.hasOwn(nb, `${group}-${word}`) ? text(`${group}-${word}` as Parameters<typeof text>[0]) : word);
}
