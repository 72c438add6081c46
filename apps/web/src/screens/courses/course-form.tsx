import { Heading, HStack, TextField } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { WriteForm } from '../../shared/write-form.js';
import { useText } from './messages.js';
import { coursesKey, saveCourse, type Course, type CourseInput } from './queries.js';
import { Sessions } from './sessions.js';
import { inputOf, lackingIn, newCourse, writtenOf, type Lacking, type Written } from './written.js';

interface Props {
  /** The course that is changed; null: a new one. */
  readonly course: Course | null;
  readonly saved: (course: Course) => void;
  readonly cancel: () => void;
}

/** A course: what, where, for how many, and when. */
export function CourseForm({ course, saved, cancel }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const [written, setWritten] = useState<Written>(course === null ? newCourse : writtenOf(course));
  const [lacking, setLacking] = useState<readonly Lacking[]>([]);
  const write = useWrite(({ input, key }: { readonly input: CourseInput; readonly key: string }) => saveCourse(course?.id ?? null, input, key), [coursesKey]);
  const save = (): void => {
    const missing = lackingIn(written);
    setLacking(missing);
    if (missing.length === 0) write.mutate(inputOf(written), { onSuccess: saved });
    else if (missing[0] !== undefined) document.getElementById(`course-${missing[0]}`)?.focus();
  };
  const field = (name: 'title' | 'audience' | 'place' | 'videoUrl' | 'places' | 'answerDays') => ({
    id: `course-${name}`,
    label: text(`field-${name}`),
    size: 'small' as const,
    value: written[name],
    onChange: ({ target }: { readonly target: HTMLInputElement }) => setWritten({ ...written, [name]: target.value }),
    error: (lacking as readonly string[]).includes(name) ? text(`lacking-${name as 'title' | 'places' | 'answerDays'}`) : undefined,
  });
  return (
    <WriteForm noValidate save={text('save')} write={write} submit={save} cancel={cancel} refresh={() => void queries.invalidateQueries({ queryKey: coursesKey })}>
      <Heading level="2" size="small">
        {text(course === null ? 'new' : 'change')}
      </Heading>
      <TextField {...field('title')} />
      <TextField {...field('audience')} />
      <TextField {...field('place')} description={text('field-placeText')} />
      <TextField {...field('videoUrl')} inputMode="url" />
      <HStack gap="space-16">
        <TextField {...field('places')} inputMode="numeric" htmlSize={6} />
        <TextField {...field('answerDays')} inputMode="numeric" htmlSize={6} />
      </HStack>
      <Sessions sessions={written.sessions} change={(sessions) => setWritten({ ...written, sessions })} error={lacking.includes('sessions')} />
    </WriteForm>
  );
}
