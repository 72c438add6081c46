import { Tabs } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useText } from './messages.js';
import { countOf, isPile, piles, type Pile } from './piles.js';
import { countsQuery, pileQuery, worklistKey } from './queries.js';
import { worklistRoute } from './route.js';
import { Rows } from './rows.js';

/** Who needs something: the piles with how many are in each, and the rows of the one that is chosen. */
export function WorklistScreen(): ReactNode {
  const text = useText();
  const { liste: pile = 'alle' } = worklistRoute.useSearch();
  const navigate = useNavigate();
  const counts = useQuery(countsQuery);
  useLive(worklistKey);
  const choose = (chosen: string): void => {
    if (isPile(chosen)) void navigate({ to: '/', search: { liste: chosen } });
  };
  return (
    <Page title={text('title')}>
      <Tabs value={pile} onChange={choose} size="small">
        <Tabs.List aria-label={text('piles')}>
          {piles.map((one) => (
            <Tabs.Tab key={one} value={one} label={text(one, { count: counts.data?.[countOf[one]] ?? '…' })} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={pile}>
          <PileView pile={pile} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function PileView({ pile }: { readonly pile: Pile }) {
  const text = useText();
  const list = useInfiniteQuery(pileQuery(pile));
  if (list.isPending) return <Loading />;
  if (list.isError && list.data === undefined) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  const { total, totalIsLeast } = list.data.pages[0]!;
  if (rows.length === 0) return <Empty>{text('empty')}</Empty>;
  return (
    <>
      <p role="status">{totalIsLeast ? text('rowsAtLeast', { count: total }) : text('rows', { count: total })}</p>
      <Rows rows={rows} total={total} readOn={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null} />
    </>
  );
}
