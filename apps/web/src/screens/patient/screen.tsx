import { BodyShort } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { Problem } from '../../client/problem.js';
import { useLive } from '../../live/use-live.js';
import { useCommands } from '../../shared/commands.js';
import { AppLink } from '../../shared/link.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { TabSet } from '../../shared/tab-set.js';
import { AnswerReminder } from '../answer-reminder/answer-reminder.js';
import { NoAccess } from './break-glass/no-access.js';
import { ClocksTab } from './clocks/clocks-tab.js';
import { WhyThisDate } from './clocks/explanation.js';
import { EventsTab } from './events/events-tab.js';
import { PatientHeader } from './header.js';
import { useText } from './messages.js';
import { OrdersTab } from './orders/orders-tab.js';
import { pathwayKey, pathwayQuery, type Pathway } from './queries.js';
import { patientRoute } from './route.js';
import { RulesTab } from './rules/rules-tab.js';
import { isTab, tabs, type Tab } from './search.js';
import { isWorkTab, type WorkTab } from './tabs.js';
import { useShownTabs } from './use-shown-tabs.js';
import { WorkTabView } from './work-tabs.js';
import './patient.css';

/** What is in each of the page's own tabs. */
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
  if (pathway.error instanceof Problem && pathway.error.status === 404) return <NoAccess id={id} />;
  if (pathway.data === undefined) return <Page title={text('title')}><ProblemView error={pathway.error} retry={() => void pathway.refetch()} /></Page>;
  const { name } = pathway.data.patient;
  return (
    <Page title={name === null ? text('noName') : `${name.given} ${name.family}`}>
      <BodyShort spacing className="patient-back">
        <AppLink to="/">{text('back')}</AppLink>
      </BodyShort>
      {pathway.isError && <ProblemView error={pathway.error} retry={() => void pathway.refetch()} />}
      <AnswerReminder pathwayId={id} />
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
  const workTabs = useShownTabs();
  const shown: readonly (Tab | WorkTab)[] = useMemo(() => ['oversikt', 'gjor', 'hendelser', ...workTabs, 'regler'], [workTabs]);
  const tab = isTab(fane) && shown.includes(fane) ? fane : tabs[0];
  useCommands(useMemo(() => shown.map((one) => ({ id: `patient.${one}`, title: text('goTo', { tab: text(`tab-${one}`) }), ...(!isWorkTab(one) && { key: keys[one] }), run: () => void navigate({ search: { fane: one } }) })), [text, navigate, shown]));
  return (
    <TabSet label={text('tabs')} tabs={shown.map((id) => ({ id, name: text(`tab-${id}`) }))} chosen={tab} choose={(chosen) => void navigate({ search: { fane: chosen } })}>
      {isWorkTab(tab) ? <WorkTabView tab={tab} id={pathway.pathwayId} /> : <OwnTab tab={tab} pathway={pathway} />}
    </TabSet>
  );
}

function OwnTab({ tab, pathway }: { readonly tab: Tab; readonly pathway: Pathway }) {
  const Content = contents[tab];
  return <Content pathway={pathway} />;
}
