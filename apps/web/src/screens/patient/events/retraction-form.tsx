import { Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { toasts } from '../../../shared/toast-list.js';
import { errorAt } from '../fields/errors.js';
import { useText } from '../messages.js';
import { pathwayKey, retractEvent, type Entry, type Pathway } from '../queries.js';
import { ChangeForm } from './change-form.js';

/** Says that an event never happened, with the reason. It stays in the list, and counts no more. */
export function RetractionForm({ pathway, entry, close }: { readonly pathway: Pathway; readonly entry: Entry; readonly close: () => void }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  // Said from inside of the write: the form is gone as soon as the list is read anew.
  const write = useWrite(async (act: Parameters<ReturnType<typeof retractEvent>>[0]) => {
    const done = await retractEvent(pathway.pathwayId, entry.id)(act);
    toasts.add(text('retractedNow', { title: entry.title }));
    return done;
  }, [pathwayKey(pathway.pathwayId), ['worklist']]);
  const submit = (): void => {
    setLacksReason(reason.trim() === '');
    if (reason.trim() === '') return;
    write.mutate({ reason }, { onSuccess: close });
  };
  return (
    <ChangeForm id={pathway.pathwayId} title={text('retractTitle', { title: entry.title })} means={text('retractMeans')} save={text('retractSave')} write={write} submit={submit} close={close}>
      <Textarea size="small" label={text('retractWhy')} description={text('reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)} error={lacksReason ? text('needsReason') : errorAt(write.error, '/reason')} required />
    </ChangeForm>
  );
}
