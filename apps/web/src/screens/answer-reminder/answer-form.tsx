import { Alert, BodyShort, Button, Radio, RadioGroup, Textarea, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { DayField } from '../../shared/day-field.js';
import { dayShown } from '../../shared/day.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { errorAt } from '../patient/fields/errors.js';
import { EventFields } from '../patient/fields/event-fields.js';
import { dataOf, isComplete, type FieldValues } from '../patient/fields/values.js';
import { commandsQuery, pathwayKey } from '../patient/queries.js';
import { useText } from './messages.js';
import { answer, askedKey, type AnswerInput, type Asked } from './queries.js';

interface Props {
  readonly pathwayId: string;
  readonly asked: Asked;
  /** What led here, as it stood in the address: it becomes part of the proof. */
  readonly link?: string | undefined;
}

type Word = AnswerInput['answer'];

/** One thing that was asked, and its answers: those that the definition has, and that it came or is not theirs. */
export function AnswerForm({ pathwayId, asked, link }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const commands = useQuery(commandsQuery(pathwayId));
  const words: readonly Word[] = [...asked.answers.map((one) => one.answer), 'received', 'not-mine'];
  const [chosen, setChosen] = useState<Word>(words[0]!);
  const [occurredOn, setOccurredOn] = useState<string>();
  const [values, setValues] = useState<FieldValues>({});
  const [note, setNote] = useState('');
  // Said from inside of the write: the form is gone as soon as the list is read anew.
  const write = useWrite(async (act: Parameters<ReturnType<typeof answer>>[0]) => {
    const done = await answer(pathwayId, asked.id)(act);
    toasts.add(text(done.repeated ? 'repeated' : 'saved', { title: asked.title }));
    return done;
  }, [askedKey(pathwayId), pathwayKey(pathwayId), ['my-patients']]);
  const due = asked.dueOn === null ? null : text('due', { on: dayShown(asked.dueOn, language) });
  if (!asked.open) return <Alert variant="info" size="small">{text(asked.answer === null ? 'over' : 'answered', { title: asked.title })}</Alert>;
  if (commands.isPending) return <Loading rows={3} />;
  if (commands.isError) return <ProblemView error={commands.error} retry={() => void commands.refetch()} />;
  const offered = asked.answers.find((one) => one.answer === chosen);
  const spec = commands.data.commands.find(({ command }) => command === offered?.command);
  const fields = spec?.fields ?? {};
  const on = occurredOn ?? commands.data.asOf;
  const save = (): void =>
    write.mutate({ answer: chosen, ...(offered !== undefined && { occurredOn: on, data: dataOf(fields, values) }), ...(offered !== undefined && note.trim() !== '' && { text: note }), ...(link !== undefined && { link }) });
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <VStack gap="space-12">
        <BodyShort weight="semibold">{asked.title}</BodyShort>
        {due !== null && <BodyShort>{due}</BodyShort>}
        <RadioGroup legend={text('yourAnswer')} size="small" value={chosen} onChange={(word: Word) => setChosen(word)}>
          {words.map((word) => <Radio key={word} value={word} description={text(`${word}-means`)}>{text(word)}</Radio>)}
        </RadioGroup>
        {offered !== undefined && <DayField label={text(chosen === 'done' ? 'doneOn' : 'on')} size="small" required value={on} onChange={({ target }) => setOccurredOn(target.value)} />}
        {offered !== undefined && <EventFields fields={fields} values={values} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} errorOf={(name) => errorAt(write.error, `/data/${name}`)} given={offered.given} />}
        {offered !== undefined && spec?.text !== 'none' && <Textarea label={text(spec?.text === 'required' ? 'note' : 'noteOptional')} size="small" minRows={2} required={spec?.text === 'required'} value={note} onChange={({ target }) => setNote(target.value)} />}
        {spec?.allowed === false && spec.refusal !== null && <Alert variant="warning" size="small">{inLanguage(spec.refusal.sentence, language)}</Alert>}
        <WriteProblem error={write.error} refresh={() => void commands.refetch()} />
        <div><Button size="small" loading={write.isPending} disabled={offered !== undefined && !isComplete(fields, values, offered.given)}>{text('send')}</Button></div>
      </VStack>
    </form>
  );
}
