import { BodyShort, Box, Button, HStack, Switch, Table, Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useMay } from '../../client/me.js';
import { useLive } from '../../live/use-live.js';
import { useCommands } from '../../shared/commands.js';
import { instantShown } from '../../shared/instant.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Reserved } from '../../shared/reserved.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { CourseForm } from './course-form.js';
import { useText } from './messages.js';
import { coursesKey, coursesQuery, type Course } from './queries.js';
import { coursesRoute } from './route.js';

/** The courses of one's own unit: when, how many places, and how many wait. */
export function CoursesScreen(): ReactNode {
  const text = useText();
  const navigate = useNavigate();
  const { tidligere = false, nytt = false } = coursesRoute.useSearch();
  const mayWrite = useMay('courses.write');
  const courses = useQuery(coursesQuery(tidligere));
  useLive(coursesKey);
  useCommands(useMemo(() => (mayWrite ? [{ id: 'courses.new', title: text('new'), key: 'n', run: () => void navigate({ to: '/kurs', search: { nytt: true } }) }] : []), [mayWrite, navigate, text]));
  const showPast = (isOn: boolean): void => void navigate({ to: '/kurs', search: isOn ? { tidligere: true } : {} });
  return (
    <Page title={text('title')}>
      <HStack gap="space-16" align="center" paddingBlock="space-0 space-16">
        {mayWrite && !nytt && (
          <Button size="small" onClick={() => void navigate({ to: '/kurs', search: { nytt: true } })}>
            {text('new')}
          </Button>
        )}
        <Reserved action="courses.write" what={text('new')} />
        <Switch size="small" checked={tidligere} onChange={({ target }) => showPast(target.checked)}>
          {text('past')}
        </Switch>
      </HStack>
      {nytt && (
        <Box borderWidth="1" borderColor="neutral" borderRadius="8" padding="space-16" marginBlock="space-0 space-16">
          <CourseForm course={null} saved={({ id }) => void navigate({ to: '/kurs/$id', params: { id } })} cancel={() => void navigate({ to: '/kurs', search: {} })} />
        </Box>
      )}
      {courses.isPending && <Loading />}
      {courses.isError && courses.data === undefined && <ProblemView error={courses.error} retry={() => void courses.refetch()} />}
      {courses.data?.rows.length === 0 && <Empty>{text('none')}</Empty>}
      {courses.data !== undefined && courses.data.rows.length > 0 && <Courses rows={courses.data.rows} />}
    </Page>
  );
}

function Courses({ rows }: { readonly rows: readonly Course[] }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <>
      <BodyShort role="status" spacing>
        {text('rows', { count: rows.length })}
      </BodyShort>
      <WideTable label={text('title')} columns={[...(['course', 'first', 'where'] as const).map((column) => text(column)), ...(['places', 'free', 'waiting'] as const).map((column) => ({ numbers: text(column) }))]}>
        {rows.map(({ id, title, sessions, place, places, free, waiting, cancelledAt }) => (
          <Table.Row key={id}>
            <Table.HeaderCell scope="row">
              <AppLink to="/kurs/$id" params={{ id }}>
                {title}
              </AppLink>{' '}
              {cancelledAt !== null && (
                <Tag size="xsmall" variant="outline" data-color="warning">
                  {text('cancelled')}
                </Tag>
              )}
            </Table.HeaderCell>
            <Table.DataCell>{sessions[0] === undefined ? '–' : instantShown(sessions[0].startsAt, language)}</Table.DataCell>
            <Table.DataCell>{place ?? text('video')}</Table.DataCell>
            <Table.DataCell align="right">{places}</Table.DataCell>
            <Table.DataCell align="right">{free}</Table.DataCell>
            <Table.DataCell align="right">{waiting}</Table.DataCell>
          </Table.Row>
        ))}
      </WideTable>
    </>
  );
}
