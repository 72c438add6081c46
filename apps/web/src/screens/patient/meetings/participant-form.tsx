import { BodyShort, HStack, Select, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useSetParticipant } from './queries.js';

/** Who comes as what, and where they are invited. */
export function ParticipantForm({ id, meeting, refresh, close }: MeetingProps & { readonly close: () => void }) {
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<{ readonly name: string; readonly email: string } | null>(null);
  const write = useSetParticipant(id, meeting.id);
  const one = meeting.participants.find((participant) => participant.id === chosen) ?? meeting.participants.find(({ email }) => email === null) ?? meeting.participants[0];
  if (one === undefined) return null;
  const { name, email } = typed ?? { name: one.name ?? '', email: one.email ?? '' };
  const submit = (): void => write.mutate({ participant: one.id, name: name.trim() || null, email: email.trim() || null }, { done: () => toasts.add(text('participantSaved')), onSuccess: close });
  const choose = (participant: string): void => {
    setChosen(participant);
    setTyped(null);
  };
  return (
    <WriteForm save={text('participantSave')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <BodyShort>{text('participantHelp')}</BodyShort>
      <Select size="small" label={text('who')} value={one.id} onChange={({ target }) => choose(target.value)}>
        {meeting.participants.map((participant) => (
          <option key={participant.id} value={participant.id}>
            {participant.title}
          </option>
        ))}
      </Select>
      <HStack gap="space-16" wrap>
        <TextField size="small" label={text('name')} value={name} onChange={({ target }) => setTyped({ name: target.value, email })} />
        <TextField size="small" type="email" label={text('email')} value={email} onChange={({ target }) => setTyped({ name, email: target.value })} />
      </HStack>
    </WriteForm>
  );
}
