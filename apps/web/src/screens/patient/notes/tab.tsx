import { Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Reserved } from '../../../shared/reserved.js';
import { Empty, Loading } from '../../../shared/states.js';
import { toasts } from '../../../shared/toast-list.js';
import { Actions } from '../parts/actions.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { NoteForm } from './note-form.js';
import { OneNote } from './one-note.js';
import { notesQuery, useAddNote } from './queries.js';

/** Notes about the patient, those that one's roles may read, the newest first. */
export function NotesTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const mayWrite = useMay('notes.write');
  const notes = useQuery(notesQuery(id));
  const refresh = (): void => void notes.refetch();
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      {mayWrite && <Actions list={[{ name: 'nytt-notat', label: text('new'), form: (close) => <NewNote id={id} refresh={refresh} close={close} /> }]} />}
      <Reserved action="notes.write" what={text('new')} />
      {notes.isPending && <Loading />}
      {notes.isError && notes.data === undefined && <ProblemView error={notes.error} retry={refresh} />}
      {notes.data?.notes.length === 0 && <Empty>{text('empty')}</Empty>}
      <PlainList>
        {notes.data?.notes.map((note) => <OneNote key={note.id} id={id} note={note} refresh={refresh} />)}
      </PlainList>
    </VStack>
  );
}

function NewNote({ id, refresh, close }: { readonly id: string; readonly refresh: () => void; readonly close: () => void }) {
  const text = useText();
  const write = useAddNote(id);
  return <NoteForm write={write} cancel={close} refresh={refresh} submit={(note) => write.mutate(note, { done: () => toasts.add(text('saved')), onSuccess: close })} />;
}
