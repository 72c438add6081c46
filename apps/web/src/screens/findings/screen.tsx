import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { Page } from '../../shared/page.js';
import { TabSet } from '../../shared/tab-set.js';
import { FindingsTab } from './findings-tab.js';
import { MessagesTab } from './messages-tab.js';
import { useText } from './messages.js';
import { QuarantineTab } from './quarantine-tab.js';
import { careKey } from './queries.js';
import { findingsRoute } from './route.js';
import { tabs } from './tabs.js';

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
      <TabSet label={text('title')} tabs={tabs.map((id) => ({ id, name: text(id) }))} chosen={fane} choose={(chosen) => void navigate({ to: '/avvik', search: { fane: chosen } })}>
        <View />
      </TabSet>
    </Page>
  );
}
