import { Tabs } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/page.js';
import { useText } from './messages.js';
import { PatientsTab } from './patients-tab.js';
import { PreferencesTab } from './preferences-tab.js';
import { isTab, myPatientsRoute, tabs } from './route.js';

/** A fastlege's page: her patients in a pathway, what waits on her, and how she wants to be reminded. */
export function MyPatientsScreen(): ReactNode {
  const text = useText();
  const { fane = 'pasienter' } = myPatientsRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Page title={text('title')}>
      <Tabs value={fane} onChange={(chosen) => { if (isTab(chosen)) void navigate({ to: '/mine-pasienter', search: { fane: chosen } }); }} size="small">
        <Tabs.List aria-label={text('title')}>
          {tabs.map((tab) => <Tabs.Tab key={tab} value={tab} label={text(tab)} />)}
        </Tabs.List>
        <Tabs.Panel value={fane} className="app-tab">{fane === 'pasienter' ? <PatientsTab /> : <PreferencesTab />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
