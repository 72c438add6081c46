import { usePerson } from '../../client/people.js';
import { useWho } from '../../shared/who.js';
import { useDefinition } from './definition.js';
import { useText } from './messages.js';
import { ownersIn } from './participants/owners-in.js';
import type { Pathway } from './queries.js';

/** Says whose something is: the role, and who has it for this patient where one may know the name. */
export function useRoleSaid({ pathwayId, timeline }: Pick<Pathway, 'pathwayId' | 'timeline'>): (role: string) => string {
  const text = useText();
  const definition = useDefinition(pathwayId);
  const personOf = usePerson();
  const who = useWho();
  const owners = ownersIn(timeline);
  return (role) => {
    const owner = owners.find((one) => one.role === role)?.person;
    if (owner === undefined || personOf(owner).is === 'other') return definition.role(role);
    return text('roleOf', { role: definition.role(role), who: who(`person:${owner}`) });
  };
}
