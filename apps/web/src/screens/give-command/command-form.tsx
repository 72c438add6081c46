import { BodyShort, Button, Heading, HStack, Textarea, VStack } from '@navikt/ds-react';
import { useQuery, type QueryKey } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { DayField } from '../../shared/day-field.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { dataOf, isComplete, newIds, type Typed } from './field-values.js';
import { Fields } from './fields.js';
import { useText } from './messages.js';
import { Preview } from './preview.js';
import { commandsKey, commandsQuery, give, type Command, type CommandInput } from './queries.js';

interface Props {
  readonly pathwayId: string;
  readonly command: string;
  /** What the form opens with. */
  readonly filled?: Typed;
  /** What is read anew when it is done. */
  readonly changes: readonly QueryKey[];
  /** @param title the command's name, to be said. */
  readonly done: (title: string) => void;
  readonly cancel: () => void;
}

/** A command as a form that opens filled in, with what follows from it. Enter gives it. */
export function CommandForm(props: Props) {
  const { pathwayId, command } = props;
  const text = useText();
  const commands = useQuery(commandsQuery(pathwayId));
  if (commands.isPending) return <Loading rows={3} />;
  if (commands.isError) return <ProblemView error={commands.error} retry={() => void commands.refetch()} />;
  const spec = commands.data.commands.find((one) => one.command === command);
  if (spec === undefined) return <BodyShort>{text('noSuchCommand')}</BodyShort>;
  return <OpenForm key={`${pathwayId} ${command}`} {...props} spec={spec} today={commands.data.asOf} position={commands.data.position} refresh={() => void commands.refetch()} />;
}

interface Open extends Props {
  readonly spec: Command;
  readonly today: string;
  readonly position: number;
  readonly refresh: () => void;
}

/** Stands for a note in a preview. */
const noteForPreview = '–';

function OpenForm({ pathwayId, command, spec, today, position, filled = {}, changes, refresh, done, cancel }: Open) {
  const text = useText();
  const { language } = useLanguage();
  const title = spec.title[language] ?? spec.title.nb;
  const [occurredOn, setOccurredOn] = useState(today);
  const [typed, setTyped] = useState<Typed>(() => ({ ...newIds(spec.fields), ...filled }));
  const [note, setNote] = useState('');
  const write = useWrite(give(pathwayId, command), [...changes, commandsKey(pathwayId)]);
  const hasNote = note.trim() !== '';
  const input: CommandInput = { occurredOn, data: dataOf(spec.fields, typed) };
  // What follows does not hang on the words of a note, so they stay here until it is saved.
  const shown = useDeferredValue(JSON.stringify({ ...input, ...(hasNote && { text: noteForPreview }) }));
  const needsText = spec.text === 'required' || spec.warnings.length > 0;
  const form = useFocusOnFirst();
  return (
    <form ref={form} onSubmit={(event) => { event.preventDefault(); write.mutate({ ...input, ...(hasNote && { text: note }), expectedPosition: position }, { onSuccess: () => done(title) }); }}>
      <VStack gap="space-16">
        <Heading level="3" size="small">{title}</Heading>
        {!spec.allowed && spec.refusal !== null && <BodyShort>{spec.refusal.sentence[language] ?? spec.refusal.sentence.nb}</BodyShort>}
        <DayField label={text('on')} size="small" required value={occurredOn} onChange={({ target }) => setOccurredOn(target.value)} />
        <Fields fields={spec.fields} typed={typed} change={setTyped} />
        {spec.text !== 'none' && <Textarea label={needsText ? text('note') : text('noteOptional')} size="small" minRows={2} required={needsText} value={note} onChange={({ target }) => setNote(target.value)} onKeyDown={saveByCtrlEnter} />}
        {occurredOn !== '' && isComplete(spec.fields, typed) && <Preview pathwayId={pathwayId} command={command} input={JSON.parse(shown) as CommandInput} />}
        <WriteProblem error={write.error} refresh={refresh} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending} disabled={!spec.allowed}>{text('save')}</Button>
          <Button size="small" type="button" variant="secondary" onClick={cancel}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}

/** In a text Enter is a new line. */
function saveByCtrlEnter(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
}

/** Whoever opens a form by a key writes at once. */
function useFocusOnFirst() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return form;
}
