import { Alert, BodyShort, Button, CopyButton, HStack, Select, TextField, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../../client/use-write.js';
import { Blocks } from '../../shared/blocks.js';
import { instantShown } from '../../shared/instant.js';
import { ProblemView } from '../../shared/problem-view.js';
import { ReasonForm } from '../../shared/reason-form.js';
import { Empty, Loading } from '../../shared/states.js';
import { useLanguage } from '../../shared/texts.js';
import { toasts } from '../../shared/toast-list.js';
import { WriteProblem } from '../../shared/write-problem.js';
import { useText } from './messages.js';
import { addSubscriber, endSubscriber, pingSubscriber, rotateSecret, subscribersKey, subscribersQuery, type Subscriber, type SubscriberInput } from './queries.js';
import { useOpen } from './use-open.js';

/** Record systems that get reminders. A secret is shown once, when it is made. */
export function SubscribersTab() {
  const text = useText();
  const { apen, open } = useOpen('abonnenter');
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery(subscribersQuery);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemView error={list.error} retry={() => void list.refetch()} />;
  return (
    <VStack gap="space-12" paddingBlock="space-12">
      {secret !== null && (
        <Alert variant="warning">
          <BodyShort spacing>{text('secretOnce')}</BodyShort>
          <HStack gap="space-8" align="center" wrap><code className="app-written">{secret}</code><CopyButton copyText={secret} text={text('copy')} activeText={text('copied')} size="small" /><Button size="small" variant="secondary" data-color="neutral" onClick={() => setSecret(null)}>{text('secretKept')}</Button></HStack>
        </Alert>
      )}
      {apen === 'ny' ? <Form close={() => open()} made={setSecret} /> : <div><Button size="small" onClick={() => open('ny')}>{text('addSubscriber')}</Button></div>}
      {list.data.subscribers.length === 0 ? <Empty>{text('noSubscribers')}</Empty> : (
        <Blocks label={text('abonnenter')}>
          {list.data.subscribers.map((subscriber) => <li key={subscriber.id}><One subscriber={subscriber} isOpen={apen === subscriber.id} open={open} made={setSecret} refresh={() => void list.refetch()} /></li>)}
        </Blocks>
      )}
    </VStack>
  );
}

interface Props {
  readonly subscriber: Subscriber;
  readonly isOpen: boolean;
  readonly open: (what?: string) => void;
  readonly made: (secret: string | null) => void;
  readonly refresh: () => void;
}

function One({ subscriber, isOpen, open, made, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { id, label, url, figures, ping, endedAt, endedWhy } = subscriber;
  const asked = useWrite(pingSubscriber(id), [subscribersKey]);
  const rotated = useWrite(rotateSecret(id), [subscribersKey]);
  const ended = useWrite(endSubscriber(id), [subscribersKey]);
  return (
    <VStack gap="space-8">
      <BodyShort weight="semibold">{label}</BodyShort>
      <BodyShort className="app-written">{url}</BodyShort>
      <BodyShort size="small">{text('figures', { sent: figures.sent, underWay: figures.underWay, dead: figures.dead })}</BodyShort>
      {ping !== null && <BodyShort size="small">{ping.doneAt === null ? text('pingAsked') : ping.code === null ? text('pingGood', { at: instantShown(ping.doneAt, language) }) : text('pingBad', { at: instantShown(ping.doneAt, language), code: ping.code })}</BodyShort>}
      {endedAt !== null && <BodyShort size="small">{text('subscriberEnded', { at: instantShown(endedAt, language), why: endedWhy ?? '' })}</BodyShort>}
      {endedAt === null && !isOpen && (
        <HStack gap="space-8" wrap>
          <Button size="xsmall" variant="secondary" loading={asked.isPending} onClick={() => asked.mutate(null, { done: () => toasts.add(text('pingAsked')) })}>{text('ping')}</Button>
          <Button size="xsmall" variant="secondary" loading={rotated.isPending} onClick={() => rotated.mutate({ previousDays: 7 }, { onSuccess: ({ secret }) => made(secret) })}>{text('rotate')}</Button>
          <Button size="xsmall" variant="secondary" onClick={() => open(id)}>{text('endSubscriber')}</Button>
        </HStack>
      )}
      <WriteProblem error={asked.error ?? rotated.error} refresh={refresh} />
      {isOpen && <ReasonForm takesFocus label={text('why')} save={text('endSubscriber')} write={ended} refresh={refresh} cancel={() => open()} submit={(why) => ended.mutate({ why }, { onSuccess: () => { toasts.add(text('endedSubscriber', { label })); open(); } })} />}
    </VStack>
  );
}

function Form({ close, made }: { readonly close: () => void; readonly made: (secret: string | null) => void }) {
  const text = useText();
  const write = useWrite(addSubscriber, [subscribersKey]);
  const [typed, setTyped] = useState({ label: '', url: '', by: 'herId', number: '' });
  const set = (name: keyof typeof typed) => ({ size: 'small' as const, autoComplete: 'off', value: typed[name], onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }) });
  const save = (): void => {
    const serves = [typed.by === 'herId' ? { herId: typed.number.trim() } : { orgNumber: typed.number.trim() }] as SubscriberInput['serves'];
    write.mutate({ label: typed.label, url: typed.url, serves }, { onSuccess: ({ secret }) => { made(secret); close(); } });
  };
  return (
    <form className="app-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <VStack gap="space-12">
        <TextField label={text('label')} required autoFocus {...set('label')} />
        <TextField label={text('url')} description={text('urlHelp')} type="url" required {...set('url')} />
        <Select label={text('serves')} {...set('by')}>
          <option value="herId">{text('herId')}</option>
          <option value="orgNumber">{text('orgNumber')}</option>
        </Select>
        <TextField label={text('servesNumber')} inputMode="numeric" required {...set('number')} />
        <WriteProblem error={write.error} refresh={() => undefined} />
        <HStack gap="space-8">
          <Button size="small" loading={write.isPending}>{text('addSubscriber')}</Button>
          <Button size="small" type="button" variant="secondary" onClick={close}>{text('cancel')}</Button>
        </HStack>
      </VStack>
    </form>
  );
}
