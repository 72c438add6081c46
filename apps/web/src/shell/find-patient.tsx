import { Button } from '@navikt/ds-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { api, read } from '../client/client.js';
import { useMay } from '../client/me.js';
import { useCommands } from '../shared/commands.js';
import { later } from '../shared/later.js';
import type { FindProps } from './find-dialog.js';
import { wantedOf } from './find-wanted.js';
import { FirstLetters } from './first-letters.js';
import { useText } from './messages.js';

const FindDialog = later<FindProps>(async () => (await import('./find-dialog.js')).FindDialog, function FirstFindLetters(typing) {
  return <FirstLetters {...typing} label={useText()('findWhat')} />;
});

/** The key that finds a caller, on every page. */
const findKey = 'f';

/** Finds a patient by number or name, from every page. */
export function FindPatient() {
  const text = useText();
  const may = useMay('patient.search');
  const [open, setOpen] = useState(false);
  useCommands(useMemo(() => (may ? [{ id: 'find', title: text('find'), key: findKey, run: () => setOpen(true) }] : []), [may, text]));
  if (!may) return null;
  return (
    <>
      <Button variant="secondary" size="small" onClick={() => setOpen(true)}>{text('find')}</Button>
      {open && <Find close={() => setOpen(false)} />}
    </>
  );
}

/** What is typed goes in the request's body and nowhere else: not in the address, not in a cache. */
function Find({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('');
  const { mutate, variables = '', data, error, isPending } = useMutation({ mutationFn: (words: string) => read(api.POST('/api/v1/search', { body: wantedOf(words) })), gcTime: 0 });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') mutate(typed);
  };
  return <FindDialog typed={typed} onTyped={setTyped} onSubmit={submit} wanted={variables} found={data} error={error} isPending={isPending} close={close} />;
}
