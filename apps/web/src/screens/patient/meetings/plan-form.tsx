import { BodyShort, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Loading } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useDefinition } from '../definition.js';
import { pathwayQuery } from '../queries.js';
import { Invitees, type Invitee } from './invitees.js';
import { useText } from './messages.js';
import { usePlanMeeting } from './queries.js';
import { asTime, noTime } from './time.js';
import { TimeFields } from './time-fields.js';

interface Props {
  readonly id: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Arranges a meeting of a kind that the definition has. Those who must or should take part are on its list whether they are named or not. */
export function PlanForm({ id, close, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { parts } = useDefinition(id);
  const groups = useQuery(pathwayQuery(id)).data?.groups ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [time, setTime] = useState(noTime);
  const [invited, setInvited] = useState<Readonly<Record<string, Invitee>>>({});
  const write = usePlanMeeting(id);
  if (parts === undefined) return <Loading rows={2} />;
  const { meetings = [] } = parts;
  const spec = meetings.find((one) => one.id === chosen) ?? meetings[0];
  if (spec === undefined) return <Empty>{text('noKinds')}</Empty>;
  const possible = spec.participants.filter(({ group }) => group === undefined || groups.includes(group));
  const participants = possible.flatMap(({ code }) => {
    const invitee = invited[code];
    return invitee === undefined ? [] : [{ code, name: invitee.name || null, email: invitee.email || null }];
  });
  const submit = (): void => write.mutate({ kind: spec.id, ...asTime(time), participants }, { done: () => toasts.add(text('planned')), onSuccess: close });
  return (
    <WriteForm save={text('plan')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Select size="small" label={text('kind')} value={spec.id} onChange={({ target }) => setChosen(target.value)}>
        {meetings.map(({ id: kind, title }) => (
          <option key={kind} value={kind}>
            {inLanguage(title, language)}
          </option>
        ))}
      </Select>
      <TimeFields value={time} onChange={setTime} />
      <BodyShort size="small">{text('inviteMail')}</BodyShort>
      <Invitees possible={possible} invited={invited} onChange={setInvited} />
    </WriteForm>
  );
}
