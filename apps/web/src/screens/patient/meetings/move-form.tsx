import { BodyShort, Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useMoveMeeting } from './queries.js';
import { asTime, typedFrom } from './time.js';
import { TimeFields } from './time-fields.js';

/** Another time or place; those who had answered are asked anew. */
export function MoveForm({ id, meeting, refresh, close }: MeetingProps & { readonly close: () => void }) {
  const text = useText();
  const [time, setTime] = useState(() => typedFrom(meeting));
  const [why, setWhy] = useState('');
  const write = useMoveMeeting(id, meeting.id);
  const submit = (): void => write.mutate({ ...asTime(time), ...(why.trim() !== '' && { text: why }) }, { done: () => toasts.add(text('moved')), onSuccess: close });
  return (
    <WriteForm save={text('move')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <BodyShort>{text('moveHelp')}</BodyShort>
      <TimeFields value={time} onChange={setTime} />
      <Textarea size="small" label={text('why')} value={why} onChange={({ target }) => setWhy(target.value)} />
    </WriteForm>
  );
}
