import { BodyShort, Tabs } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useLive } from '../../live/use-live.js';
import { useCommands } from '../../shared/commands.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { ClocksTab } from './clocks/clocks-tab.js';
import { WhyThisDate } from './clocks/explanation.js';
import { EventsTab } from './events/events-tab.js';
import { PatientHeader } from './header.js';
import { useText } from './messages.js';
import { OrdersTab } from './orders/orders-tab.js';
import { pathwayKey, pathwayQuery, type Pathway } from './queries.js';
import { patientRoute } from './route.js';
import { RulesTab } from './rules/rules-tab.js';
import './patient.css';
import { isTab, tabs, type Tab } from './search.js';

/** What is in each tab. */
const contents: Readonly<Record<Tab, (props: { readonly pathway: Pathway }) => ReactNode>> = { oversikt: ClocksTab, gjor: OrdersTab, hendelser: EventsTab, regler: RulesTab };

/** The keys that go to a tab. */
const keys: Readonly<Record<Tab, string>> = { oversikt: 'o', gjor: 'g', hendelser: 'h', regler: 'r' };

/** One patient: who, where in the pathway, what is next, and beneath it the dates, what can be done, and what has happened. */
export function PatientScreen(): ReactNode {
  const text = useText();
  const { id } = patientRoute.useParams();
  const { frist } = patientRoute.useSearch();
  const pathway = useQuery(pathwayQuery(id));
  useLive(useMemo(() => pathwayKey(id), [id]));
  if (pathway.isPending) return <Loading />;
  if (pathway.data === undefined) return <Page title={text('title')}><ProblemView error={pathway.error} retry={() => void pathway.refetch()} /></Page>;
  const { name } = pathway.data.patient;
  return (
    <Page title={name === null ? text('noName') : `${name.given} ${name.family}`}>
      <BodyShort spacing className="patient-back">
        <AppLink to="/">{text('back')}</AppLink>
      </BodyShort>
      {pathway.isError && <ProblemView error={pathway.error} retry={() => void pathway.refetch()} />}
      <PatientHeader pathway={pathway.data} />
      <PatientTabs pathway={pathway.data} />
      {frist !== undefined && <WhyThisDate key={frist} pathway={pathway.data} clockKey={frist} />}
    </Page>
  );
}

function PatientTabs({ pathway }: { readonly pathway: Pathway }) {
  const text = useText();
  const { fane } = patientRoute.useSearch();
  const navigate = useNavigate({ from: patientRoute.fullPath });
  const tab = isTab(fane) ? fane : tabs[0];
  useCommands(useMemo(() => tabs.map((one) => ({ id: `patient.${one}`, title: text('goTo', { tab: text(`tab-${one}`) }), key: keys[one], run: () => void navigate({ search: { fane: one } }) })), [text, navigate]));
  const Content = contents[tab];
  return (
    <Tabs value={tab} onChange={(fane) => void navigate({ search: { fane } })} size="small">
      <Tabs.List aria-label={text('tabs')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one} label={text(`tab-${one}`)} />
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className="patient-panel">
        <Content pathway={pathway} />
      </Tabs.Panel>
    </Tabs>
  );
}
