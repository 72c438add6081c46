import { BodyShort, Textarea } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { pathwayQuery } from '../queries.js';
import { useText } from './messages.js';
import { useStepOffer, type CourseOffer, type StepInput } from './queries.js';

interface Props {
  readonly id: string;
  readonly offer: CourseOffer;
  readonly step: StepInput['step'];
  readonly close: () => void;
  readonly refresh: () => void;
}

/** The patient's answer, or how the course ended; it is recorded on the pathway too. */
export function StepForm({ id, offer, step, close, refresh }: Props) {
  const text = useText();
  const [on, setOn] = useState<string>(useQuery(pathwayQuery(id)).data?.asOf ?? '');
  const [words, setWords] = useState('');
  const write = useStepOffer(id, offer.id);
  const submit = (): void => write.mutate({ step, on, ...(words.trim() !== '' && { text: words }) }, { done: () => toasts.add(text('stepDone', { course: offer.courseTitle })), onSuccess: close });
  return (
    <WriteForm save={text(`step-${step}`)} write={write} submit={submit} cancel={close} refresh={refresh}>
      <BodyShort size="small">{text('final')}</BodyShort>
      <DayField required label={text('on')} value={on} onChange={setOn} />
      <Textarea size="small" required={step === 'not-relevant'} label={step === 'not-relevant' ? text('whyNotRelevant') : text('text')} value={words} onChange={({ target }) => setWords(target.value)} />
    </WriteForm>
  );
}
