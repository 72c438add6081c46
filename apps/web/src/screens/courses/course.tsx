import { Alert, BodyShort } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../client/me.js';
import { useLive } from '../../live/use-live.js';
import { instantShown, timeShown } from '../../shared/instant.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Reserved } from '../../shared/reserved.js';
import { Loading } from '../../shared/states.js';
import { TabSet } from '../../shared/tab-set.js';
import { Term } from '../../shared/terms/term.js';
import { useLanguage } from '../../shared/texts.js';
import { Attendance } from './attendance.js';
import { Change } from './change.js';
import { useText } from './messages.js';
import { Offers } from './offers.js';
import { courseQuery, coursesKey, offersQuery, type Course } from './queries.js';
import { courseRoute } from './route.js';
import { participants, tabs, waitingLine, type Tab } from './tabs.js';

/** One course: its sessions and places, who takes part, who waits, who came. */
export function CourseScreen(): ReactNode {
  const text = useText();
  const { id } = courseRoute.useParams();
  const course = useQuery(courseQuery(id));
  useLive(coursesKey);
  return (
    <Page title={course.data?.title ?? text('course')}>
      <BodyShort spacing>
        <AppLink to="/kurs">{text('back')}</AppLink>
      </BodyShort>
      {course.isPending && <Loading />}
      {course.isError && course.data === undefined && <ProblemView error={course.error} retry={() => void course.refetch()} />}
      {course.data !== undefined && (
        <>
          <Facts course={course.data} />
          <Parts course={course.data} />
        </>
      )}
    </Page>
  );
}

function Facts({ course }: { readonly course: Course }) {
  const text = useText();
  const { language } = useLanguage();
  const { cancelledAt, cancelledReason, audience, place, videoUrl, sessions, places, taken, free, waiting, answerDays } = course;
  return (
    <>
      {cancelledAt !== null && <Alert variant="warning">{text('cancelledWhy', { when: instantShown(cancelledAt, language), reason: cancelledReason ?? '' })}</Alert>}
      {audience !== null && <BodyShort spacing>{text('forWhom', { audience })}</BodyShort>}
      <BodyShort spacing>{text('wherePlace', { place: place ?? videoUrl ?? text('video') })}</BodyShort>
      <ul>
        {sessions.map(({ id, startsAt, endsAt }) => (
          <li key={id}>{text('session', { from: instantShown(startsAt, language), to: timeShown(endsAt, language) })}</li>
        ))}
      </ul>
      <BodyShort spacing>{text('howMany', { places, taken, free, waiting })}</BodyShort>
      <BodyShort as="div" spacing>
        <Term id="rykket-opp" /> {text('answerWithin', { count: answerDays })}
      </BodyShort>
    </>
  );
}

function Parts({ course }: { readonly course: Course }) {
  const text = useText();
  const navigate = useNavigate();
  const { fane = 'deltakere' } = courseRoute.useSearch();
  const mayChange = useMay('courses.write') && course.cancelledAt === null;
  const offers = useQuery(offersQuery(course.id));
  const choose = (tab: Tab): void => void navigate({ to: '/kurs/$id', params: { id: course.id }, search: { fane: tab }, resetScroll: false });
  if (offers.isPending) return <Loading rows={3} />;
  if (offers.isError && offers.data === undefined) return <ProblemView error={offers.error} retry={() => void offers.refetch()} />;
  const { rows } = offers.data;
  return (
    <>
      <Reserved action="courses.write" what={text('tab-endre')} />
      <TabSet label={text('parts')} tabs={tabs.filter((tab) => tab !== 'endre' || mayChange).map((id) => ({ id, name: text(`tab-${id}`) }))} chosen={fane} choose={choose}>
        {fane === 'deltakere' && <Offers course={course} offers={participants(rows)} empty={text('noOffers')} />}
        {fane === 'venteliste' && <Offers course={course} offers={waitingLine(rows)} empty={text('noneWaits')} />}
        {fane === 'oppmote' && <Attendance course={course} offers={rows} />}
        {fane === 'endre' && mayChange && <Change course={course} />}
      </TabSet>
    </>
  );
}
