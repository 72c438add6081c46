import { Radio, RadioGroup, Textarea } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { pathwayQuery } from '../queries.js';
import { useText } from './messages.js';
import { useAnswerReminder, type AnswerInput, type Reminder } from './queries.js';

interface Props {
  readonly id: string;
  readonly reminder: Reminder;
  readonly close: () => void;
  readonly refresh: () => void;
}

const answers = ['done', 'received', 'not-mine', 'takes-over'] as const satisfies readonly AnswerInput['answer'][];

/** What whoever was asked has said, by phone for instance. «Done» and «not mine» end the asking. */
export function AnswerForm({ id, reminder, close, refresh }: Props) {
  const text = useText();
  const [answer, setAnswer] = useState<AnswerInput['answer']>('done');
  const [occurredOn, setOccurredOn] = useState<string>(useQuery(pathwayQuery(id)).data?.asOf ?? '');
  const [words, setWords] = useState('');
  const write = useAnswerReminder(id, reminder.id);
  const submit = (): void => write.mutate({ answer, occurredOn, ...(words.trim() !== '' && { text: words }) }, { done: () => toasts.add(text('registered')), onSuccess: close });
  return (
    <WriteForm save={text('register')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <RadioGroup size="small" legend={text('whatAnswered')} value={answer} onChange={setAnswer}>
        {answers.map((one) => (
          <Radio key={one} value={one} description={text(`means-${one}`)}>
            {text(`answer-${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <DayField required label={text('on')} value={occurredOn} onChange={setOccurredOn} />
      <Textarea size="small" label={text('note')} value={words} onChange={({ target }) => setWords(target.value)} />
    </WriteForm>
  );
}
