import { Tabs } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { useCommands } from '../../shared/commands.js';
import { Page } from '../../shared/page.js';
import { FilterPanel } from './filter-panel.js';
import { ListView } from './list-view.js';
import { useText } from './messages.js';
import { Paper } from './paper.js';
import { countOf, firstPile, isPile, piles } from './piles.js';
import { countsQuery, worklistKey } from './queries.js';
import { worklistRoute } from './route.js';
import './worklist.css';
import { Tools } from './tools.js';
import { usePeople } from './use-people.js';
import { ViewsPanel } from './views-panel.js';
import { queryOf, type Panel, type WorklistSearch } from './wanted.js';

/** Who needs something: the piles with how many are in each, and the rows of the one that is chosen. */
export function WorklistScreen(): ReactNode {
  const text = useText();
  const search = worklistRoute.useSearch();
  const navigate = useNavigate();
  const counts = useQuery(countsQuery);
  const nameOf = usePeople();
  const [isPrinting, setIsPrinting] = useState(false);
  useLive(worklistKey);
  const { liste: pile = firstPile, panel } = search;
  const go = useCallback((to: WorklistSearch) => void navigate({ to: '/', search: to }), [navigate]);
  const toggle = useCallback((wanted: Panel) => {
    const { panel: open, ...rest } = search;
    go(open === wanted ? rest : { ...rest, panel: wanted });
  }, [search, go]);
  const endPrinting = useCallback(() => setIsPrinting(false), []);
  useCommands(useMemo(() => [
    { id: 'worklist.filter', title: text('filters'), key: '/', run: () => toggle('filter') },
    { id: 'worklist.views', title: text('views'), key: 'v', run: () => toggle('visninger') },
    { id: 'worklist.print', title: text('print'), run: () => setIsPrinting(true) },
    ...piles.map((one, n) => ({ id: `worklist.${one}`, title: text('cmd-pile', { pile: text(`pile-${one}`) }), key: String(n + 1), run: () => go({ ...search, liste: one }) })),
  ], [text, toggle, go, search]));
  const query = queryOf(search);
  const day = counts.data?.asOf;
  return (
    <Page title={text('title')}>
      <Tabs value={pile} onChange={(chosen) => isPile(chosen) && go({ ...search, liste: chosen })} size="small">
        <Tabs.List aria-label={text('piles')}>
          {piles.map((one) => (
            <Tabs.Tab key={one} value={one} label={text('pileCount', { pile: text(`pile-${one}`), count: counts.data?.[countOf[one]] ?? '…' })} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={pile} className="app-pile">
          <Tools search={search} query={query} onPanel={toggle} onPrint={() => setIsPrinting(true)} />
          {panel === 'filter' && <FilterPanel search={search} onChange={go} />}
          {panel === 'visninger' && <ViewsPanel search={search} />}
          {isPrinting && <Paper query={query} nameOf={nameOf} onEnd={endPrinting} />}
          <ListView key={JSON.stringify([query, day])} search={search} nameOf={nameOf} inPile={counts.data?.[countOf[pile]]} onSearch={go} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
