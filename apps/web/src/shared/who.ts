import { useCallback } from 'react';
import { usePerson } from '../client/people.js';
import { useText } from './messages.js';

const person = 'person:';
/** Forløp itself, as the ledger names its parts. */
const own = ['system:worker', 'system:courier', 'system:line'];

/** Says, within a sentence, who an actor of the ledger (`person:…`, `system:…`, `link`) is: colleagues by name. */
export function useWho(): (actor: string) => string {
  const text = useText();
  const personOf = usePerson();
  return useCallback((actor) => {
    if (actor.startsWith(person)) {
      const known = personOf(actor.slice(person.length));
      return known.is === 'colleague' ? known.name : text(known.is === 'me' ? 'whoYou' : 'whoOther');
    }
    if (actor === 'link') return text('whoLink');
    return text(own.includes(actor) ? 'whoItself' : 'whoSystem');
  }, [text, personOf]);
}
