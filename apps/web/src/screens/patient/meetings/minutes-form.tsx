import { Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useMinutes } from './queries.js';

/** A new version of the minutes; those before stay. */
export function MinutesForm({ id, meeting, refresh, close }: MeetingProps & { readonly close: () => void }) {
  const text = useText();
  const [words, setWords] = useState(meeting.minutes[0]?.text ?? '');
  const write = useMinutes(id, meeting.id);
  return (
    <WriteForm save={text('minutesSave')} write={write} submit={() => write.mutate({ text: words }, { done: () => toasts.add(text('minutesSaved')), onSuccess: close })} cancel={close} refresh={refresh}>
      <Textarea size="small" required minRows={8} label={text('minutesLabel')} description={text('minutesHelp')} value={words} onChange={({ target }) => setWords(target.value)} />
    </WriteForm>
  );
}
