import { Textarea } from '@navikt/ds-react';
import { useState } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { DayField } from '../../../shared/day-field.js';
import { toasts } from '../../../shared/toast-list.js';
import { Loading } from '../../../shared/states.js';
import { useDefinition } from '../definition.js';
import { errorAt } from '../fields/errors.js';
import { EventFields } from '../fields/event-fields.js';
import { dataOf, valuesOf, type FieldValues } from '../fields/values.js';
import { useText } from '../messages.js';
import { correctEvent, pathwayKey, type Entry, type Field, type Pathway } from '../queries.js';
import { ChangeForm } from './change-form.js';

interface Props {
  readonly pathway: Pathway;
  readonly entry: Entry;
  readonly close: () => void;
}

/** Gives an event another date or content, with the reason. The old one stays in the list. */
export function CorrectionForm(props: Props) {
  const { parts } = useDefinition(props.pathway.pathwayId);
  return parts === undefined ? <Loading rows={2} /> : <Form {...props} fields={parts.events[props.entry.type]?.fields ?? {}} />;
}

function Form({ pathway, entry, close, fields }: Props & { readonly fields: Readonly<Record<string, Field>> }) {
  const text = useText();
  const [occurredOn, setOccurredOn] = useState<string>(entry.occurredOn);
  const [values, setValues] = useState<FieldValues>(() => valuesOf(fields, entry.data));
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  // Said from inside of the write: the form is gone as soon as the list is read anew.
  const write = useWrite(async (act: Parameters<ReturnType<typeof correctEvent>>[0]) => {
    const done = await correctEvent(pathway.pathwayId, entry.id)(act);
    toasts.add(text('correctedNow', { title: entry.title }));
    return done;
  }, [pathwayKey(pathway.pathwayId), ['worklist']]);
  const submit = (): void => {
    setLacksReason(reason.trim() === '');
    if (reason.trim() === '') return;
    write.mutate({ occurredOn, data: dataOf(fields, values), text: reason }, { onSuccess: close });
  };
  return (
    <ChangeForm id={pathway.pathwayId} title={text('correctTitle', { title: entry.title })} means={text('correctMeans')} save={text('correctSave')} write={write} submit={submit} close={close}>
      <DayField label={text('occurredOn')} value={occurredOn} onChange={({ target }) => setOccurredOn(target.value)} error={errorAt(write.error, '/occurredOn')} required />
      <EventFields fields={fields} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} errorOf={(name) => errorAt(write.error, `/data/${name}`)} timeline={pathway.timeline} />
      <Textarea size="small" label={text('correctWhy')} description={text('reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)} error={lacksReason ? text('needsReason') : errorAt(write.error, '/text')} required />
    </ChangeForm>
  );
}
