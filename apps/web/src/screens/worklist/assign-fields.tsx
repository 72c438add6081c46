import { Radio, RadioGroup } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../client/me.js';
import { colleaguesQuery } from '../../client/people.js';
import { firstFocus } from '../../shared/first-focus.js';
import { ProblemView } from '../../shared/problem-view.js';
import { useRoleName } from '../../shared/role-name.js';
import { Loading } from '../../shared/states.js';
import { useText } from './messages.js';
import type { Colleague } from './queries.js';

interface Props {
  /** Who has the patient now; null for nobody, or several patients. */
  readonly now: string | null;
  readonly chosen: string | null;
  readonly onChoose: (person: string) => void;
  readonly isMissing: boolean;
}

/** Who is to follow a patient up: oneself first, then the colleagues by name. */
export function AssignFields({ now, chosen, onChoose, isMissing }: Props) {
  const text = useText();
  const roleName = useRoleName();
  const me = useQuery(meQuery).data;
  const colleagues = useQuery(colleaguesQuery);
  if (colleagues.isPending) return <Loading rows={3} />;
  if (colleagues.isError) return <ProblemView error={colleagues.error} retry={() => void colleagues.refetch()} />;
  const others = colleagues.data.colleagues.filter(({ id }) => id !== me?.id);
  const about = ({ id, roles }: Pick<Colleague, 'id' | 'roles'>): string =>
    [...roles.map(({ role }) => roleName(role)), ...(id === now ? [text('assignHasIt')] : [])].join(', ');
  return (
    <RadioGroup legend={text('assignWho')} value={chosen ?? ''} onChange={onChoose} error={isMissing && text('assignMissing')}>
      {me !== undefined && (
        <Radio value={me.id} ref={firstFocus} description={about(me)}>
          {text('meNamed', { name: me.name ?? me.id })}
        </Radio>
      )}
      {others.map((one) => (
        <Radio key={one.id} value={one.id} description={about(one)}>
          {one.name ?? one.id}
        </Radio>
      ))}
    </RadioGroup>
  );
}
