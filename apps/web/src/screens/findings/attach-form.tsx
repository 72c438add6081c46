import { Button, HStack, Radio, RadioGroup, Textarea, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { dayShown } from '../../shared/day.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { attachMessage, careKey, searchQuery } from './queries.js';

interface Props {
  readonly id: string;
  /** What it says can be read; otherwise somebody says it. */
  readonly readable: boolean;
  readonly close: () => void;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** Finds the patient whom a message is about, and puts it on her pathway. */
export function AttachForm({ id, readable, close, cancel, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const found = useQuery(searchQuery(sought));
  const write = useWrite(attachMessage(id), [careKey, ['message', id]]);
  const save = (): void => write.mutate({ pathwayId: chosen, ...(words.trim() !== '' && { text: words }) }, { done: () => toasts.add(text('attached')), onSuccess: close });
  return (
    <VStack gap="space-12" className="app-form">
      <form onSubmit={(event) => { event.preventDefault(); setSought(typed); }}>
        <HStack gap="space-8" align="end">
          <TextField label={text('whom')} size="small" autoComplete="off" autoFocus value={typed} onChange={({ target }) => setTyped(target.value)} />
          <Button size="small" variant="secondary">{text('find')}</Button>
        </HStack>
      </form>
      {sought.trim().length >= 2 && found.isPending && <Loading rows={2} />}
      {found.isError && <ProblemView error={found.error} retry={() => void found.refetch()} />}
      {found.data?.hits.length === 0 && <Empty>{text('noHits')}</Empty>}
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <VStack gap="space-12">
          {found.data !== undefined && found.data.hits.length > 0 && (
            <RadioGroup legend={text('hits')} size="small" value={chosen} onChange={(value: string) => setChosen(value)}>
              {found.data.hits.map(({ pathwayId, patient, organisation }) => (
                <Radio key={pathwayId} value={pathwayId}>
                  {text('hit', { name: patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`, born: patient.birthDate === null ? '–' : dayShown(patient.birthDate, language), at: organisation.name })}
                </Radio>
              ))}
            </RadioGroup>
          )}
          <Textarea label={text(readable ? 'ownWordsOptional' : 'ownWords')} size="small" minRows={2} required={!readable} value={words} onChange={({ target }) => setWords(target.value)} />
          <WriteProblem error={write.error} refresh={refresh} />
          <HStack gap="space-8">
            <Button size="small" loading={write.isPending} disabled={chosen === ''}>{text('attach')}</Button>
            <Button size="small" type="button" variant="secondary" onClick={cancel}>{text('cancel')}</Button>
          </HStack>
        </VStack>
      </form>
    </VStack>
  );
}
