import { BodyShort, Button, Heading, HStack, VStack } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery, useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { Blocks } from '../../shared/blocks.js';
import { dayShown } from '../../shared/day.js';
import { AppLink } from '../../shared/link.js';
import { ProblemView } from '../../shared/problem-view.js';
import { ReasonForm } from '../../shared/reason-form.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { pathwayKey, pathwayQuery } from '../patient/queries.js';
import { ReferralForm } from '../referrals/referral-form.js';
import { emptyReferral } from '../referrals/referral-values.js';
import { useText } from './messages.js';
import { useOwnerSaid } from './owner-said.js';
import { careKey, quarantineQuery, release, takePathway, type Quarantined } from './queries.js';
import { findingsRoute } from './route.js';
import type { Task } from './tabs.js';

/** Referrals that could not be accepted: why, since when, the frister that run, and how it ends. */
export function QuarantineTab() {
  const text = useText();
  const { apen, gjor } = findingsRoute.useSearch();
  const navigate = useNavigate();
  const may = useMay('quarantine.read');
  const list = useInfiniteQuery({ ...quarantineQuery, enabled: may });
  const open = (id: string, task?: Task): void => void navigate({ to: '/avvik', search: { fane: 'karantene', apen: id, ...(task !== undefined && { gjor: task }) } });
  if (!may) return <Empty>{text('quarantineForbidden')}</Empty>;
  if (list.isPending) return <Loading />;
  if (list.isError && list.data === undefined) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty>{text('quarantineEmpty')}</Empty>;
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      <Blocks label={text('karantene')}>
        {rows.map((row) => (
          <li key={row.pathwayId} {...(apen === row.pathwayId && { 'aria-current': 'true' as const })}>
            <OneRow row={row} today={list.data.pages[0]!.asOf} task={apen === row.pathwayId ? gjor : undefined} open={(task) => open(row.pathwayId, task)} refresh={() => void list.refetch()} />
          </li>
        ))}
      </Blocks>
      {list.hasNextPage && <div><Button size="small" variant="secondary" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text('more')}</Button></div>}
    </VStack>
  );
}

interface Props {
  readonly row: Quarantined;
  readonly today: string;
  readonly task: Task | undefined;
  readonly open: (task?: Task) => void;
  readonly refresh: () => void;
}

function OneRow({ row, today, task, open, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { patient, quarantine, daysLeft } = row;
  const may = useMay('quarantine.release');
  const name = patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`;
  const due = quarantine.frister[0]?.dueOn;
  return (
    <VStack gap="space-8">
      <Heading level="2" size="xsmall"><AppLink to="/pasient/$id" params={{ id: row.pathwayId }}>{name}</AppLink></Heading>
      <BodyShort>{text('receivedOn', { on: dayShown(quarantine.receivedOn, language) })}{quarantine.sourceSystem !== null && <> {text('from', { system: quarantine.sourceSystem })}</>}</BodyShort>
      <ul className="app-lines">{quarantine.reasons.map(({ code, sentence }) => <li key={`${code} ${sentence}`}>{sentence}</li>)}</ul>
      {due != null && <BodyShort>{text('fristRuns', { on: dayShown(due, language) })}{daysLeft !== null && <> {daysLeft >= 0 ? text('daysLeft', { count: daysLeft }) : text('daysOver', { count: -daysLeft })}</>}</BodyShort>}
      <Owner row={row} today={today} refresh={refresh} />
      {task === undefined && may && (
        <HStack gap="space-8" wrap>
          <Button size="small" onClick={() => open('ta-inn')}>{text('takeIn')}</Button>
          <Button size="small" variant="secondary" onClick={() => open('sett-til-side')}>{text('discard')}</Button>
        </HStack>
      )}
      {task === 'ta-inn' && <TakeIn row={row} today={today} name={name} close={() => open()} refresh={refresh} />}
      {task === 'sett-til-side' && <Discard row={row} today={today} name={name} close={() => open()} refresh={refresh} />}
    </VStack>
  );
}

/** Who follows the patient, and so sees to it. */
function Owner({ row, today, refresh }: { readonly row: Quarantined; readonly today: string; readonly refresh: () => void }) {
  const text = useText();
  const ownerSaid = useOwnerSaid();
  const me = useQuery(meQuery);
  const may = useMay('pathway.owners');
  const write = useWrite(takePathway(row.pathwayId, row.owner.role), [careKey, pathwayKey(row.pathwayId)]);
  const { person } = row.owner;
  const mine = person !== null && person === me.data?.id;
  return (
    <>
      <HStack gap="space-8" align="center" wrap>
        <span>{ownerSaid(person)}</span>
        {may && !mine && me.data !== undefined && <Button size="xsmall" variant="tertiary" loading={write.isPending} onClick={() => write.mutate({ person: me.data.id, occurredOn: today, expectedPosition: row.position })}>{text('take')}</Button>}
      </HStack>
      <WriteProblem error={write.error} refresh={refresh} />
    </>
  );
}

interface FormProps {
  readonly row: Quarantined;
  readonly today: string;
  readonly name: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Ends a quarantine. */
const useRelease = ({ pathwayId }: Quarantined) => useWrite(release(pathwayId), [careKey, pathwayKey(pathwayId)]);

/** The referral with what was wrong put right. The day it was received stands. */
function TakeIn({ row, today, name, close, refresh }: FormProps) {
  const text = useText();
  const pathway = useQuery(pathwayQuery(row.pathwayId));
  const write = useRelease(row);
  if (pathway.isPending) return <Loading rows={3} />;
  if (pathway.isError) return <ProblemView error={pathway.error} retry={() => void pathway.refetch()} />;
  const { patient, timeline } = pathway.data;
  const filled = {
    ...emptyReferral, number: patient.identifier?.value ?? '', given: patient.name?.given ?? '', family: patient.name?.family ?? '', birthDate: patient.birthDate ?? '',
    receivedOn: row.quarantine.receivedOn, text: timeline.find(({ text: words }) => words !== null)?.text ?? '',
  };
  return (
    <ReferralForm filled={filled} write={write} refresh={refresh} save={(referral) => write.mutate({ as: 'accepted', referral, on: today }, { done: () => toasts.add(text('takenIn', { name })), onSuccess: close })}>
      <Button size="small" type="button" variant="secondary" onClick={close}>{text('cancel')}</Button>
    </ReferralForm>
  );
}

function Discard({ row, today, name, close, refresh }: FormProps) {
  const text = useText();
  const write = useRelease(row);
  const save = (reason: string): void => write.mutate({ as: 'discarded', reason, on: today }, { done: () => toasts.add(text('discarded', { name })), onSuccess: close });
  return <ReasonForm takesFocus label={text('reason')} save={text('discard')} follows={text('discardFollows')} write={write} submit={save} cancel={close} refresh={refresh} />;
}
