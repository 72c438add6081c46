import { BodyLong, Button, Heading, Table, VStack } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { instantShown, timeShown } from '../../../shared/instant.js';
import { AppLink } from '../../../shared/link.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { useWho } from '../../../shared/who.js';
import { WideTable } from '../../../shared/wide-table.js';
import { useText } from './messages.js';
import { glassQuery, type GlassUse } from './queries.js';

/** Who opened a patient whom they had no access to, when and why: for those who follow that up. */
export function GlassTab() {
  const text = useText();
  const uses = useInfiniteQuery(glassQuery);
  const rows = uses.data?.pages.flatMap((page) => page.uses);
  return (
    <VStack gap="space-16">
      <Heading level="2" size="small">{text('title')}</Heading>
      <BodyLong>{text('what')}</BodyLong>
      {uses.isPending && <Loading />}
      {uses.isError && rows === undefined && <ProblemView error={uses.error} retry={() => void uses.refetch()} />}
      {rows?.length === 0 && <Empty>{text('empty')}</Empty>}
      {rows !== undefined && rows.length > 0 && (
        <WideTable label={text('title')} columns={(['when', 'who', 'unit', 'kind', 'reason', 'patient'] as const).map((column) => text(column))}>
          {rows.map((use) => <Row key={use.id} use={use} />)}
        </WideTable>
      )}
      {uses.hasNextPage && <div><Button size="small" variant="secondary" loading={uses.isFetchingNextPage} onClick={() => void uses.fetchNextPage()}>{text('more')}</Button></div>}
    </VStack>
  );
}

/** Whoever is shown the reason sees the pathway too. */
function Row({ use: { pathwayId, actor, actorName, organisation, kind, from, until, reason } }: { readonly use: GlassUse }) {
  const text = useText();
  const { language } = useLanguage();
  const who = useWho();
  const at = instantShown(from, language);
  return (
    <Table.Row>
      <Table.DataCell style={{ whiteSpace: 'nowrap' }}>{text('fromTo', { from: at, until: timeShown(until, language) })}</Table.DataCell>
      <Table.DataCell>{actorName ?? who(actor)}</Table.DataCell>
      <Table.DataCell>{organisation?.name ?? text('noUnit')}</Table.DataCell>
      <Table.DataCell>{text(`kind-${kind}`)}</Table.DataCell>
      <Table.DataCell className="app-written">{reason ?? text('hidden')}</Table.DataCell>
      <Table.DataCell>{reason !== null && <AppLink to="/pasient/$id" params={{ id: pathwayId }} aria-label={text('openSaid', { at })}>{text('open')}</AppLink>}</Table.DataCell>
    </Table.Row>
  );
}
