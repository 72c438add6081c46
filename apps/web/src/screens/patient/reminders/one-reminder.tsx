import { BodyShort, ReadMore } from '@navikt/ds-react';
import { useMay } from '../../../client/me.js';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions, type Action } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { useDefinition } from '../definition.js';
import { AnswerForm } from './answer-form.js';
import { useText } from './messages.js';
import { SendNowForm, StopForm } from './steering.js';
import { Proof } from './proof.js';
import { useCodes } from './use-codes.js';
import type { Reminder } from './queries.js';

interface Props {
  readonly id: string;
  readonly reminder: Reminder;
  readonly refresh: () => void;
}

const colours = {
  planned: 'neutral', sending: 'neutral', sent: 'info', delivered: 'info', read: 'info', acknowledged: 'success', answered: 'success', done: 'success', escalated: 'warning', failed: 'danger', suppressed: 'neutral',
} as const;
/** It still waits for somebody. */
const isOpen = ({ state, purpose }: Reminder): boolean => purpose === 'ask' && ['planned', 'sending', 'sent', 'delivered', 'read', 'acknowledged'].includes(state);

/** A reminder: of what, to whom, how far it has come, and its proof step by step. */
export function OneReminder({ id, reminder, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const titles = useDefinition(id);
  const { reason } = useCodes();
  const mayAnswer = useMay('pathway.command');
  const maySteer = useMay('reminders.steer') && reminder.state === 'planned';
  const props = { id, reminder: reminder.id, refresh };
  const actions: readonly Action[] = [
    ...(mayAnswer && isOpen(reminder) && reminder.sentAt !== null ? [{ name: 'svar', label: text('register'), form: (close: () => void) => <AnswerForm id={id} reminder={reminder} close={close} refresh={refresh} /> }] : []),
    ...(maySteer ? [{ name: 'send-na', label: text('sendNow'), form: (close: () => void) => <SendNowForm {...props} close={close} /> }] : []),
    ...(maySteer && reminder.purpose === 'ask' ? [{ name: 'stopp', label: text('stop'), form: (close: () => void) => <StopForm {...props} close={close} /> }] : []),
  ];
  const whom = reminder.receiverName === null ? titles.role(reminder.role) : text('receiver', { role: titles.role(reminder.role), name: reminder.receiverName });
  return (
    <Card title={titles.duty(reminder.duty)} state={{ name: text(`state-${reminder.state}`), colour: colours[reminder.state] }}>
      <BodyShort>{text(`purpose-${reminder.purpose}`, { whom })}</BodyShort>
      <BodyShort size="small">{reminder.sentAt === null ? text('notBefore', { when: instantShown(reminder.dueAt, language) }) : text('sentAt', { when: instantShown(reminder.sentAt, language) })}</BodyShort>
      {reminder.code !== null && <BodyShort>{reason(reminder.code)}</BodyShort>}
      {reminder.answer !== null && <BodyShort>{text(`answer-${reminder.answer}`)}</BodyShort>}
      <ReadMore size="small" header={text('proof', { count: reminder.entries.length })}>
        <Proof entries={reminder.entries} />
      </ReadMore>
      <Actions about={reminder.id} list={actions} />
    </Card>
  );
}
