import { Button, VStack } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useMay } from '../../client/me.js';
import { nextAfter, type Act } from './acts.js';
import { InboxList } from './inbox-list.js';
import { useText } from './messages.js';
import { inboxKey, inboxQuery } from './queries.js';
import { ReferralPanel } from './referral-panel.js';
import { referralsRoute } from './route.js';

/** Referrals that nobody has assessed: the list with the clock on each, and beside it the one that is open. */
export function ReferralsScreen(): ReactNode {
  const text = useText();
  const mayRefer = useMay('referral.create');
  return (
    <Page title={text('title')}>
      <VStack gap="space-16">
        {mayRefer && <div><AppLink to="/henvisninger/ny">{text('new')}</AppLink></div>}
        <Inbox />
      </VStack>
    </Page>
  );
}

function Inbox() {
  const text = useText();
  const { henvisning, gjor } = referralsRoute.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(inboxQuery);
  useLive(inboxKey);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const ids = rows.map(({ pathwayId }) => pathwayId);
  const first = ids[0];
  const open = (id: string | undefined, act?: Act): void => void navigate({ to: '/henvisninger', search: { ...(id !== undefined && { henvisning: id }), ...(act !== undefined && { gjor: act }) } });
  // The first one is open when none is chosen: whoever comes to assess begins there.
  useEffect(() => {
    if (henvisning === undefined && first !== undefined) void navigate({ to: '/henvisninger', search: { henvisning: first }, replace: true });
  }, [henvisning, first, navigate]);
  if (list.isPending) return <Loading />;
  if (list.isError && list.data === undefined) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const total = list.data.pages[0]!.total;
  return (
    <div className="app-two">
      <section aria-label={text('list')}>
        <p role="status">{text('count', { count: total })}</p>
        {rows.length === 0 ? <Empty>{text('empty')}</Empty> : <InboxList rows={rows} chosen={henvisning} />}
        {list.hasNextPage && <Button size="small" variant="secondary" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text('more')}</Button>}
      </section>
      {henvisning !== undefined && <ReferralPanel id={henvisning} row={rows.find(({ pathwayId }) => pathwayId === henvisning)} act={gjor} open={(act) => open(henvisning, act)} next={() => open(nextAfter(ids, henvisning))} />}
    </div>
  );
}
