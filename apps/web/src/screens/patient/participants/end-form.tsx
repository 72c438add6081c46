import { ReasonForm } from '../../../shared/reason-form.js';
import { toasts } from '../../../shared/toast-list.js';
import { useText } from './messages.js';
import { useEndGrant, useUnblock, type Participant } from './queries.js';

interface Props {
  readonly id: string;
  readonly one: Participant;
  readonly close: () => void;
  readonly refresh: () => void;
}

/** Ends somebody's part today, or lifts the patient's block. */
export function EndForm({ id, one, close, refresh }: Props) {
  const text = useText();
  const end = useEndGrant(id, one.id);
  const unblock = useUnblock(id, one.id);
  const isBlock = one.basis === 'blocked';
  const write = isBlock ? unblock : end;
  const submit = (reason: string): void => write.mutate(reason.trim() === '' ? {} : { reason }, { done: () => toasts.add(text(isBlock ? 'unblocked' : 'ended')), onSuccess: close });
  return <ReasonForm sealed required={false} label={text('reason')} save={text(isBlock ? 'unblock' : 'end')} write={write} submit={submit} cancel={close} refresh={refresh} />;
}
