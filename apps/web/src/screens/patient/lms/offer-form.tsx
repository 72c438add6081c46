import { BodyShort, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instantShown } from '../../../shared/instant.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { DayField } from '../parts/day-field.js';
import { useText } from './messages.js';
import { openCoursesQuery, useOfferCourse, type Course } from './queries.js';

interface Props {
  readonly id: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Offers a course. Where it is full, the patient comes last in its line. */
export function OfferForm({ id, close, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const courses = useQuery(openCoursesQuery);
  const [course, setCourse] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const write = useOfferCourse(id);
  if (courses.isPending) return <Loading rows={2} />;
  if (courses.isError && courses.data === undefined) return <ProblemView error={courses.error} retry={() => void courses.refetch()} />;
  if (courses.data.rows.length === 0) return <BodyShort>{text('noCourses')}</BodyShort>;
  const submit = (): void =>
    write.mutate({ course, answerBy }, { done: ({ state }) => toasts.add(state === 'waiting' ? text('onWaitingList') : text('offered')), onSuccess: close });
  const titleOf = ({ title, sessions, free, waiting }: Course): string =>
    text('courseOption', { title, begins: sessions[0] === undefined ? '' : instantShown(sessions[0].startsAt, language), free, waiting });
  return (
    <WriteForm save={text('offer')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Select size="small" required label={text('course')} description={text('courseHelp')} value={course} onChange={({ target }) => setCourse(target.value)}>
        <option value="">{text('choose')}</option>
        {courses.data.rows.map((one) => (
          <option key={one.id} value={one.id}>
            {titleOf(one)}
          </option>
        ))}
      </Select>
      <DayField required label={text('answerBy')} value={answerBy} onChange={setAnswerBy} />
    </WriteForm>
  );
}
