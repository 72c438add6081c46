import { BodyLong, BodyShort, Button, HStack, Switch, VStack } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery, useMay } from '../../client/me.js';
import { useWrite } from '../../client/use-write.js';
import { Blocks } from '../../shared/blocks.js';
import { instantShown } from '../../shared/instant.js';
import { ProblemView } from '../../shared/problem-view.js';
import { ReasonForm } from '../../shared/reason-form.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { AttachForm } from './attach-form.js';
import { useText } from './messages.js';
import { useOwnerSaid } from './owner-said.js';
import { careKey, messageQuery, setMessageAside, takeMessage, unmatchedQuery, type Unmatched } from './queries.js';
import { findingsRoute } from './route.js';
import type { Task } from './tabs.js';

/** Messages that came and belong to nothing that was sent. What they say is shown when somebody opens one, which is recorded. */
export function MessagesTab() {
  const text = useText();
  const { apen, gjor, ferdige = false } = findingsRoute.useSearch();
  const navigate = useNavigate();
  const may = useMay('unmatched.read');
  const list = useInfiniteQuery({ ...unmatchedQuery(ferdige), enabled: may });
  const open = (id?: string, task?: Task): void => void navigate({ to: '/avvik', search: { fane: 'meldinger', ...(ferdige && { ferdige }), ...(id !== undefined && { apen: id }), ...(task !== undefined && { gjor: task }) } });
  if (!may) return <Empty>{text('messagesForbidden')}</Empty>;
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      <Switch size="small" checked={ferdige} onChange={() => void navigate({ to: '/avvik', search: { fane: 'meldinger', ...(!ferdige && { ferdige: true as const }) } })}>{text('showSettled')}</Switch>
      {list.isPending && <Loading />}
      {list.isError && list.data === undefined && <ProblemView error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && (list.data.pages[0]!.rows.length === 0 ? <Empty>{text(ferdige ? 'settledEmpty' : 'messagesEmpty')}</Empty> : (
        <Blocks label={text('meldinger')}>
          {list.data.pages.flatMap(({ rows }) => rows).map((message) => (
            <li key={message.id}><OneMessage message={message} isOpen={apen === message.id} task={apen === message.id ? gjor : undefined} open={(task) => open(message.id, task)} close={() => open()} refresh={() => void list.refetch()} /></li>
          ))}
        </Blocks>
      ))}
      {list.hasNextPage && <div><Button size="small" variant="secondary" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text('more')}</Button></div>}
    </VStack>
  );
}

interface Props {
  readonly message: Unmatched;
  readonly isOpen: boolean;
  readonly task: Task | undefined;
  readonly open: (task?: Task) => void;
  readonly close: () => void;
  readonly refresh: () => void;
}

function OneMessage({ message, isOpen, task, open, close, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const me = useQuery(meQuery);
  const take = useWrite(takeMessage(message.id), [careKey]);
  const ownerSaid = useOwnerSaid();
  const owner = message.owner?.replace(/^person:/, '') ?? null;
  const mine = owner !== null && owner === me.data?.id;
  return (
    <VStack gap="space-8">
      <BodyShort weight="semibold">{text('messageLine', { kind: text(`kind-${message.kind}`), at: instantShown(message.receivedAt, language) })}</BodyShort>
      <BodyShort>{text(message.code === 'wrong-sender' ? 'why-wrong-sender' : message.code === 'unknown-message' ? 'why-unknown' : 'why-unreadable')}{message.senderHerId !== null && <> {text('fromHerId', { herId: message.senderHerId })}</>}</BodyShort>
      {message.settledAt !== null ? <BodyShort>{text(message.outcome === 'attached' ? 'wasAttached' : 'wasAside', { at: instantShown(message.settledAt, language) })}</BodyShort> : (
        <HStack gap="space-8" align="center" wrap>
          <span>{ownerSaid(owner)}</span>
          <Button size="xsmall" variant="tertiary" loading={take.isPending} onClick={() => take.mutate(mine ? { person: null } : {})}>{text(mine ? 'giveBack' : 'take')}</Button>
        </HStack>
      )}
      <WriteProblem error={take.error} refresh={refresh} />
      {!isOpen && <div><Button size="small" variant="secondary" onClick={() => open()}>{text('openMessage')}</Button></div>}
      {isOpen && <Opened message={message} task={task} open={open} close={close} refresh={refresh} />}
    </VStack>
  );
}

function Opened({ message, task, open, close, refresh }: Omit<Props, 'isOpen'>) {
  const text = useText();
  const opened = useQuery(messageQuery(message.id));
  const aside = useWrite(setMessageAside(message.id), [careKey, ['message', message.id]]);
  if (opened.isPending) return <Loading rows={2} />;
  if (opened.isError) return <ProblemView error={opened.error} retry={() => void opened.refetch()} />;
  const save = (reason: string): void => aside.mutate({ reason }, { done: () => toasts.add(text('messageAside')), onSuccess: close });
  return (
    <VStack gap="space-8">
      {opened.data.text === null ? <BodyShort>{text('noWords')}</BodyShort> : <BodyLong className="app-written">{opened.data.text}</BodyLong>}
      {message.settledAt === null && task === undefined && (
        <HStack gap="space-8" wrap>
          <Button size="small" onClick={() => open('legg-pa')}>{text('attach')}</Button>
          <Button size="small" variant="secondary" onClick={() => open('sett-til-side')}>{text('setAside')}</Button>
          <Button size="small" variant="tertiary" onClick={close}>{text('closeMessage')}</Button>
        </HStack>
      )}
      {task === 'legg-pa' && <AttachForm id={message.id} readable={opened.data.text !== null} close={close} cancel={() => open()} refresh={refresh} />}
      {task === 'sett-til-side' && <ReasonForm takesFocus label={text('reason')} save={text('setAside')} follows={text('messageAsideFollows')} write={aside} submit={save} cancel={() => open()} refresh={refresh} />}
    </VStack>
  );
}
