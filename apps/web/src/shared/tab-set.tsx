import { Tabs } from '@navikt/ds-react';
import type { ReactNode } from 'react';

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
  return (
    <Tabs value={chosen} onChange={change} size="small">
      <Tabs.List aria-label={label}>
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
