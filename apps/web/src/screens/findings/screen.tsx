import { Tabs } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { Page } from '../../shared/page.js';
import { FindingsTab } from './findings-tab.js';
import { MessagesTab } from './messages-tab.js';
import { useText } from './messages.js';
import { QuarantineTab } from './quarantine-tab.js';
import { careKey } from './queries.js';
import { findingsRoute } from './route.js';
import { isTab, tabs } from './tabs.js';

const views = { avvik: FindingsTab, karantene: QuarantineTab, meldinger: MessagesTab };

/** What does not fit anywhere, and the ways to put it right. */
export function FindingsScreen(): ReactNode {
  const text = useText();
  const { fane = 'avvik' } = findingsRoute.useSearch();
  const navigate = useNavigate();
  useLive(careKey);
  const View = views[fane];
  return (
    <Page title={text('title')}>
      <Tabs value={fane} onChange={(chosen) => { if (isTab(chosen)) void navigate({ to: '/avvik', search: { fane: chosen } }); }} size="small">
        <Tabs.List aria-label={text('title')}>
          {tabs.map((tab) => <Tabs.Tab key={tab} value={tab} label={text(tab)} />)}
        </Tabs.List>
        <Tabs.Panel value={fane} className="app-tab"><View /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
