import { BodyShort, Heading, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Reserved } from '../../../shared/reserved.js';
import { Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions, type Action } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { useDefinition } from '../definition.js';
import { PlainList } from '../parts/plain-list.js';
import { EndForm } from './end-form.js';
import { HolderForm } from './holder-form.js';
import { useText } from './messages.js';
import { participantsQuery, type Participant } from './queries.js';

interface Props {
  readonly id: string;
}

/** Who sees the pathway, saw it or will, and whom the patient has blocked. */
export function Seers({ id }: Props) {
  const text = useText();
  const mayGrant = useMay('pathway.participants');
  const mayBlock = useMay('pathway.block');
  const participants = useQuery(participantsQuery(id));
  const refresh = (): void => void participants.refetch();
  const actions: readonly Action[] = [
    ...(mayGrant ? [{ name: 'ny-deltaker', label: text('grant'), form: (close: () => void) => <HolderForm id={id} kind="grant" close={close} refresh={refresh} /> }] : []),
    ...(mayBlock ? [{ name: 'sperr', label: text('block'), form: (close: () => void) => <HolderForm id={id} kind="block" close={close} refresh={refresh} /> }] : []),
  ];
  return (
    <VStack gap="space-12">
      <Heading level="3" size="xsmall">
        {text('seers')}
      </Heading>
      <Actions list={actions} />
      <Reserved action="pathway.participants" what={text('grant')} />
      <Reserved action="pathway.block" what={text('block')} />
      {participants.isPending && <Loading rows={3} />}
      {participants.isError && participants.data === undefined && <ProblemView error={participants.error} retry={refresh} />}
      <PlainList label={text('seers')}>
        {participants.data?.participants.map((one) => <Seer key={`${one.basis} ${one.id}`} id={id} one={one} mayEnd={one.basis === 'blocked' ? mayBlock : mayGrant} refresh={refresh} />)}
      </PlainList>
    </VStack>
  );
}

const colours = { responsible: 'info', participant: 'success', contact: 'success', blocked: 'danger' } as const;

function Seer({ id, one, mayEnd, refresh }: Props & { readonly one: Participant; readonly mayEnd: boolean; readonly refresh: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  const titles = useDefinition(id);
  const from = dayShown(one.from, language);
  const canEnd = mayEnd && one.through === null && (one.basis === 'participant' || one.basis === 'blocked');
  return (
    <Card title={one.organisation?.name ?? one.name ?? text('noName')} level="4" state={{ name: text(`basis-${one.basis}`), colour: one.now ? colours[one.basis] : 'neutral' }}>
      <BodyShort size="small">
        {[...(one.basis === 'participant' || one.basis === 'contact' ? [titles.role(one.role)] : []), one.through === null ? text('since', { from }) : text('between', { from, through: dayShown(one.through, language) })].join(' · ')}
      </BodyShort>
      {one.steps !== null && <BodyShort size="small">{text('onlyIn', { steps: one.steps.map(titles.step).join(', ') })}</BodyShort>}
      {!one.now && <BodyShort size="small">{one.basis === 'blocked' ? text('blockNotNow') : text('notNow')}</BodyShort>}
      {canEnd && <Actions about={one.id} list={[{ name: one.basis === 'blocked' ? 'opphev' : 'avslutt', label: text(one.basis === 'blocked' ? 'unblock' : 'end'), form: (close) => <EndForm id={id} one={one} close={close} refresh={refresh} /> }]} />}
    </Card>
  );
}
