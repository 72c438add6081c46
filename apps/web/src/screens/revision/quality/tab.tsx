import { BodyLong, BodyShort, Table } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../../shared/link.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { inLanguage, useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { Behind } from '../behind.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { Judged } from '../numbers/judged.js';
import { Meaning } from '../numbers/one-clock.js';
import { useGroups, type Group } from '../numbers/tab.js';
import { indicatorsQuery, reportQuery } from '../queries.js';
import { questionAt } from '../question.js';
import { revisionRoute } from '../route.js';
import { changed, useSight, useTitles } from '../use-question.js';

/** What distorts the numbers: by frist and reason, with what puts it right, and what the number would become. */
export function QualityTab() {
  const text = useText();
  const search = revisionRoute.useSearch();
  const { within, own } = useSight();
  const report = useQuery(reportQuery(questionAt(search, within ?? own ?? undefined)));
  const queues = useGroups(report.data?.report.lines).flatMap(queueOf).sort((a, b) => b.count - a.count);
  if (report.isPending) return <Loading />;
  if (report.isError && report.data === undefined) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  return (
    <>
      <Judged report={report.data.report} />
      <BodyLong spacing>{text('qualityText')}</BodyLong>
      <Meaning id="kvalitetssikret" />
      {queues.length === 0 ? <Empty>{text('nothingDistorts')}</Empty> : <Queue rows={queues} />}
      {search.forvrenger !== undefined && <Behind />}
    </>
  );
}

interface Distorted {
  readonly definition: string;
  readonly clock: string;
  readonly unit: string;
  readonly unitName: string;
  readonly defect: string;
  readonly count: number;
  readonly share: number | null;
  readonly wouldBe: number | null;
}

const queueOf = ({ definition, clock, units }: Group): readonly Distorted[] =>
  units.flatMap(({ id, name, line }) => Object.entries(line.leftOut ?? {}).map(([defect, count]) => ({
    definition, clock, unit: id, unitName: name, defect, count, share: line.asRegistered?.compliance?.rate ?? null, wouldBe: line.wouldBe?.[defect]?.rate ?? null,
  })));

function Queue({ rows }: { readonly rows: readonly Distorted[] }) {
  const text = useText();
  return (
    <WideTable label={text('queue')} columns={[text('distortion'), text('frist'), text('remedy'), { numbers: text('records') }, { numbers: text('registered') }, { numbers: text('wouldBe') }]}>
      {rows.map((row) => (
        <OneDistortion key={`${row.definition} ${row.clock} ${row.unit} ${row.defect}`} row={row} />
      ))}
    </WideTable>
  );
}

function OneDistortion({ row: { definition, clock, unit, unitName, defect, count, share, wouldBe } }: { readonly row: Distorted }) {
  const text = useText();
  const { language } = useLanguage();
  const titles = useTitles();
  const search = revisionRoute.useSearch();
  const said = useQuery(indicatorsQuery).data?.defects.find(({ id }) => id === defect);
  const isOpen = search.forvrenger === defect && search.frist === clock && search.forlop === definition;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {said === undefined ? defect : inLanguage(said.title, language)}
        {said?.byDesign === true && <span className="revision-sub">{text('byDesign')}</span>}
      </Table.HeaderCell>
      <Table.DataCell>
        {titles.clock(definition, clock)}
        <span className="revision-sub">{titles.definition(definition)}</span>
      </Table.DataCell>
      <Table.DataCell>{said !== undefined && <BodyShort size="small">{inLanguage(said.remedy, language)}</BodyShort>}</Table.DataCell>
      <Table.DataCell align="right">
        <AppLink
          to="/revisjon" search={changed(search, { forlop: definition, frist: clock, forvrenger: defect, ved: unit })} resetScroll={false}
          aria-label={text('opens', { count, what: said === undefined ? defect : inLanguage(said.title, language), name: unitName })} {...(isOpen && { 'aria-current': true })}
        >
          {count}
        </AppLink>
      </Table.DataCell>
      <Table.DataCell align="right">{percentShown(share, language)}</Table.DataCell>
      <Table.DataCell align="right">{percentShown(wouldBe, language)}</Table.DataCell>
    </Table.Row>
  );
}
