import { BodyLong, VStack } from '@navikt/ds-react';
import { toasts } from '../../../shared/toast-list.js';
import { ReasonForm } from '../../../shared/reason-form.js';
import { WriteForm } from '../../../shared/write-form.js';
import { useText } from './messages.js';
import { useSendNow, useStopReminder } from './queries.js';

interface Props {
  readonly id: string;
  readonly reminder: string;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** One reminder does not leave; says that the duty stands. */
export function StopForm({ id, reminder, close, refresh }: Props) {
  const text = useText();
  const write = useStopReminder(id, reminder);
  const submit = (reason: string): void => write.mutate({ reason }, { done: () => toasts.add(text('stopped')), onSuccess: close });
  return (
    <VStack gap="space-8">
      <BodyLong>{text('stopMeans')}</BodyLong>
      <ReasonForm sealed label={text('whyStop')} save={text('stop')} write={write} submit={submit} cancel={close} refresh={refresh} />
    </VStack>
  );
}

/** One reminder leaves before its time; says when that is. */
export function SendNowForm({ id, reminder, close, refresh }: Props) {
  const text = useText();
  const write = useSendNow(id, reminder);
  const submit = (): void => write.mutate(null, { done: () => toasts.add(text('hastened')), onSuccess: close });
  return (
    <WriteForm save={text('sendNow')} write={write} submit={submit} cancel={close} refresh={refresh}>
      <BodyLong>{text('sendNowMeans')}</BodyLong>
    </WriteForm>
  );
}
