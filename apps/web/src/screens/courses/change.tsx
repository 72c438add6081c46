import { Alert, BodyShort, Button, Heading, Textarea, VStack } from '@navikt/ds-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useWrite } from '../../client/use-write.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { CourseForm } from './course-form.js';
import { useText } from './messages.js';
import { cancelCourse, coursesKey, type Course } from './queries.js';

/** Changes a course, or cancels it. */
export function Change({ course }: { readonly course: Course }) {
  const text = useText();
  const navigate = useNavigate();
  const leave = (): void => void navigate({ to: '/kurs/$id', params: { id: course.id }, search: {}, resetScroll: false });
  const saved = (): void => {
    toasts.add(text('changed'));
    leave();
  };
  return (
    <VStack gap="space-32" paddingBlock="space-16">
      <CourseForm course={course} saved={saved} cancel={leave} />
      <Cancel course={course} cancelled={leave} />
    </VStack>
  );
}

function Cancel({ course, cancelled }: { readonly course: Course; readonly cancelled: () => void }) {
  const text = useText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const write = useWrite(({ input, key }: { readonly input: string; readonly key: string }) => cancelCourse(course.id, input, key), [coursesKey]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const isEmpty = reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty || write.isPending) return;
    const done = (): void => {
      toasts.add(text('courseCancelled'));
      cancelled();
    };
    write.mutate(reason.trim(), { onSuccess: done });
  };
  return (
    <section aria-labelledby="cancel-course">
      <Heading level="2" size="small" id="cancel-course" spacing>
        {text('cancelTitle')}
      </Heading>
      <form onSubmit={send}>
        <VStack gap="space-16">
          <Alert variant="warning" size="small">
            {text('cancelMeans', { taken: course.taken, waiting: course.waiting })}
          </Alert>
          <Textarea label={text('cancelReason')} description={text('cancelReasonText')} size="small" minRows={2} value={reason} onChange={({ target }) => setReason(target.value)} error={isMissing ? text('cancelMissing') : undefined} />
          <WriteProblem error={write.error} refresh={() => void queries.invalidateQueries({ queryKey: coursesKey })} />
          <BodyShort>
            <Button type="submit" size="small" variant="danger" loading={write.isPending}>
              {text('cancelDo')}
            </Button>
          </BodyShort>
        </VStack>
      </form>
    </section>
  );
}
