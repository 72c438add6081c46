import { BodyShort, Button, Heading, HStack, Switch, VStack } from '@navikt/ds-react';
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
import { CorrectionForm } from './correction-form.js';
import { useText } from './messages.js';
import { useOwnerSaid } from './owner-said.js';
import { careKey, findingsQuery, retract, setFindingAside, takeFinding, type Finding } from './queries.js';
import { findingsRoute } from './route.js';
import type { Task } from './tabs.js';

/** Facts that do not fit: what is wrong, since when, who sees to it, and what can be done. */
export function FindingsTab() {
  const text = useText();
  const { apen, gjor, ferdige = false } = findingsRoute.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(findingsQuery(ferdige));
  const open = (key?: string, task?: Task): void => void navigate({ to: '/avvik', search: { fane: 'avvik', ...(ferdige && { ferdige }), ...(key !== undefined && { apen: key }), ...(task !== undefined && { gjor: task }) } });
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      <Switch size="small" checked={ferdige} onChange={() => void navigate({ to: '/avvik', search: { fane: 'avvik', ...(!ferdige && { ferdige: true as const }) } })}>{text('showAside')}</Switch>
      {list.isPending && <Loading />}
      {list.isError && list.data === undefined && <ProblemView error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && (list.data.pages[0]!.rows.length === 0 ? <Empty>{text(ferdige ? 'asideEmpty' : 'findingsEmpty')}</Empty> : (
        <Blocks label={text('avvik')}>
          {list.data.pages.flatMap(({ rows }) => rows).map((finding) => (
            <li key={`${finding.pathwayId} ${finding.key}`}><OneFinding finding={finding} task={apen === finding.key ? gjor : undefined} open={(task) => open(finding.key, task)} refresh={() => void list.refetch()} /></li>
          ))}
        </Blocks>
      ))}
      {list.hasNextPage && <div><Button size="small" variant="secondary" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text('more')}</Button></div>}
    </VStack>
  );
}

interface Props {
  readonly finding: Finding;
  readonly task: Task | undefined;
  readonly open: (task?: Task) => void;
  readonly refresh: () => void;
}

function OneFinding({ finding, task, open, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { patient, occurredOn, ageDays, whatToDo, setAside } = finding;
  const name = patient.name === null ? text('noName') : `${patient.name.given} ${patient.name.family}`;
  const mayCorrect = useMay('pathway.correct');
  return (
    <VStack gap="space-8">
      <Heading level="2" size="xsmall"><AppLink to="/pasient/$id" params={{ id: finding.pathwayId }}>{name}</AppLink></Heading>
      <BodyShort>{whatToDo}</BodyShort>
      <BodyShort size="small">{text('findingLine', { on: dayShown(occurredOn, language), age: text('days', { count: ageDays }) })}</BodyShort>
      <Owner finding={finding} refresh={refresh} />
      {task === undefined && (
        <HStack gap="space-8" wrap>
          {mayCorrect && !setAside && <Button size="small" variant="secondary" onClick={() => open('rett')}>{text('correct')}</Button>}
          {mayCorrect && !setAside && <Button size="small" variant="secondary" onClick={() => open('trekk')}>{text('retract')}</Button>}
          <Button size="small" variant="secondary" onClick={() => open('sett-til-side')}>{text(setAside ? 'bringBack' : 'setAside')}</Button>
        </HStack>
      )}
      {task === 'rett' && <CorrectionForm finding={finding} close={() => open()} name={name} />}
      {task === 'trekk' && <Retract finding={finding} name={name} close={() => open()} refresh={refresh} />}
      {task === 'sett-til-side' && <SetAside finding={finding} name={name} close={() => open()} refresh={refresh} />}
    </VStack>
  );
}

/** Who sees to it: somebody takes it, or gives it back. */
function Owner({ finding, refresh }: { readonly finding: Finding; readonly refresh: () => void }) {
  const text = useText();
  const ownerSaid = useOwnerSaid();
  const me = useQuery(meQuery);
  const may = useMay('findings.care');
  const write = useWrite(takeFinding(finding.pathwayId), [careKey]);
  const mine = finding.person !== null && finding.person === me.data?.id;
  return (
    <>
      <HStack gap="space-8" align="center" wrap>
        <span>{ownerSaid(finding.person)}</span>
        {may && !finding.setAside && (
          <Button size="xsmall" variant="tertiary" loading={write.isPending} onClick={() => write.mutate({ key: finding.key, person: mine ? null : 'me' })}>{text(mine ? 'giveBack' : 'take')}</Button>
        )}
      </HStack>
      <WriteProblem error={write.error} refresh={refresh} />
    </>
  );
}

interface FormProps {
  readonly finding: Finding;
  readonly name: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

function Retract({ finding, name, close, refresh }: FormProps) {
  const text = useText();
  const write = useWrite(retract(finding.pathwayId, finding.fact), [careKey, ['pathway', finding.pathwayId]]);
  const save = (reason: string): void => write.mutate({ reason }, { done: () => toasts.add(text('retracted', { name })), onSuccess: close });
  return <ReasonForm takesFocus label={text('reason')} save={text('retract')} follows={text('retractFollows')} write={write} submit={save} cancel={close} refresh={refresh} />;
}

function SetAside({ finding, name, close, refresh }: FormProps) {
  const text = useText();
  const aside = !finding.setAside;
  const write = useWrite(setFindingAside(finding.pathwayId), [careKey]);
  const undo = useWrite(setFindingAside(finding.pathwayId), [careKey]);
  const save = (reason: string): void =>
    write.mutate({ key: finding.key, aside, reason }, {
      done: () => toasts.add(text(aside ? 'asideDone' : 'broughtBack', { name }), () => undo.mutate({ key: finding.key, aside: !aside, reason: text('undone') }, { onError: ({ message }) => toasts.add(message) })), onSuccess: close,
    });
  return <ReasonForm takesFocus label={text('reason')} save={text(aside ? 'setAside' : 'bringBack')} follows={text(aside ? 'asideFollows' : 'backFollows')} write={write} submit={save} cancel={close} refresh={refresh} />;
}
