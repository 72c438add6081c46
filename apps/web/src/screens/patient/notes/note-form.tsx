import { Checkbox, CheckboxGroup, Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import type { NoteInput } from './queries.js';

/** The roles that a note can be for. */
export const readers = ['coordinator', 'clinician', 'fastlege'] as const;
type Reader = (typeof readers)[number];

const isReader = (word: string): word is Reader => readers.some((reader) => reader === word);

interface Props {
  /** What stands there before; none for a new note. */
  readonly before?: { readonly text: string | null; readonly visibleTo: readonly string[] };
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly submit: (note: NoteInput) => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** Writes a note, or writes one anew. */
export function NoteForm({ before, write, submit, cancel, refresh }: Props) {
  const text = useText();
  const [words, setWords] = useState(before?.text ?? '');
  const [visibleTo, setVisibleTo] = useState<readonly Reader[]>(before?.visibleTo.filter(isReader) ?? ['coordinator', 'clinician']);
  const [isTried, setIsTried] = useState(false);
  const lacksReader = visibleTo.length === 0;
  const save = (): void => {
    setIsTried(true);
    if (!lacksReader) submit({ text: words, visibleTo: [...visibleTo] });
  };
  return (
    <WriteForm save={text('save')} write={write} submit={save} cancel={cancel} refresh={refresh}>
      <Textarea size="small" label={text('text')} description={text('textHelp')} required value={words} onChange={({ target }) => setWords(target.value)} />
      <CheckboxGroup size="small" legend={text('visibleTo')} error={isTried && lacksReader ? text('noReader') : undefined} value={[...visibleTo]} onChange={(chosen: string[]) => setVisibleTo(chosen.filter(isReader))}>
        {readers.map((reader) => (
          <Checkbox key={reader} value={reader}>
            {text(`role-${reader}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </WriteForm>
  );
}
