import { BodyLong, BodyShort } from '@navikt/ds-react';
import { useMay } from '../../../client/me.js';
import { instantShown } from '../../../shared/instant.js';
import { ReasonForm } from '../../../shared/reason-form.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { useWho } from '../../../shared/who.js';
import { Actions, type Action } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { useText } from './messages.js';
import { NoteForm, readers } from './note-form.js';
import { useRewriteNote, useStrikeOutNote, type Note } from './queries.js';

interface Props {
  readonly id: string;
  readonly note: Note;
  readonly refresh: () => void;
}

/** A note in its last version, with what may be done with it. */
export function OneNote({ id, note, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const who = useWho();
  const mayWrite = useMay('notes.write');
  const roles = readers.filter((role) => note.visibleTo.includes(role)).map((role) => text(`role-${role}`));
  const actions: Action[] = [
    { name: 'rett', label: text('rewrite'), form: (close) => <Rewrite id={id} note={note} close={close} refresh={refresh} /> },
    { name: 'stryk', label: text('strikeOut'), form: (close) => <StrikeOut id={id} note={note} close={close} refresh={refresh} /> },
  ];
  return (
    <Card state={note.struckOut === null ? undefined : { name: text('struckOut'), colour: 'warning' }}>
      <BodyShort size="small">{text('written', { who: who(note.writtenBy), when: instantShown(note.writtenAt, language) })}</BodyShort>
      <BodyLong style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text === null ? text('erased') : note.struckOut === null ? note.text : <s>{note.text}</s>}</BodyLong>
      {note.struckOut !== null && (
        <BodyShort size="small">
          {text('struckOutBy', { who: who(note.struckOut.by), when: instantShown(note.struckOut.at, language), why: note.struckOut.why ?? '' })}
        </BodyShort>
      )}
      {note.changedAt !== null && <BodyShort size="small">{text('changed', { when: instantShown(note.changedAt, language), count: note.versions })}</BodyShort>}
      <BodyShort size="small">{text('readBy', { roles: roles.join(', ') })}</BodyShort>
      {mayWrite && note.struckOut === null && <Actions about={note.id} list={note.mine ? actions : actions.slice(1)} />}
    </Card>
  );
}

interface FormProps extends Props {
  readonly close: () => void;
}

function Rewrite({ id, note, refresh, close }: FormProps) {
  const text = useText();
  const write = useRewriteNote(id, note.id);
  return <NoteForm before={note} write={write} cancel={close} refresh={refresh} submit={(input) => write.mutate(input, { done: () => toasts.add(text('saved')), onSuccess: close })} />;
}

function StrikeOut({ id, note, refresh, close }: FormProps) {
  const text = useText();
  const write = useStrikeOutNote(id, note.id);
  return (
    <ReasonForm
      sealed label={text('strikeOutSure')} save={text('strikeOut')} write={write} cancel={close} refresh={refresh}
      submit={(reason) => write.mutate({ reason }, { done: () => toasts.add(text('strikeOutDone')), onSuccess: close })}
    />
  );
}
