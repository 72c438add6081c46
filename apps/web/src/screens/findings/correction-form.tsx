import { BodyShort, Button, Heading, HStack, Textarea, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { DayField } from '../../shared/day-field.js';
import { dayShown } from '../../shared/day.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { errorAt } from '../patient/fields/errors.js';
import { EventFields } from '../patient/fields/event-fields.js';
import { dataOf, valuesOf } from '../patient/fields/values.js';
import { pathwayKey, pathwayQuery, type Field } from '../patient/queries.js';
import { useText } from './messages.js';
import { careKey, correct, eventFieldsQuery, type Finding } from './queries.js';

interface Props {
  readonly finding: Finding;
  readonly name: string;
  readonly close: () => void;
}

/** The event as it stands, to be given another date or content. */
export function CorrectionForm({ finding, name, close }: Props) {
  const text = useText();
  const pathway = useQuery(pathwayQuery(finding.pathwayId));
  const version = pathway.data?.regime.definition;
  const events = useQuery({ ...eventFieldsQuery(version?.id ?? '', version?.version ?? ''), enabled: version !== undefined });
  const failed = pathway.error ?? events.error;
  if (failed !== null) return <ProblemView error={failed} retry={() => void (pathway.isError ? pathway.refetch() : events.refetch())} />;
  if (pathway.data === undefined || events.data === undefined) return <Loading rows={3} />;
  const event = pathway.data.timeline.find(({ id }) => id === finding.fact);
  if (event === undefined) return <BodyShort>{text('noEvent')}</BodyShort>;
  return <Form finding={finding} name={name} close={close} event={event} fields={events.data[event.type]?.fields ?? {}} refresh={() => void pathway.refetch()} />;
}

type Event = { readonly title: string; readonly occurredOn: string; readonly data: Readonly<Record<string, unknown>> };

function Form({ finding, name, close, event, fields, refresh }: Props & { readonly event: Event; readonly fields: Readonly<Record<string, Field>>; readonly refresh: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const [occurredOn, setOccurredOn] = useState(event.occurredOn);
  const [values, setValues] = useState(() => valuesOf(fields, event.data));
  const [note, setNote] = useState('');
  const write = useWrite(correct(finding.pathwayId, finding.fact), [careKey, pathwayKey(finding.pathwayId)]);
  // What this form does not show is kept as it was.
  const data = { ...Object.fromEntries(Object.entries(event.data).filter(([field]) => fields[field] === undefined)), ...dataOf(fields, values) } as Readonly<Record<string, never>>;
  const save = (): void => write.mutate({ occurredOn, data, ...(note.trim() !== '' && { text: note }) }, { done: () => toasts.add(text('corrected', { name })), onSuccess: close });
  return (
    <form className="app-form" onSubmit={(submitted) => { submitted.preventDefault(); save(); }}>
      <VStack gap="space-12">
        <Heading level="3" size="xsmall">{text('eventOn', { what: event.title, on: dayShown(event.occurredOn, language) })}</Heading>
        <DayField label={text('rightDate')} size="small" required value={occurredOn} onChange={({ target }) => setOccurredOn(target.value)} autoFocus />
        <EventFields fields={fields} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} errorOf={(name) => errorAt(write.error, `/data/${name}`)} />
        <Textarea label={text('note')} size="small" minRows={2} value={note} onChange={({ target }) => setNote(target.value)} />
        <BodyShort size="small">{text('correctFollows')}</BodyShort>
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{text('correct')}</Button>
          <Button size="small" type="button" variant="secondary" onClick={close}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
