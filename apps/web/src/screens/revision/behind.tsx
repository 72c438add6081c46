import { BodyShort, Button, Heading, Table } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMay } from '../../client/me.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { WideTable } from '../../shared/wide-table.js';
import { useText, useWord } from './messages.js';
import { cellQuery, type CellRow } from './queries.js';
import { cellQuestionOf } from './question.js';
import { revisionRoute } from './route.js';
import { useGo, useOrganisations, useTitles } from './use-question.js';
import { openedKeys } from './search.js';

/** The frister behind the number that is open, each with its patient's page and why its date is what it is. */
export function Behind() {
  const text = useText();
  const word = useWord();
  const go = useGo();
  const search = revisionRoute.useSearch();
  const { vis = 'startet', ved, grunn, arsak, forvrenger } = search;
  const list = useInfiniteQuery(cellQuery(cellQuestionOf(search)));
  const name = useOrganisations().find(({ id }) => id === (ved ?? search.enhet))?.name;
  const heading = useFocusOn(openedKeys.map((key) => search[key] ?? '').join(' '));
  const what = forvrenger !== undefined ? word('defect', forvrenger) : grunn !== undefined ? word('reason', grunn) : arsak !== undefined ? word('cause', arsak) : text(`column-${vis}`);
  return (
    <section aria-labelledby="bak-tallet" className="revision-behind">
      <Heading level="2" size="medium" id="bak-tallet" tabIndex={-1} ref={heading} spacing>
        {name === undefined ? text('behind', { what }) : text('behindAt', { what, name })}
      </Heading>
      {list.isPending && <Loading rows={3} />}
      {list.isError && list.data === undefined && <ProblemView error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && <Rows rows={list.data.pages.flatMap(({ rows }) => rows)} more={list.hasNextPage} />}
      <div className="revision-buttons">
        {list.hasNextPage && (
          <Button variant="secondary" size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text('more')}
          </Button>
        )}
        <Button variant="tertiary" size="small" onClick={() => go({})}>
          {text('closeBehind')}
        </Button>
      </div>
    </section>
  );
}

/** Whoever has opened a number goes on in its list; also by a link that leads there. */
function useFocusOn(opened: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [opened]);
  return heading;
}

function Rows({ rows, more }: { readonly rows: readonly CellRow[]; readonly more: boolean }) {
  const text = useText();
  if (rows.length === 0) return <Empty>{text('noneBehind')}</Empty>;
  return (
    <>
      <BodyShort role="status" spacing>
        {text(more ? 'rowsAndMore' : 'rows', { count: rows.length })}
      </BodyShort>
      <WideTable label={text('behindTable')} columns={['patient', 'frist', 'unit', 'start', 'due', 'done', 'result', 'days'].map((column) => (column === 'days' ? { numbers: text('column-days') } : text(`column-${column as 'start'}`)))}>
        {rows.map((row) => (
          <OneRow key={`${row.pathwayId} ${row.key}`} row={row} />
        ))}
      </WideTable>
    </>
  );
}

function OneRow({ row: { pathwayId, key, clock, organisationId, startOn, dueOn, metOn, endedOn, outcome, reason, cause, days, defect } }: { readonly row: CellRow }) {
  const text = useText();
  const word = useWord();
  const { language } = useLanguage();
  const titles = useTitles();
  const mayCorrect = useMay('pathway.correct');
  const unit = useOrganisations().find(({ id }) => id === organisationId)?.name ?? organisationId;
  const { forlop = '' } = revisionRoute.useSearch();
  const day = (date: string | null): string => (date === null ? '–' : dayShown(date, language));
  const why = [reason === null ? null : word('reason', reason), cause === null ? null : word('cause', cause), defect === null ? null : word('defect', defect)].filter((one) => one !== null);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <AppLink to="/pasient/$id" params={{ id: pathwayId }} search={{ frist: key }}>
          {text('whyOf', { id: pathwayId.slice(0, 8) })}
        </AppLink>
        {defect !== null && mayCorrect && (
          <AppLink className="revision-sub" to="/pasient/$id" params={{ id: pathwayId }} search={{ fane: 'hendelser' }}>
            {text('putRight')}
          </AppLink>
        )}
      </Table.HeaderCell>
      <Table.DataCell>{titles.clock(forlop, clock)}</Table.DataCell>
      <Table.DataCell>{unit}</Table.DataCell>
      <Table.DataCell>{day(startOn)}</Table.DataCell>
      <Table.DataCell>{day(dueOn)}</Table.DataCell>
      <Table.DataCell>{day(metOn ?? endedOn)}</Table.DataCell>
      <Table.DataCell>
        {text(`outcome-${outcome}`)}
        {why.length > 0 && <span className="revision-sub">{why.join('. ')}</span>}
      </Table.DataCell>
      <Table.DataCell align="right">{days}</Table.DataCell>
    </Table.Row>
  );
}
