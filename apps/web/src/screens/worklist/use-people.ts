import { useCallback } from 'react';
import { usePerson } from '../../client/people.js';
import { useText } from './messages.js';

/** What those who have roles for patients are called: oneself, colleagues by name, null for others. The same function until a name changes. */
export function usePeople(): (person: string) => string | null {
  const text = useText();
  const personOf = usePerson();
  return useCallback((id) => {
    const person = personOf(id);
    if (person.is === 'me') return text('me');
    return person.is === 'colleague' ? person.name : null;
  }, [personOf, text]);
}
