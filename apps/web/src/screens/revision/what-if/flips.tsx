import { BodyLong, BodyShort, Button, Heading, Modal, Table, Tag } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { components } from '../../../client/schema.js';
import { dayShown } from '../../../shared/day.js';
import { AppLink } from '../../../shared/link.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { WideTable } from '../../../shared/wide-table.js';
import { useText } from '../messages.js';
import { revisionRoute } from '../route.js';
import { changed, useGo } from '../use-question.js';
import { bothQuery, flipsQuery, type Flip, type Result } from './queries.js';

type Outcome = NonNullable<Flip['before']>['outcome'] | 'absent';

/** The frister with another outcome, and both explanations of one. */
export function Flips({ job, result }: { readonly job: string; readonly result: Result }) {
  const text = useText();
  const search = revisionRoute.useSearch();
  const { regel, fra, til, forklar } = search;
  const filter = { ...(regel !== undefined && { clock: regel }), ...(fra !== undefined && { from: fra as Outcome }), ...(til !== undefined && { to: til as Outcome }) };
  const list = useInfiniteQuery(flipsQuery(job, filter));
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = [regel, fra, til].filter((part) => part !== undefined).join(' ');
  useEffect(() => {
    if (chosen !== '') heading.current?.focus();
  }, [chosen]);
  if (result.flips === 0) return null;
  const total = list.data?.pages[0]?.total ?? 0;
  return (
    <>
      <Heading level="3" size="small" tabIndex={-1} ref={heading} spacing>
        {fra === undefined || til === undefined ? text('flips') : text('flipsFromTo', { from: text(`outcome-${fra as Outcome}`).toLocaleLowerCase(), to: text(`outcome-${til as Outcome}`).toLocaleLowerCase() })}
      </Heading>
      {result.listed < result.flips && <BodyShort spacing>{text('firstListed', { listed: result.listed, flips: result.flips })}</BodyShort>}
      {list.isPending && <Loading rows={3} />}
      {list.isError && list.data === undefined && <ProblemView error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <>
          <BodyShort spacing>
            <span role="status">{text('rows', { count: total })}</span>{' '}
            {chosen !== '' && (
              <AppLink to="/revisjon" search={changed(search, { regel: undefined, fra: undefined, til: undefined })} resetScroll={false}>
                {text('allFlips')}
              </AppLink>
            )}
          </BodyShort>
          {total === 0 ? <Empty>{text('noneBehind')}</Empty> : <Rows rows={list.data.pages.flatMap(({ rows }) => rows)} />}
        </>
      )}
      {list.hasNextPage && (
        <Button variant="secondary" size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text('more')}
        </Button>
      )}
      {forklar !== undefined && <Both job={job} of={forklar} />}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly Flip[] }) {
  const text = useText();
  return (
    <WideTable label={text('flips')} columns={(['patient', 'unit', 'start', 'before', 'after', 'why'] as const).map((column) => text(`column-${column}`))}>
      {rows.map((row) => <OneFlip key={`${row.pathwayId} ${row.key}`} row={row} />)}
    </WideTable>
  );
}

function OneFlip({ row: { pathwayId, organisation, key, before, after } }: { readonly row: Flip }) {
  const text = useText();
  const { language } = useLanguage();
  const search = revisionRoute.useSearch();
  const started = (before ?? after)?.startOn;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <AppLink to="/pasient/$id" params={{ id: pathwayId }} search={{ frist: key }}>
          {text('pathway', { id: pathwayId.slice(0, 8) })}
        </AppLink>
      </Table.HeaderCell>
      <Table.DataCell>{organisation.name}</Table.DataCell>
      <Table.DataCell>{started === undefined ? '–' : dayShown(started, language)}</Table.DataCell>
      {[before, after].map((side, n) => (
        <Table.DataCell key={n}>
          <SideSaid side={side} />
        </Table.DataCell>
      ))}
      <Table.DataCell>
        <AppLink to="/revisjon" search={changed(search, { forklar: `${pathwayId} ${key}` })} resetScroll={false} aria-label={text('bothOf', { id: pathwayId.slice(0, 8) })}>
          {text('both')}
        </AppLink>
      </Table.DataCell>
    </Table.Row>
  );
}

const colours = { broken: 'danger', 'met-late': 'danger', 'at-risk': 'warning', met: 'success' } as const;

function SideSaid({ side }: { readonly side: Flip['before'] }) {
  const text = useText();
  const { language } = useLanguage();
  if (side === null) return text('outcome-absent');
  return (
    <>
      <Tag size="xsmall" variant="outline" data-color={colours[side.outcome as keyof typeof colours] ?? 'neutral'}>
        {text(`outcome-${side.outcome}`)}
      </Tag>
      <span className="revision-sub">
        {side.dueOn === null ? text('noDue') : text('lastDay', { day: dayShown(side.dueOn, language) })}
        {side.metOn !== null && `. ${text('metOn', { day: dayShown(side.metOn, language) })}`}
      </span>
    </>
  );
}

/** Why the date is what it is, by the rules as they are and by the others, beside each other. */
function Both({ job, of }: { readonly job: string; readonly of: string }) {
  const text = useText();
  const go = useGo();
  const [id = '', key = ''] = of.split(' ');
  const both = useQuery(bothQuery(job, id, key));
  return (
    <Modal open onClose={() => go({ forklar: undefined }, true)} width="medium" header={{ heading: text('bothOf', { id: id.slice(0, 8) }), size: 'small' }}>
      <Modal.Body>
        {both.isPending && <Loading rows={3} />}
        {both.isError && both.data === undefined && <ProblemView error={both.error} retry={() => void both.refetch()} />}
        {both.data !== undefined && (
          <div className="revision-pair">
            <Why title={text('column-before')} explanation={both.data.before} />
            <Why title={text('column-after')} explanation={both.data.after} />
          </div>
        )}
      </Modal.Body>
    </Modal>
  );
}

function Why({ title, explanation }: { readonly title: string; readonly explanation: components['schemas']['WhatIfExplanation']['before'] }) {
  const text = useText();
  return (
    <section>
      <Heading level="2" size="xsmall">
        {title}
      </Heading>
      {explanation === null ? <BodyShort>{text('outcome-absent')}</BodyShort> : explanation.sentences.map((sentence) => <BodyLong key={sentence}>{sentence}</BodyLong>)}
    </section>
  );
}
