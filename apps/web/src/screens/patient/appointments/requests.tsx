import { BodyShort, Select, VStack } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../client/me.js';
import { dayShown } from '../../../shared/day.js';
import { instantShown } from '../../../shared/instant.js';
import { ProblemView } from '../../../shared/problem-view.js';
import { Empty, Loading } from '../../../shared/states.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteForm } from '../../../shared/write-form.js';
import { Actions } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { DayField } from '../parts/day-field.js';
import { PlainList } from '../parts/plain-list.js';
import { useText } from './messages.js';
import { requestsQuery, useAskForAppointment, useWithdrawRequest, type AppointmentRequest, type Wish } from './queries.js';

interface Props {
  readonly id: string;
}

/** What those who book have been asked for, the last first, and the form to ask. */
export function Requests({ id }: Props) {
  const text = useText();
  const mayAsk = useMay('appointments.request');
  const requests = useQuery(requestsQuery(id));
  const refresh = (): void => void requests.refetch();
  return (
    <VStack gap="space-12">
      {mayAsk && <Actions list={[{ name: 'be-om-time', label: text('ask'), form: (close) => <Ask id={id} close={close} refresh={refresh} /> }]} />}
      {requests.isPending && <Loading rows={2} />}
      {requests.isError && requests.data === undefined && <ProblemView error={requests.error} retry={refresh} />}
      {requests.data?.requests.length === 0 && <Empty>{text('noRequests')}</Empty>}
      <PlainList>
        {requests.data?.requests.map((request) => <OneRequest key={request.id} id={id} request={request} mayAsk={mayAsk} refresh={refresh} />)}
      </PlainList>
    </VStack>
  );
}

const colours = { asked: 'warning', answered: 'success', withdrawn: 'neutral' } as const;

function OneRequest({ id, request, mayAsk, refresh }: Props & { readonly request: AppointmentRequest; readonly mayAsk: boolean; readonly refresh: () => void }) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Card state={{ name: text(`state-${request.state}`), colour: colours[request.state] }}>
      <BodyShort>{text('requested', { kind: text(`kind-${request.kind}`), day: dayShown(request.beforeOn, language) })}</BodyShort>
      <BodyShort size="small">{text('askedAt', { when: instantShown(request.askedAt, language) })}</BodyShort>
      {request.appointment !== null && <BodyShort size="small">{text('answeredBy', { when: instantShown(request.appointment.startsAt, language) })}</BodyShort>}
      {mayAsk && request.state === 'asked' && <Actions about={request.id} list={[{ name: 'trekk', label: text('withdraw'), form: (close) => <Withdraw id={id} request={request} close={close} refresh={refresh} /> }]} />}
    </Card>
  );
}

const kinds = ['oppstart', 'oppfolging', 'mote', 'undersokelse'] as const;

interface FormProps extends Props {
  readonly close: () => void;
  readonly refresh: () => void;
}

function Ask({ id, close, refresh }: FormProps) {
  const text = useText();
  const [wish, setWish] = useState<Wish>({ kind: 'oppstart', beforeOn: '' });
  const write = useAskForAppointment(id);
  const submit = (): void => write.mutate(wish, { done: () => toasts.add(text('askDone')), onSuccess: close });
  return (
    <WriteForm save={text('ask')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <Select size="small" label={text('kind')} value={wish.kind} onChange={({ target }) => setWish({ ...wish, kind: kinds.find((kind) => kind === target.value) ?? wish.kind })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {text(`kind-${kind}`)}
          </option>
        ))}
      </Select>
      <DayField required label={text('before')} description={text('askHelp')} value={wish.beforeOn} onChange={(beforeOn) => setWish({ ...wish, beforeOn })} />
    </WriteForm>
  );
}

function Withdraw({ id, request, close, refresh }: FormProps & { readonly request: AppointmentRequest }) {
  const text = useText();
  const write = useWithdrawRequest(id);
  return (
    <WriteForm save={text('withdraw')} write={write} cancel={close} refresh={refresh} submit={() => write.mutate({ request: request.id }, { done: () => toasts.add(text('withdrawDone')), onSuccess: close })}>
      <BodyShort>{text('withdrawHelp')}</BodyShort>
    </WriteForm>
  );
}
