import { Tabs } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/page.js';
import { EffectsTab } from './effects-tab.js';
import { useText } from './messages.js';
import { OrganisationsTab } from './organisations-tab.js';
import { RolesTab } from './roles-tab.js';
import { adminRoute, isTab, tabs } from './route.js';
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
      <Tabs value={fane} onChange={(chosen) => { if (isTab(chosen)) void navigate({ to: '/administrasjon', search: { fane: chosen } }); }} size="small">
        <Tabs.List aria-label={text('title')}>
          {tabs.map((tab) => <Tabs.Tab key={tab} value={tab} label={text(tab)} />)}
        </Tabs.List>
        <Tabs.Panel value={fane} className="app-tab"><View /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
