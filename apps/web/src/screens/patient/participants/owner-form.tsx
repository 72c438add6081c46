import { Select, Textarea } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../../client/me.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { useDefinition } from '../definition.js';
import { pathwayQuery } from '../queries.js';
import { useText } from './messages.js';
import { useAssignOwner } from './queries.js';

interface Props {
  readonly id: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Takes a role for the patient oneself. */
export function OwnerForm({ id, close, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const me = useQuery(meQuery).data;
  const pathway = useQuery(pathwayQuery(id)).data;
  const codes = Object.entries(useDefinition(id).parts?.events['ansvarligTildelt']?.fields?.['rolle']?.codes ?? {});
  const [role, setRole] = useState('koordinator');
  const [occurredOn, setOccurredOn] = useState<string>(pathway?.asOf ?? '');
  const [words, setWords] = useState('');
  const write = useAssignOwner(id);
  if (me === undefined || pathway === undefined) return null;
  const submit = (): void =>
    write.mutate({ role, person: me.id, occurredOn, expectedPosition: pathway.position, ...(words.trim() !== '' && { text: words }) }, { done: () => toasts.add(text('assigned')), onSuccess: close });
  return (
    <WriteForm save={text('assign')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Select size="small" label={text('role')} value={role} onChange={({ target }) => setRole(target.value)}>
        {codes.map(([code, title]) => (
          <option key={code} value={code}>
            {inLanguage(title, language)}
          </option>
        ))}
      </Select>
      <DayField required label={text('fromDay')} value={occurredOn} onChange={setOccurredOn} />
      <Textarea size="small" label={text('note')} value={words} onChange={({ target }) => setWords(target.value)} />
    </WriteForm>
  );
}
