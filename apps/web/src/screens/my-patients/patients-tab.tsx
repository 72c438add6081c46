import { BodyShort, Button, Heading, HStack, Tag, VStack } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLive } from '../../live/use-live.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { AnswerForm } from '../answer-reminder/answer-form.js';
import { askedQuery } from '../answer-reminder/queries.js';
import { CommandForm } from '../patient/orders/command-form.js';
import { pathwayQuery } from '../patient/queries.js';
import { useText } from './messages.js';
import { myPatientsKey, myPatientsQuery, type Row } from './queries.js';
import { myPatientsRoute } from './route.js';

/** Roles of the definitions that a fastlege has. */
const mine = ['fastlege', 'henviser'];
const waitsOnMe = ({ next }: Row): boolean => next !== null && mine.includes(next.role);

/** Those that wait on me first, then the others; beside them the one that is open. */
export function PatientsTab() {
  const text = useText();
  const { pasient } = myPatientsRoute.useSearch();
  const list = useInfiniteQuery(myPatientsQuery);
  useLive(myPatientsKey);
  if (list.isPending) return <Loading />;
  if (list.isError && list.data === undefined) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty>{text('empty')}</Empty>;
  return (
    <div className="app-two">
      <VStack gap="space-12">
        <Group title={text('waitsOnMe')} rows={rows.filter(waitsOnMe)} empty={text('nothingWaits')} chosen={pasient} />
        <Group title={text('others')} rows={rows.filter((row) => !waitsOnMe(row))} empty={text('noOthers')} chosen={pasient} />
        {list.hasNextPage && <div><Button size="small" variant="secondary" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text('more')}</Button></div>}
      </VStack>
      {pasient !== undefined && <Patient key={pasient} id={pasient} />}
    </div>
  );
}

function Group({ title, rows, empty, chosen }: { readonly title: string; readonly rows: readonly Row[]; readonly empty: string; readonly chosen: string | undefined }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <section aria-label={title}>
      <Heading level="2" size="small">{title}</Heading>
      {rows.length === 0 ? <Empty>{empty}</Empty> : (
        <ul className="app-cards">
          {rows.map((row) => (
            <li key={row.pathwayId}>
              <AppLink to="/mine-pasienter" search={{ pasient: row.pathwayId }} {...(row.pathwayId === chosen && { 'aria-current': 'true' as const })}>
                {row.patient.name === null ? text('noName') : `${row.patient.name.family}, ${row.patient.name.given}`}
              </AppLink>
              {row.clock?.dueOn != null && <span>{text('next', { on: dayShown(row.clock.dueOn, language) })}</span>}
              {row.clock?.status === 'broken' && <Tag size="small" variant="outline" data-color="danger">{text('broken')}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One patient: where in the pathway, what is asked of me with its answers, and guidance. */
function Patient({ id }: { readonly id: string }) {
  const text = useText();
  const { language } = useLanguage();
  const { veiledning } = myPatientsRoute.useSearch();
  const navigate = useNavigate();
  const pathway = useQuery(pathwayQuery(id));
  const asked = useQuery(askedQuery(id));
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = pathway.isSuccess;
  useEffect(() => heading.current?.focus(), [isThere]);
  if (pathway.isPending || asked.isPending) return <section aria-label={text('patient')}><Loading /></section>;
  const failed = pathway.error ?? asked.error;
  if (failed !== null || pathway.data === undefined || asked.data === undefined) return <section aria-label={text('patient')}><ProblemView error={failed} retry={() => void Promise.all([pathway.refetch(), asked.refetch()])} /></section>;
  const { patient, step, nextSteps, clocks, definitionTitle } = pathway.data;
  const open = asked.data.asked.filter((one) => one.open);
  const titleOf = (key: string): string => clocks.find((clock) => clock.key === key)?.title ?? key;
  const ask = (isOpen: boolean): void => void navigate({ to: '/mine-pasienter', search: { pasient: id, ...(isOpen && { veiledning: true as const }) } });
  return (
    <section className="app-panel" aria-label={text('patient')}>
      <VStack gap="space-16">
        <Heading level="2" size="medium" ref={heading} tabIndex={-1}>{patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`}</Heading>
        <BodyShort>{text('where', { pathway: definitionTitle, step: step.title, since: dayShown(step.since, language) })}</BodyShort>
        <div><AppLink to="/pasient/$id" params={{ id }}>{text('openPatient')}</AppLink></div>
        <div>
          <Heading level="3" size="xsmall">{text('nextSteps')}</Heading>
          {nextSteps.length === 0 ? <Empty>{text('noNextSteps')}</Empty> : <ul className="app-lines">{nextSteps.map(({ clockKey, owner, dueOn }) => <li key={`${clockKey} ${owner}`}>{text(mine.includes(owner) ? 'stepMine' : 'stepOther', { title: titleOf(clockKey), on: dayShown(dueOn, language) })}</li>)}</ul>}
        </div>
        <div>
          <Heading level="3" size="xsmall">{text('asked')}</Heading>
          {open.length === 0 ? <Empty>{text('nothingAsked')}</Empty> : <ul className="app-blocks">{open.map((one) => <li key={one.id}><AnswerForm pathwayId={id} asked={one} /></li>)}</ul>}
        </div>
        {veiledning === true
          ? <CommandForm quick pathwayId={id} command="be-om-veiledning" filled={{ retning: 'primar-til-2-linje' }} changes={[myPatientsKey]} done={() => { toasts.add(text('guidanceAsked')); ask(false); }} cancel={() => ask(false)} />
          : <HStack><Button size="small" variant="secondary" onClick={() => ask(true)}>{text('askGuidance')}</Button></HStack>}
      </VStack>
    </section>
  );
}
