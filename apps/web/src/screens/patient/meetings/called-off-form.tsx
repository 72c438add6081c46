import { ReasonForm } from '../../../shared/reason-form.js';
import { toasts } from '../../../shared/toast-list.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useCancelMeeting, useNotHeld } from './queries.js';

/** The meeting is called off before its day, or nobody met; with the reason. */
export function CalledOffForm({ id, meeting, how, refresh, close }: MeetingProps & { readonly how: 'cancelled' | 'not-held'; readonly close: () => void }) {
  const text = useText();
  const cancel = useCancelMeeting(id, meeting.id);
  const notHeld = useNotHeld(id, meeting.id);
  const write = how === 'cancelled' ? cancel : notHeld;
  const submit = (reason: string): void => write.mutate({ text: reason }, { done: () => toasts.add(text(`done-${how}`)), onSuccess: close });
  return <ReasonForm sealed label={text(`why-${how}`)} save={how === 'cancelled' ? text('cancel') : text('notHeld')} write={write} submit={submit} cancel={close} refresh={refresh} />;
}
