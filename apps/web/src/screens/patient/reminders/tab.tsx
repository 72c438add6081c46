import { BodyLong, Button, Heading, VStack } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { OneReminder } from './one-reminder.js';
import { remindersQuery, useRemindAgain } from './queries.js';

/** What was sent to whom about this patient, and the proof of it. */
export function RemindersTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const mayRemind = useMay('worklist.bulk');
  const reminders = useInfiniteQuery(remindersQuery(id));
  const rows = reminders.data?.pages.flatMap((page) => page.rows);
  const refresh = (): void => void reminders.refetch();
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      <BodyLong>{text('how')}</BodyLong>
      {mayRemind && <RemindAgain id={id} refresh={refresh} />}
      {reminders.isPending && <Loading />}
      {reminders.isError && rows === undefined && <ProblemView error={reminders.error} retry={refresh} />}
      {rows?.length === 0 && <Empty>{text('empty')}</Empty>}
      <PlainList label={text('title')}>
        {rows?.map((reminder) => <OneReminder key={reminder.id} id={id} reminder={reminder} refresh={refresh} />)}
      </PlainList>
      {reminders.hasNextPage && (
        <div>
          <Button size="small" variant="secondary" loading={reminders.isFetchingNextPage} onClick={() => void reminders.fetchNextPage()}>
            {text('more')}
          </Button>
        </div>
      )}
    </VStack>
  );
}

/** Reminds once more of all that is open; says why where nobody can be. */
function RemindAgain({ id, refresh }: { readonly id: string; readonly refresh: () => void }) {
  const text = useText();
  const write = useRemindAgain(id);
  const [refusal, setRefusal] = useState<string | null>(null);
  const remind = (): void =>
    write.mutate({ pathway: id }, {
      onSuccess: ({ results }) => {
        const sentence = results.find(({ done }) => !done)?.sentence ?? null;
        setRefusal(sentence);
        if (sentence === null) toasts.add(text('againDone'));
      },
    });
  return (
    <VStack gap="space-8" align="start">
      <Button size="small" variant="secondary" loading={write.isPending} onClick={remind}>
        {text('again')}
      </Button>
      <div role="status">{refusal}</div>
      <WriteProblem error={write.error} refresh={refresh} />
    </VStack>
  );
}
