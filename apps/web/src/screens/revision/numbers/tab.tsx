import { HStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { Term } from '../../../shared/terms/term.js';
import { Behind } from '../behind.js';
import { useText } from '../messages.js';
import { reportQuery, type Line } from '../queries.js';
import { questionOf } from '../question.js';
import { revisionRoute } from '../route.js';
import { unitsOf, type Unit } from '../units.js';
import { useMayOpen, useOrganisations, useSight } from '../use-question.js';
import { AllClocks } from './all-clocks.js';
import { OneClock } from './one-clock.js';
import { Judged } from './judged.js';

/** What the question comes to: one line for each frist, or one frist for each organisation. It is read when it is asked, not live: an audit is of one state of the ledger. */
export function NumbersTab() {
  const text = useText();
  const search = revisionRoute.useSearch();
  const report = useQuery(reportQuery(questionOf(search)));
  const groups = useGroups(report.data?.report.lines);
  const mayOpen = useMayOpen();
  if (report.isPending) return <Loading />;
  if (report.isError && report.data === undefined) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  const isOpen = search.vis !== undefined || search.grunn !== undefined || search.arsak !== undefined;
  return (
    <>
      <Judged report={report.data.report} />
      <HStack gap="space-24" paddingBlock="space-0 space-16">
        <Term id="andel-innen-frist" />
        <Term id="broken" />
        <Term id="met-late" />
        {mayOpen && <Term id="kvalitetssikret" />}
      </HStack>
      {groups.length === 0 && <Empty>{text('noNumbers')}</Empty>}
      {groups.length > 0 && search.frist === undefined && <AllClocks groups={groups} />}
      {search.frist !== undefined && groups.map((group) => <OneClock key={group.key} group={group} />)}
      {isOpen && mayOpen && <Behind />}
    </>
  );
}

/** One frist of one definition, with its organisations. */
export interface Group {
  readonly key: string;
  readonly definition: string;
  readonly clock: string;
  readonly units: readonly Unit[];
}

/** The lines that are shown, by frist. */
export function useGroups(lines: readonly Line[] = []): readonly Group[] {
  const organisations = useOrganisations();
  const sight = useSight();
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.definition} ${line.clock}`;
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return [...byKey].map(([key, own]) => ({ key, definition: own[0]!.definition, clock: own[0]!.clock, units: unitsOf(own, organisations, sight) })).filter(({ units }) => units.length > 0);
}
