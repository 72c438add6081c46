import { Checkbox, CheckboxGroup, Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useHeld } from './queries.js';

/** Records the meeting as held with those who came. Where somebody who should be there was not, the API asks why. */
export function HeldForm({ id, meeting, refresh, close }: MeetingProps & { readonly close: () => void }) {
  const text = useText();
  const [attended, setAttended] = useState<string[]>(() => meeting.participants.filter(({ answer }) => answer === 'accepted').map((one) => one.id));
  const [words, setWords] = useState('');
  const write = useHeld(id, meeting.id);
  const submit = (): void => write.mutate({ attended, ...(words.trim() !== '' && { text: words }) }, { done: () => toasts.add(text('heldDone')), onSuccess: close });
  return (
    <WriteForm save={text('held')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <CheckboxGroup size="small" legend={text('whoCame')} value={attended} onChange={setAttended}>
        {meeting.participants.map((one) => (
          <Checkbox key={one.id} value={one.id}>
            {one.name === null ? one.title : text('named', { title: one.title, name: one.name })}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Textarea size="small" label={text('whyMissing')} description={text('whyMissingHelp')} value={words} onChange={({ target }) => setWords(target.value)} />
    </WriteForm>
  );
}
