import { BodyLong, Button, Heading, Table, ToggleGroup, VStack } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { instantShown } from '../../../shared/instant.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { isOutcome, outcomes } from '../tabs.js';
import { useText } from './messages.js';
import { accessLogQuery, type LoggedAccess } from './queries.js';
import { useCodes } from './use-codes.js';

/** Who saw the patient, in which role and why, and who was refused. */
export function AccessLogTab({ id }: { readonly id: string }): ReactNode {
  const text = useText();
  const { utfall } = useSearch({ strict: false });
  const navigate = useNavigate();
  const log = useInfiniteQuery(accessLogQuery(id, utfall));
  const rows = log.data?.pages.flatMap((page) => page.rows);
  const choose = (chosen: string): void => void navigate({ to: '.', search: ({ utfall: _, ...rest }) => (isOutcome(chosen) ? { ...rest, utfall: chosen } : rest), replace: true, resetScroll: false });
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">
        {text('title')}
      </Heading>
      <BodyLong>{text('what')}</BodyLong>
      <ToggleGroup size="small" label={text('filter')} value={utfall ?? 'alle'} onChange={choose}>
        <ToggleGroup.Item value="alle">{text('all')}</ToggleGroup.Item>
        {outcomes.map((outcome) => (
          <ToggleGroup.Item key={outcome} value={outcome}>
            {text(`outcome-${outcome}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      {log.isPending && <Loading />}
      {log.isError && rows === undefined && <ProblemView error={log.error} retry={() => void log.refetch()} />}
      {rows?.length === 0 && <Empty>{text('empty')}</Empty>}
      {rows !== undefined && rows.length > 0 && <Rows rows={rows} />}
      {log.hasNextPage && (
        <div>
          <Button size="small" variant="secondary" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {text('more')}
          </Button>
        </div>
      )}
    </VStack>
  );
}

function Rows({ rows }: { readonly rows: readonly LoggedAccess[] }) {
  const text = useText();
  return (
    <WideTable label={text('title')} columns={(['when', 'who', 'outcome', 'whatColumn', 'why', 'unit'] as const).map((column) => text(column))}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </WideTable>
  );
}

function Row({ row }: { readonly row: LoggedAccess }) {
  const text = useText();
  const { language } = useLanguage();
  const { basis, role } = useCodes();
  return (
    <Table.Row>
      <Table.DataCell style={{ whiteSpace: 'nowrap' }}>{instantShown(row.at, language)}</Table.DataCell>
      <Table.DataCell>{row.role === null ? (row.actorName ?? text('unknown')) : text('whoInRole', { who: row.actorName ?? text('unknown'), role: role(row.role) })}</Table.DataCell>
      <Table.DataCell>{text(`outcome-${row.outcome}`)}</Table.DataCell>
      <Table.DataCell>{row.what}</Table.DataCell>
      <Table.DataCell>{row.outcome === 'refused' ? text('refusedAs') : basis(row.basis)}</Table.DataCell>
      <Table.DataCell>{row.unitName ?? row.legalEntityName ?? text('noUnit')}</Table.DataCell>
    </Table.Row>
  );
}
