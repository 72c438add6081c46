import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/page.js';
import { TabSet } from '../../shared/tab-set.js';
import { EffectsTab } from './effects-tab.js';
import { useText } from './messages.js';
import { OrganisationsTab } from './organisations-tab.js';
import { RolesTab } from './roles-tab.js';
import { adminRoute, tabs } from './route.js';
import { SubscribersTab } from './subscribers-tab.js';

const views = { roller: RolesTab, virksomheter: OrganisationsTab, utsending: EffectsTab, abonnenter: SubscribersTab };

/** Roles, organisations, the switch for all that is sent, and record systems that subscribe. No patient is seen here. */
export function AdminScreen(): ReactNode {
  const text = useText();
  const { fane = 'roller' } = adminRoute.useSearch();
  const navigate = useNavigate();
  const View = views[fane];
  return (
    <Page title={text('title')}>
      <TabSet label={text('title')} tabs={tabs.map((id) => ({ id, name: text(id) }))} chosen={fane} choose={(chosen) => void navigate({ to: '/administrasjon', search: { fane: chosen } })}>
        <View />
      </TabSet>
    </Page>
  );
}
