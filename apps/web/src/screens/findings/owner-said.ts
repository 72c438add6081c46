import { usePerson } from '../../client/people.js';
import { useText } from './messages.js';

/** Says who sees to something. @param owner a person's id; null for nobody. */
export function useOwnerSaid(): (owner: string | null) => string {
  const text = useText();
  const personOf = usePerson();
  return (owner) => {
    if (owner === null) return text('ownerNobody');
    const person = personOf(owner);
    if (person.is === 'colleague') return text('ownerNamed', { name: person.name });
    return text(person.is === 'me' ? 'ownerMe' : 'ownerOther');
  };
}
