import { Alert, Button, Heading, HStack, Textarea, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { toasts } from '../../../shared/toast-list.js';
import { useLanguage } from '../../../shared/texts.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { inLanguage } from '../definition.js';
import { DayField } from '../fields/day-field.js';
import { errorAt } from '../fields/errors.js';
import { EventFields } from '../fields/event-fields.js';
import { dataOf, type FieldValues } from '../fields/values.js';
import { useText } from '../messages.js';
import { giveCommand, pathwayKey, previewQuery, useRefresh, type Command, type CommandRequest, type Pathway } from '../queries.js';
import { patientRoute } from '../route.js';
import { OthersDid } from './others-did.js';
import { PreviewView } from './preview-view.js';

interface Props {
  readonly pathway: Pathway;
  readonly command: Command;
}

/**
 * A command: its fields, then what it would change, and only then the button that saves it. What is saved is what was shown: when anything is typed after
 * that, it must be looked at again, and when others have recorded something since, nothing is saved.
 */
export function OrderForm({ pathway, command }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const [occurredOn, setOccurredOn] = useState<string>(pathway.asOf);
  const [values, setValues] = useState<FieldValues>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<CommandRequest | null>(null);
  const { pathwayId: id } = pathway;
  const title = inLanguage(command.title, language);
  const preview = useQuery({ ...previewQuery(id, command.command, asked ?? { occurredOn }), enabled: asked !== null });
  const refresh = useRefresh(id);
  const write = useWrite(giveCommand(id, command.command), [pathwayKey(id), ['worklist']]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const body: CommandRequest = { occurredOn, data: dataOf(command.fields, values), ...(reason.trim() !== '' && { text: reason }) };
  const isSeen = asked !== null && preview.data !== undefined && JSON.stringify(asked) === JSON.stringify(body);
  const chosen = (code: string): string => {
    const field = Object.entries(command.fields).find(([name]) => values[name] === code)?.[1];
    return field?.codes?.[code] === undefined ? code : inLanguage(field.codes[code], language);
  };
  const leave = (): void => void navigate({ search: { fane: 'gjor' } });
  const saved = (eventId: string | undefined): void => {
    const undo = eventId === undefined ? undefined : (): void => void navigate({ search: { fane: 'hendelser', hendelse: eventId, endring: 'trekk' } });
    toasts.add(text('done', { title }), undo);
    void navigate({ search: {} });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.reset();
    if (!isSeen) return asked !== null && JSON.stringify(asked) === JSON.stringify(body) ? void preview.refetch() : setAsked(body);
    write.mutate({ ...body, expectedPosition: preview.data.position }, { onSuccess: ({ eventIds }) => saved(eventIds[0]) });
  };
  const others = (): void => {
    refresh();
    void preview.refetch();
    write.reset();
  };
  const error = write.error ?? preview.error;
  return (
    <form onSubmit={submit} noValidate className="patient-form">
      <VStack gap="space-16">
        <Heading level="2" size="small" ref={heading} tabIndex={-1}>{title}</Heading>
        {!command.allowed && command.refusal !== null && <Alert size="small" variant="info">{inLanguage(command.refusal.sentence, language)}</Alert>}
        {command.warnings.map(({ code, sentence }) => <Alert key={code} size="small" variant="warning">{inLanguage(sentence, language)}</Alert>)}
        <DayField label={text('occurredOn')} description={text('occurredOnHelp')} value={occurredOn} onChange={setOccurredOn} error={errorAt(error, '/occurredOn')} required />
        <EventFields fields={command.fields} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} errorOf={(name) => errorAt(error, `/data/${name}`)} timeline={pathway.timeline} />
        {(command.text !== 'none' || command.warnings.length > 0) && (
          <Textarea size="small" label={command.text === 'required' || command.warnings.length > 0 ? text('reason') : text('optional', { title: text('reason') })} description={text('reasonHelp')} value={reason} onChange={({ target }) => setReason(target.value)} error={errorAt(error, '/text')} />
        )}
        {isSeen && <PreviewView pathway={pathway} preview={preview.data} chosen={chosen} />}
        <WriteProblem error={error} refresh={others} />
        <OthersDid error={write.error} pathway={pathway} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending || preview.isFetching}>{text(isSeen ? 'save' : 'seeFirst')}</Button>
          <Button size="small" type="button" variant="tertiary" onClick={leave}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
