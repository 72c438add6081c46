import { Alert, BodyShort, Button, Heading, HStack, Textarea, VStack } from '@navikt/ds-react';
import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../../../client/use-write.js';
import { DayField } from '../../../shared/day-field.js';
import { saveByCtrlEnter } from '../../../shared/keyboard.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Loading } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { errorAt } from '../fields/errors.js';
import { EventFields } from '../fields/event-fields.js';
import { dataOf, isComplete, newIds, type FieldValues } from '../fields/values.js';
import { useText } from '../messages.js';
import { commandsQuery, giveCommand, pathwayKey, pathwayQuery, previewQuery, useRefresh, type Command, type CommandRequest, type Pathway } from '../queries.js';
import { OthersDid } from './others-did.js';
import { PreviewView } from './preview-view.js';
import { QuickPreview } from './quick-preview.js';

interface Props {
  readonly pathwayId: string;
  /** Its id. */
  readonly command: string;
  /**
   * In a list that one works through: what follows is told while one types, what begins something gets its id by itself, and Enter saves. Otherwise it
   * must be looked at first.
   */
  readonly quick?: boolean;
  /** What the form opens with. */
  readonly filled?: FieldValues;
  /** What is read anew when it is done, beside the pathway. */
  readonly changes: readonly QueryKey[];
  /** @param title the command's name, to be said. @param eventId what was recorded, so that it can be taken back; none where it was known before. */
  readonly done: (title: string, eventId: string | undefined) => void;
  readonly cancel: () => void;
}

/** A command as a form: its fields, and what it would change before it is given. */
export function CommandForm(props: Props) {
  const { pathwayId, command } = props;
  const text = useText();
  const commands = useQuery(commandsQuery(pathwayId));
  const pathway = useQuery(pathwayQuery(pathwayId));
  const failed = commands.data === undefined ? commands : pathway.data === undefined ? pathway : undefined;
  if (failed?.isError === true) return <ProblemView error={failed.error} retry={() => void failed.refetch()} />;
  if (commands.data === undefined || pathway.data === undefined) return <Loading rows={3} />;
  const spec = commands.data.commands.find((one) => one.command === command);
  if (spec === undefined) return <BodyShort>{text('noSuchCommand')}</BodyShort>;
  return <OpenForm key={`${pathwayId} ${command}`} {...props} pathway={pathway.data} spec={spec} position={commands.data.position} />;
}

interface Open extends Props {
  readonly pathway: Pathway;
  readonly spec: Command;
  readonly position: number;
}

/** Stands for the words in a preview: what follows does not hang on them, so they stay here until it is saved. */
const wordsInPreview = '–';

/**
 * What is saved is what was shown: when anything is typed after that, it must be looked at again, and when others have recorded something since, nothing
 * is saved.
 */
function OpenForm({ pathwayId, command, quick = false, filled = {}, changes, done, cancel, pathway, spec, position }: Open) {
  const text = useText();
  const { language } = useLanguage();
  const [occurredOn, setOccurredOn] = useState<string>(pathway.asOf);
  const [values, setValues] = useState<FieldValues>(() => ({ ...(quick && newIds(spec.fields)), ...filled }));
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const write = useWrite(giveCommand(pathwayId, command), [...changes, pathwayKey(pathwayId), ['worklist']]);
  const refresh = useRefresh(pathwayId);
  const form = useFirstFocus(quick);
  const title = inLanguage(spec.title, language);
  const hasWords = words.trim() !== '';
  const input: CommandRequest = { occurredOn, data: dataOf(spec.fields, values) };
  const shown = JSON.stringify({ ...input, ...(hasWords && { text: wordsInPreview }) });
  const typed = useDeferredValue(shown);
  const wanted = quick ? typed : (asked ?? shown);
  const isReady = quick ? occurredOn !== '' && isComplete(spec.fields, values) : asked !== null;
  const preview = useQuery({ ...previewQuery(pathwayId, command, JSON.parse(wanted) as CommandRequest), enabled: isReady, ...(quick && { staleTime: 0, placeholderData: keepPreviousData }) });
  const isSeen = quick || (asked === shown && preview.data !== undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.reset();
    if (!isSeen) return asked === shown ? void preview.refetch() : setAsked(shown);
    write.mutate({ ...input, ...(hasWords && { text: words }), expectedPosition: preview.data?.position ?? position }, { onSuccess: ({ eventIds }) => done(title, eventIds[0]) });
  };
  const others = (): void => {
    refresh();
    void preview.refetch();
    write.reset();
  };
  const error = write.error ?? (quick ? null : preview.error);
  const needsWords = spec.text === 'required' || spec.warnings.length > 0;
  const level = quick ? '3' : '2';
  return (
    <form ref={form} onSubmit={submit} noValidate className="app-form">
      <VStack gap="space-16">
        <Heading level={level} size="small" tabIndex={-1}>{title}</Heading>
        {!spec.allowed && spec.refusal !== null && <Alert size="small" variant="info">{inLanguage(spec.refusal.sentence, language)}</Alert>}
        {!quick && spec.warnings.map(({ code, sentence }) => <Alert key={code} size="small" variant="warning">{inLanguage(sentence, language)}</Alert>)}
        <DayField label={text('occurredOn')} description={text('occurredOnHelp')} value={occurredOn} onChange={({ target }) => setOccurredOn(target.value)} error={errorAt(error, '/occurredOn')} required />
        <EventFields fields={spec.fields} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} errorOf={(name) => errorAt(error, `/data/${name}`)} {...(!quick && { timeline: pathway.timeline })} />
        {(spec.text !== 'none' || needsWords) && (
          <Textarea size="small" minRows={2} label={needsWords ? text('reason') : text('optional', { title: text('reason') })} description={text('reasonHelp')} required={needsWords} value={words} onChange={({ target }) => setWords(target.value)} onKeyDown={saveByCtrlEnter} error={errorAt(error, '/text')} />
        )}
        {quick && isReady && <QuickPreview pathway={pathway} command={spec} preview={preview} />}
        {!quick && isSeen && preview.data !== undefined && <PreviewView pathway={pathway} command={spec} preview={preview.data} level="3" takesFocus />}
        <WriteProblem error={error} refresh={others} />
        <OthersDid error={write.error} pathwayId={pathwayId} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending || (!quick && preview.isFetching)}>{text(isSeen ? 'save' : 'seeFirst')}</Button>
          <Button size="small" type="button" variant="tertiary" onClick={cancel}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}

/** Whoever opens a quick form by a key writes at once; else reading begins with what it is called. */
function useFirstFocus(quick: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>(quick ? 'input, select, textarea' : 'h2')?.focus(), [quick]);
  return form;
}
