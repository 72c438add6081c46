import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { useCommands } from '../../shared/commands.js';
import { later } from '../../shared/later.js';
import { Page } from '../../shared/page.js';
import { Loading } from '../../shared/states.js';
import { TabSet } from '../../shared/tab-set.js';
import { ListView } from './list-view.js';
import { useText } from './messages.js';
import { countOf, firstPile, piles } from './piles.js';
import { countsQuery, worklistKey } from './queries.js';
import { worklistRoute } from './route.js';
import './worklist.css';
import { Tools } from './tools.js';
import { usePeople } from './use-people.js';
import { queryOf, type Panel, type WorklistSearch } from './wanted.js';

const FilterPanel = later(async () => (await import('./filter-panel.js')).FilterPanel, FewRows);
const ViewsPanel = later(async () => (await import('./views-panel.js')).ViewsPanel, FewRows);
const Paper = later(async () => (await import('./paper.js')).Paper);

function FewRows() {
  return <Loading rows={2} />;
}

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
  useCtrlP(useCallback(() => setIsPrinting(true), []));
  const query = queryOf(search);
  const day = counts.data?.asOf;
  const midnights = useMidnights(day);
  return (
    <Page title={text('title')}>
      <TabSet label={text('piles')} tabs={piles.map((id) => ({ id, name: text('pileCount', { pile: text(`pile-${id}`), count: counts.data?.[countOf[id]] ?? '…' }) }))} chosen={pile} choose={(liste) => go({ ...search, liste })}>
        <div className="app-pile">
          <Tools search={search} query={query} onPanel={toggle} onPrint={() => setIsPrinting(true)} />
          {panel === 'filter' && <FilterPanel search={search} onChange={go} />}
          {panel === 'visninger' && <ViewsPanel search={search} />}
          {isPrinting && <Paper query={query} title={text(`pile-${pile}`)} day={day} nameOf={nameOf} onEnd={endPrinting} />}
          <ListView key={JSON.stringify([query, midnights])} search={search} nameOf={nameOf} inPile={counts.data?.[countOf[pile]]} onSearch={go} />
        </div>
      </TabSet>
    </Page>
  );
}

/** How many times the day has become another since the screen was opened: then the list begins anew, not when the first answer says which day it is. */
function useMidnights(day: string | undefined): number {
  const [seen, setSeen] = useState({ day, midnights: 0 });
  if (day !== undefined && day !== seen.day) setSeen({ day, midnights: seen.midnights + (seen.day === undefined ? 0 : 1) });
  return seen.midnights;
}

/** The browser's own key for paper prints the whole list too, not only the rows that are seen. */
function useCtrlP(print: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      print();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [print]);
}
