import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../shared/page.js';
import { TabSet } from '../../shared/tab-set.js';
import { useText } from './messages.js';
import { PatientsTab } from './patients-tab.js';
import { PreferencesTab } from './preferences-tab.js';
import { myPatientsRoute, tabs } from './route.js';

/** A fastlege's page: her patients in a pathway, what waits on her, and how she wants to be reminded. */
export function MyPatientsScreen(): ReactNode {
  const text = useText();
  const { fane = 'pasienter' } = myPatientsRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Page title={text('title')}>
      <TabSet label={text('title')} tabs={tabs.map((id) => ({ id, name: text(id) }))} chosen={fane} choose={(chosen) => void navigate({ to: '/mine-pasienter', search: { fane: chosen } })}>
        {fane === 'pasienter' ? <PatientsTab /> : <PreferencesTab />}
      </TabSet>
    </Page>
  );
}
