import { Checkbox, CheckboxGroup, Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useAgenda } from './queries.js';

const linesIn = (typed: string): readonly string[] => [...new Set(typed.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];

/** The whole agenda as it is to stand: a point on each line, and those that are gone through. */
export function AgendaForm({ id, meeting, refresh, close }: MeetingProps & { readonly close: () => void }) {
  const text = useText();
  const [typed, setTyped] = useState(() => meeting.agenda.map(({ title }) => title).join('\n'));
  const [done, setDone] = useState<string[]>(() => meeting.agenda.filter((point) => point.done).map(({ title }) => title));
  const write = useAgenda(id, meeting.id);
  const former = useAgenda(id, meeting.id);
  const undo = (): void => former.mutate({ agenda: meeting.agenda.map(({ title, done: isDone }) => ({ title, done: isDone })) }, { done: () => toasts.add(text('agendaBack')), onError: ({ message }) => toasts.add(message) });
  const points = linesIn(typed);
  const submit = (): void => write.mutate({ agenda: points.map((title) => ({ title, done: done.includes(title) })) }, { done: () => toasts.add(text('agendaSaved'), undo), onSuccess: close });
  return (
    <WriteForm save={text('agendaSave')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Textarea size="small" label={text('agendaPoints')} description={text('agendaHelp')} value={typed} onChange={({ target }) => setTyped(target.value)} />
      {points.length > 0 && (
        <CheckboxGroup size="small" legend={text('goneThrough')} value={done} onChange={setDone}>
          {points.map((point) => (
            <Checkbox key={point} value={point}>
              {point}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </WriteForm>
  );
}
