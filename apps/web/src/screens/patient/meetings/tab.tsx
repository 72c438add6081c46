import { Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../../../client/me.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Reserved } from '../../../shared/reserved.js';
import { Empty, Loading } from '../../../shared/states.js';
import { Actions } from '../parts/actions.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { OneMeeting } from './one-meeting.js';
import { PlanForm } from './plan-form.js';
import { meetingsQuery } from './queries.js';

/** Meetings about the patient, from the first invitation to the minutes. */
export function MeetingsTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const mayWrite = useMay('meetings.write');
  const meetings = useQuery(meetingsQuery(id));
  const refresh = (): void => void meetings.refetch();
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      {mayWrite && <Actions list={[{ name: 'avtal-mote', label: text('plan'), form: (close) => <PlanForm id={id} close={close} refresh={refresh} /> }]} />}
      <Reserved action="meetings.write" what={text('plan')} />
      {meetings.isPending && <Loading rows={3} />}
      {meetings.isError && meetings.data === undefined && <ProblemView error={meetings.error} retry={refresh} />}
      {meetings.data?.meetings.length === 0 && <Empty>{text('empty')}</Empty>}
      <PlainList label={text('title')}>
        {meetings.data?.meetings.map((meeting) => <OneMeeting key={meeting.id} id={id} meeting={meeting} mayWrite={mayWrite} refresh={refresh} />)}
      </PlainList>
    </VStack>
  );
}
