import { BodyShort, Button, Heading, Table, Tag } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { useText } from './messages.js';
import { patientsQuery, weeksQuery, type Breaking } from './queries.js';
import { capacityRoute } from './route.js';

/** The patients behind the number that was chosen; before that, all whose frist breaks in the weeks ahead if nothing changes. */
export function Patients() {
  const text = useText();
  const { language } = useLanguage();
  const search = capacityRoute.useSearch();
  const { enhet, uke, vis = 'uten-time' } = search;
  const list = useInfiniteQuery(patientsQuery(search));
  const unit = useQuery(weeksQuery).data?.rows.find(({ organisation }) => organisation.id === enhet)?.organisation.name;
  const heading = useFocusOnChoice(`${enhet ?? ''} ${uke ?? ''} ${vis}`);
  return (
    <section aria-labelledby="pasienter">
      <Heading level="2" size="medium" id="pasienter" tabIndex={-1} ref={heading} spacing>
        {uke === undefined ? text('breaking') : text(`list-${vis}`, { week: dayShown(uke, language) })}
      </Heading>
      {unit !== undefined && (
        <BodyShort spacing>
          {text('ofUnit', { name: unit })}{' '}
          <AppLink to="/kapasitet" search={{}}>
            {text('showAll')}
          </AppLink>
        </BodyShort>
      )}
      {list.isPending && <Loading rows={3} />}
      {list.isError && list.data === undefined && <ProblemView error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && <Rows rows={list.data.pages.flatMap(({ rows }) => rows)} total={list.data.pages[0]!.total} />}
      {list.hasNextPage && (
        <Button variant="secondary" size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text('more')}
        </Button>
      )}
    </section>
  );
}

/** Whoever has chosen a number goes on in its list. */
function useFocusOnChoice(choice: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(choice);
  useEffect(() => {
    if (last.current === choice) return;
    last.current = choice;
    heading.current?.focus();
  }, [choice]);
  return heading;
}

function Rows({ rows, total }: { readonly rows: readonly Breaking[]; readonly total: number }) {
  const text = useText();
  if (rows.length === 0) return <Empty>{text('none')}</Empty>;
  return (
    <>
      <BodyShort role="status" spacing>
        {text('rows', { count: total })}
      </BodyShort>
      <WideTable label={text('patients')} columns={(['due', 'patient', 'frist', 'unit', 'time'] as const).map((column) => text(`column-${column}`))}>
        {rows.map((row) => (
          <OneRow key={`${row.pathwayId} ${row.clock.key}`} row={row} />
        ))}
      </WideTable>
    </>
  );
}

function OneRow({ row: { pathwayId, patient, organisation, clock, bookedOn, inTime, askedFor } }: { readonly row: Breaking }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Table.Row>
      <Table.DataCell>{dayShown(clock.dueOn, language)}</Table.DataCell>
      <Table.HeaderCell scope="row">
        <AppLink to="/pasient/$id" params={{ id: pathwayId }}>
          {patient.name === null ? text('noName') : `${patient.name.family}, ${patient.name.given}`}
        </AppLink>
      </Table.HeaderCell>
      <Table.DataCell>{clock.title}</Table.DataCell>
      <Table.DataCell>{organisation.name}</Table.DataCell>
      <Table.DataCell>
        {bookedOn === null ? text('noTime') : text(inTime ? 'timeOn' : 'timeTooLate', { day: dayShown(bookedOn, language) })}{' '}
        {askedFor !== null && (
          <Tag size="xsmall" variant="outline" data-color="info">
            {text('asked', { day: dayShown(askedFor, language) })}
          </Tag>
        )}
      </Table.DataCell>
    </Table.Row>
  );
}
