import { BodyLong, BodyShort, CopyButton, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Loading } from '../../shared/states.js';
import { inLanguage, useLanguage } from '../../shared/texts.js';
import { downloads, nprDownloads } from './downloads.js';
import { useText } from './messages.js';
import { indicatorsQuery, reportQuery, type Report } from './queries.js';
import { fileSearch, nprSearch, questionAt } from './question.js';
import { revisionRoute } from './route.js';
import { useMayOpen, useTitles } from './use-question.js';

/** What the report was made of, how it is held to its bytes, and its files. */
export function BasisTab() {
  const text = useText();
  const search = revisionRoute.useSearch();
  const question = questionAt(search, search.enhet);
  const report = useQuery(reportQuery(question));
  const mayOpen = useMayOpen();
  if (report.isPending) return <Loading />;
  if (report.isError && report.data === undefined) return <ProblemView error={report.error} retry={() => void report.refetch()} />;
  return (
    <>
      <BodyLong spacing>{text('basisText')}</BodyLong>
      <Facts report={report.data.report} sha256={report.data.sha256} />
      <Heading level="2" size="small" spacing>
        {text('files')}
      </Heading>
      <ul className="app-lines">
        {downloads.map(({ id, path }) => (
          <li key={id}>
            <a className="aksel-link" href={`${path}?${fileSearch(question)}`} download>
              {text(`download-${id}`)}
            </a>
          </li>
        ))}
        <li>
          <a className="aksel-link" href={`/api/v1/compliance/report?${fileSearch(question)}`} download="fristrapport.json">
            {text('download-json')}
          </a>
        </li>
      </ul>
      {mayOpen && <NprFiles search={nprSearch(question)} />}
      <Verify report={report.data.report} />
      <Indicators />
    </>
  );
}

/** The referrals received in the period, as rows to be held against what the hospital reports. */
function NprFiles({ search }: { readonly search: string }) {
  const text = useText();
  return (
    <section className="revision-npr">
      <Heading level="2" size="small" spacing>
        {text('nprTitle')}
      </Heading>
      <BodyLong spacing>{text('nprText')}</BodyLong>
      <ul className="app-lines">
        {nprDownloads.map(({ id, path }) => (
          <li key={id}>
            <a className="aksel-link" href={`${path}?${search}`} download>
              {text(`download-${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ report: { query, stamp, definitions, suppressed }, sha256 }: { readonly report: Report; readonly sha256: string }) {
  const text = useText();
  const { language } = useLanguage();
  const titles = useTitles();
  const { kernel, calendars, ledger } = stamp;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('basis-hash'), <span key="hash" className="revision-hash"><code>{sha256}</code><CopyButton size="xsmall" copyText={sha256} text={text('copyHash')} /></span>],
    [text('basis-asOf'), dayShown(query.asOf, language)],
    [text('basis-known'), query.knownAt === null ? text('knownNow') : text('knownThen', { place: query.knownAt })],
    [text('basis-definitions'), definitions.map(({ id, versions }) => `${titles.definition(id)} ${versions.join(', ')}`).join('; ') || '–'],
    [text('basis-calendars'), calendars.map(({ id, version }) => `${id} ${version}`).join(', ') || '–'],
    [text('basis-kernel'), kernel],
    [text('basis-place'), query.knownAt === null ? <Hold key="place" place={ledger.position} /> : ledger.position],
    [text('basis-root'), ledger.root === null ? text('noRoot') : text('root', { day: dayShown(ledger.root.day, language), hash: ledger.root.hash })],
    [text('basis-since'), ledger.since ?? text('sinceMany')],
    [text('basis-small'), text(suppressed === 'none' ? 'smallShown' : 'suppressed')],
  ];
  return (
    <dl className="app-facts revision-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The place, with the same question held to it: what is recorded later changes nothing of its answer. */
function Hold({ place }: { readonly place: number }) {
  const text = useText();
  const search = revisionRoute.useSearch();
  return (
    <>
      {place}{' '}
      <AppLink to="/revisjon" search={{ ...search, kjent: place }} resetScroll={false}>
        {text('holdTo')}
      </AppLink>
    </>
  );
}

/** How the same numbers are had again from the ledger. */
function Verify({ report: { query } }: { readonly report: Report }) {
  const text = useText();
  return (
    <section className="revision-verify">
      <Heading level="2" size="small" spacing>
        {text('verifyTitle')}
      </Heading>
      <BodyLong spacing>{text('verifyText')}</BodyLong>
      <pre tabIndex={0} role="region" aria-label={text('commands')}>{`npx forlop verify --report fristrapport.json\n${auditCommand(query)}`}</pre>
      <BodyShort size="small">{text('verifyMore')}</BodyShort>
    </section>
  );
}

/** The command that makes the same report. */
function auditCommand({ from, to, asOf, knownAt, cohort, organisation, definition, clocks, only = {} }: Report['query']): string {
  const options = [
    ['from', from], ['to', to], ['as-of', asOf], ...(knownAt === null ? [] : [['known-at', knownAt]]), ...(cohort === 'started' ? [] : [['cohort', cohort]]), ...(organisation === null ? [] : [['org', organisation]]),
    ...(definition === null ? [] : [['definition', definition]]), ...(clocks === null ? [] : [['clock', clocks.join(' ')]]),
    ...Object.entries(only).map(([by, word]) => [by === 'version' ? 'definition-version' : by, word]), ['out', 'ny-rapport.json'],
  ];
  return `npx forlop audit ${options.map(([name, value]) => `--${name} ${value}`).join(' ')}`;
}

/** Every number written out. */
function Indicators() {
  const text = useText();
  const { language } = useLanguage();
  const indicators = useQuery(indicatorsQuery).data?.indicators ?? [];
  return (
    <section>
      <Heading level="2" size="small" spacing>
        {text('indicators')}
      </Heading>
      <ul className="app-blocks">
        {indicators.map(({ id, name, numerator, denominator, exclusions, source }) => (
          <li key={id}>
            <Heading level="3" size="xsmall">
              {inLanguage(name, language)}
            </Heading>
            <BodyShort>{text('numerator', { words: inLanguage(numerator, language) })}</BodyShort>
            {denominator !== null && <BodyShort>{text('denominator', { words: inLanguage(denominator, language) })}</BodyShort>}
            <BodyShort>{text('exclusions', { words: inLanguage(exclusions, language) })}</BodyShort>
            <BodyShort size="small" textColor="subtle">
              {text('sourceIs', { source })}
            </BodyShort>
          </li>
        ))}
      </ul>
    </section>
  );
}
