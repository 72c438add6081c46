import { Tabs } from '@navikt/ds-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';

interface Props<Tab extends string> {
  readonly label: string;
  /** In the order in which they stand. */
  readonly tabs: readonly { readonly id: Tab; readonly name: string }[];
  readonly chosen: Tab;
  readonly choose: (tab: Tab) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** The parts of a page, of which one is seen at a time. Which one it is stands in the address, so it is the caller's. */
export function TabSet<Tab extends string>({ label, tabs, chosen, choose, children }: Props<Tab>) {
  const change = (word: string): void => {
    const tab = tabs.find(({ id }) => id === word);
    if (tab !== undefined) choose(tab.id);
  };
  const list = useRef<HTMLDivElement>(null);
  useChosenInSight(list, chosen);
  return (
    <Tabs value={chosen} onChange={change} size="small">
      <Tabs.List ref={list} aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tabs.Tab key={id} value={id} label={name} />
        ))}
      </Tabs.List>
      <Tabs.Panel value={chosen} className="app-tab">
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}

/** Scrolls a row of tabs that does not fit so that the chosen one is seen, as it is chosen by an address too; only sideways, and never the page. */
function useChosenInSight(list: RefObject<HTMLDivElement | null>, chosen: string): void {
  useEffect(() => {
    const row = list.current;
    if (row === null) return;
    // Told at once, and when the row's own buttons for scrolling have taken their place.
    const observer = new ResizeObserver(() => bringInSight(row));
    observer.observe(row);
    return () => observer.disconnect();
  }, [list, chosen]);
}

function bringInSight(row: HTMLElement): void {
  const tab = row.querySelector('[aria-selected="true"]');
  if (tab === null) return;
  const [seen, box] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (box.left >= seen.left && box.right <= seen.right) return;
  row.scrollTo({ left: row.scrollLeft + box.left - seen.left - (seen.width - box.width) / 2, behavior: 'instant' });
}
