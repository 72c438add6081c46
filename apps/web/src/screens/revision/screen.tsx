import { BodyLong } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery, useMay } from '../../client/me.js';
import { Problem } from '../../client/problem.js';
import { Page } from '../../shared/page.js';
import { ProblemView } from '../../shared/problem-view.js';
import { useRoleName } from '../../shared/role-name.js';
import { TabSet } from '../../shared/tab-set.js';
import { BasisTab } from './basis-tab.js';
import { ChartsTab } from './charts/tab.js';
import { Choices } from './choices.js';
import { ForecastTab } from './forecast/tab.js';
import { GlassTab } from './glass/tab.js';
import { useText } from './messages.js';
import { NumbersTab } from './numbers/tab.js';
import { QualityTab } from './quality/tab.js';
import { revisionRoute } from './route.js';
import './revision.css';
import { SchedulesTab } from './schedules/tab.js';
import { tabs, type Tab } from './search.js';
import { useGo, useMayOpen } from './use-question.js';
import { WhatIfTab } from './what-if/tab.js';

/** What each tab asks of one's roles. */
const actionOf: Readonly<Record<Tab, string>> = { tall: 'compliance.read', kurver: 'compliance.open', kvalitet: 'compliance.open', 'hva-om': 'what-if.run', prognose: 'forecast.read', grunnlag: 'compliance.read', faste: 'compliance.open', nodtilgang: 'break-glass.read' };

/** The audit of frister: a number, what it is made of, and what another rule would have meant. */
export function RevisionScreen(): ReactNode {
  const text = useText();
  const may = useMay('compliance.read');
  return (
    <Page title={text('title')}>
      {may ? <Audit /> : <Refused />}
    </Page>
  );
}

function Audit() {
  const text = useText();
  const go = useGo();
  const mayOpen = useMayOpen();
  const { fane = 'tall' } = revisionRoute.useSearch();
  const actions = (useQuery(meQuery).data?.actions ?? []) as readonly string[];
  const shown = tabs.filter((tab) => actions.includes(actionOf[tab]));
  const chosen = shown.includes(fane) ? fane : 'tall';
  return (
    <>
      <BodyLong spacing>{text(mayOpen ? 'intro' : 'introHidden')}</BodyLong>
      <TabSet label={text('tabs')} tabs={shown.map((id) => ({ id, name: text(`tab-${id}`) }))} chosen={chosen} choose={(tab) => go({ fane: tab === 'tall' ? undefined : tab })}>
        {asksOf.includes(chosen) && <Choices tab={chosen} />}
        <Shown tab={chosen} />
      </TabSet>
    </>
  );
}

/** The tabs that answer the question in the address; the others have questions of their own. */
const asksOf: readonly Tab[] = ['tall', 'kurver', 'kvalitet', 'grunnlag'];

function Shown({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'kurver':
      return <ChartsTab />;
    case 'kvalitet':
      return <QualityTab />;
    case 'hva-om':
      return <WhatIfTab />;
    case 'prognose':
      return <ForecastTab />;
    case 'faste':
      return <SchedulesTab />;
    case 'nodtilgang':
      return <GlassTab />;
    case 'grunnlag':
      return <BasisTab />;
    default:
      return <NumbersTab />;
  }
}

/** As the API says it, without asking it for what it refuses. */
function Refused() {
  const text = useText();
  const roleName = useRoleName();
  const holders = useQuery(meQuery).data?.othersMay['compliance.read'] ?? [];
  return <ProblemView error={new Problem({ status: 403, title: '', code: 'forbidden', detail: text('reservedFor', { who: holders.map(roleName).join(', ') }) })} />;
}
