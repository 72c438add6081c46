import { BodyShort, Heading, HStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { Term } from '../../../shared/terms/term.js';
import { useText } from '../messages.js';
import { Judged } from '../numbers/judged.js';
import { Meaning } from '../numbers/one-clock.js';
import { useGroups, type Group } from '../numbers/tab.js';
import { reportQuery } from '../queries.js';
import { periodOf, questionAt } from '../question.js';
import { revisionRoute } from '../route.js';
import { useSight, useTitles } from '../use-question.js';
import { ControlChart } from './control-chart.js';
import { Distribution } from './distribution.js';
import { Funnel } from './funnel.js';
import { Survival } from './survival.js';
import { Years } from './years.js';

/** How many years stand beside the one that is asked about. */
const yearsBeside = 4;

/** The numbers of one frist as pictures: change told from noise, waiting, and units and years beside each other. */
export function ChartsTab() {
  const text = useText();
  const search = revisionRoute.useSearch();
  const { within, own } = useSight();
  const question = questionAt(search, within ?? own ?? undefined);
  const report = useQuery({ ...reportQuery(question, { detail: true }), enabled: search.frist !== undefined });
  const groups = useGroups(report.data?.report.lines);
  if (search.frist === undefined) return <Empty>{text('chooseClock')}</Empty>;
  if (report.isPending) return <Loading />;
  if (report.isError && report.data === undefined) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  return (
    <>
      <Judged report={report.data.report} />
      <HStack gap="space-24" paddingBlock="space-0 space-16">
        <Term id="kontrollkort" />
        <Term id="kaplan-meier" />
        <Term id="trakt" />
      </HStack>
      {groups.length === 0 && <Empty>{text('noNumbers')}</Empty>}
      {groups.map((group) => (
        <Charts key={group.key} group={group}>
          {report.data.report.funnels.filter(({ definition, clock }) => definition === group.definition && clock === group.clock).map((funnel) => <Funnel key={funnel.among} funnel={funnel} />)}
        </Charts>
      ))}
    </>
  );
}

function Charts({ group: { definition, clock, units }, children }: { readonly group: Group; readonly children: ReactNode }) {
  const text = useText();
  const titles = useTitles();
  const [unit, ...others] = units;
  if (unit === undefined || others.length > 0) return <Empty>{text('chooseUnit')}</Empty>;
  const { detail, asRegistered } = unit.line;
  const open = (asRegistered?.running ?? 0) + (asRegistered?.atRisk ?? 0);
  return (
    <section aria-label={titles.clock(definition, clock)}>
      <Heading level="2" size="medium">
        {titles.clock(definition, clock)}
      </Heading>
      <BodyShort textColor="subtle" spacing>
        {titles.definition(definition)} · {clock} · {unit.name}
      </BodyShort>
      {detail != null && (
        <>
          {open > 0 && <BodyShort spacing>{text('stillOpen', { count: open })}</BodyShort>}
          <ControlChart title={text('shareByMonth')} chart={detail.shareByMonth} />
          <Meaning id="kontrollkort-andel" />
          <ControlChart title={text('waitByMonth')} chart={detail.waitByMonth} />
          <Meaning id="kontrollkort-ventetid" />
          <Survival survival={detail.survival} />
          <Meaning id="overlevelse" />
          <Distribution detail={detail} />
        </>
      )}
      {children}
      <Meaning id="trakt" />
      <YearOnYear definition={definition} clock={clock} unit={unit.id} />
    </section>
  );
}

/** The same question over the years before too. */
function YearOnYear({ definition, clock, unit }: { readonly definition: string; readonly clock: string; readonly unit: string }) {
  const search = revisionRoute.useSearch();
  const year = Number(periodOf(search).slice(0, 4));
  const report = useQuery(reportQuery({ ...questionAt(search, unit), definition, clock, from: `${year - yearsBeside}-01-01`, to: `${year}-12-31` }, { detail: true }));
  if (report.isPending) return <Loading rows={3} />;
  if (report.isError && report.data === undefined) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  const detail = report.data.report.lines.find(({ organisation }) => organisation === unit)?.detail;
  return detail == null ? null : <Years years={detail.years} />;
}
