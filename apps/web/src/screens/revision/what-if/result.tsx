import { BodyShort, Heading, ReadMore, Table } from '@navikt/ds-react';
import { dayShown } from '../../../shared/day.js';
import { AppLink } from '../../../shared/link.js';
import { Empty } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { percentShown } from '../figures.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { changed, useTitles } from '../use-question.js';
import type { Compared, Result } from './queries.js';

/** Before and after, for each frist and each organisation, and who goes from which outcome to which. */
export function ResultView({ result }: { readonly result: Result }) {
  const text = useText();
  const { language } = useLanguage();
  const { pathways, clocks, cells, asOf, knownAt } = result;
  return (
    <>
      <BodyShort spacing>
        {text('resultSaid', { read: pathways.read, followed: pathways.followed, changed: pathways.changed, day: dayShown(asOf, language), place: knownAt })}
        {pathways.unreadable > 0 && ` ${text('unreadable', { count: pathways.unreadable })}`}
      </BodyShort>
      {clocks.length === 0 && <Empty>{text('nothingChanges')}</Empty>}
      {clocks.length > 0 && (
        <>
          <WideTable label={text('allTogether')} columns={columnsOf(text, text('frist'))}>
            {clocks.map((one) => <OneRow key={one.clock} compared={one} name={one.title} />)}
          </WideTable>
          <Heading level="3" size="small" spacing>
            {text('whoChanges')}
          </Heading>
          <Changes clocks={clocks} />
          <Heading level="3" size="small" spacing>
            {text('perUnit')}
          </Heading>
          <WideTable label={text('perUnit')} columns={columnsOf(text, text('unit'))}>
            {cells.map((cell) => <OneRow key={`${cell.organisation.id} ${cell.definition} ${cell.clock}`} compared={cell} name={cell.organisation.name} sub={clocks.length > 1 ? cell.title : undefined} />)}
          </WideTable>
        </>
      )}
      <Made result={result} />
    </>
  );
}

const measures = ['shareBefore', 'shareAfter', 'difference', 'brokenBefore', 'brokenAfter', 'moved'] as const;
const columnsOf = (text: ReturnType<typeof useText>, first: string) => [first, ...measures.map((one) => ({ numbers: text(one) }))];

function OneRow({ compared: { before, after, moved }, name, sub }: { readonly compared: Compared; readonly name: string; readonly sub?: string | undefined }) {
  const { language } = useLanguage();
  const late = (side: Compared['before']): number => side.broken + side['met-late'];
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {name}
        {sub !== undefined && <span className="revision-sub">{sub}</span>}
      </Table.HeaderCell>
      {[percentShown(before.compliance, language), percentShown(after.compliance, language), <Points key="points" before={before.compliance} after={after.compliance} />, late(before), late(after), moved].map((cell, n) => (
        <Table.DataCell key={n} align="right">
          {cell}
        </Table.DataCell>
      ))}
    </Table.Row>
  );
}

/** The difference in percentage points, with its sign. */
function Points({ before, after }: { readonly before: number | null; readonly after: number | null }) {
  const { language } = useLanguage();
  if (before === null || after === null) return '–';
  return new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format((after - before) * 100);
}

/** How many go from which outcome to which; each opens them. */
function Changes({ clocks }: { readonly clocks: readonly Compared[] }) {
  const text = useText();
  const search = revisionRoute.useSearch();
  const rows = clocks.flatMap(({ clock, title, changes }) => changes.map((change) => ({ clock, title, ...change })));
  if (rows.length === 0) return <BodyShort spacing>{text('nobodyChanges')}</BodyShort>;
  return (
    <ul className="app-lines">
      {rows.map(({ clock, title, from, to, n }) => (
        <li key={`${clock} ${from} ${to}`}>
          <AppLink to="/revisjon" search={changed(search, { regel: clock, fra: from, til: to, forklar: undefined })} resetScroll={false}>
            {text('change', { count: n, title, from: text(`outcome-${from}`).toLocaleLowerCase(), to: text(`outcome-${to}`).toLocaleLowerCase() })}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** What the answer was made by: the same question of the same ledger gives the same hash. */
function Made({ result: { kernel, definitions, calendar, sha256 } }: { readonly result: Result }) {
  const text = useText();
  const titles = useTitles();
  return (
    <ReadMore size="small" header={text('madeBy')} className="revision-made">
      <dl className="app-facts">
        <dt>{text('basis-hash')}</dt>
        <dd><code>{sha256}</code></dd>
        <dt>{text('basis-kernel')}</dt>
        <dd>{kernel}</dd>
        {calendar !== null && (
          <>
            <dt>{text('calendar')}</dt>
            <dd>{`${calendar.id} ${calendar.version}`}</dd>
          </>
        )}
        <dt>{text('basis-definitions')}</dt>
        <dd>
          {definitions.map(({ named, ran, sha256: hash }) => (
            <div key={named}>
              {text('ran', { named: titles.definition(named.split('@')[0]!), ran })} <code>{hash}</code>
            </div>
          ))}
        </dd>
      </dl>
    </ReadMore>
  );
}
