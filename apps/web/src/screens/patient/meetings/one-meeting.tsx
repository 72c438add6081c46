import { Alert, BodyShort, Link } from '@navikt/ds-react';
import { instantShown, timeShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions, type Action } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { AgendaForm } from './agenda-form.js';
import { CalledOffForm } from './called-off-form.js';
import { HeldForm } from './held-form.js';
import { useText } from './messages.js';
import { MinutesForm } from './minutes-form.js';
import { MoveForm } from './move-form.js';
import { ParticipantForm } from './participant-form.js';
import { People } from './people.js';
import { invitationAddress, type Meeting } from './queries.js';
import { Written } from './written.js';

export interface MeetingProps {
  readonly id: string;
  readonly meeting: Meeting;
  readonly refresh: () => void;
}

const colours = { planned: 'info', held: 'success', 'not-held': 'warning', cancelled: 'neutral' } as const;

/** A meeting: when, who, what is agreed, and what may be done with it. */
export function OneMeeting({ id, meeting, mayWrite, refresh }: MeetingProps & { readonly mayWrite: boolean }) {
  const text = useText();
  const { language } = useLanguage();
  const actions = useActions({ id, meeting, refresh });
  const place = [text(`form-${meeting.form}`), meeting.place].filter((part) => part !== null);
  return (
    <Card title={meeting.title} state={{ name: text(`state-${meeting.state}`), colour: colours[meeting.state] }}>
      <BodyShort weight="semibold">{text('when', { from: instantShown(meeting.startsAt, language), to: timeShown(meeting.endsAt, language) })}</BodyShort>
      <BodyShort>{place.join(', ')}</BodyShort>
      {meeting.videoUrl !== null && <Link href={meeting.videoUrl} rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>{text('openVideo')}</Link>}
      <People id={id} meeting={meeting} mayWrite={mayWrite} refresh={refresh} />
      {meeting.state === 'planned' && <Check meeting={meeting} />}
      <Written meeting={meeting} />
      {meeting.state !== 'held' && (
        <Link href={invitationAddress(id, meeting.id)} download>
          {meeting.state === 'planned' ? text('invitation') : text('cancellationFile')}
        </Link>
      )}
      {mayWrite && <Actions about={meeting.id} list={actions} />}
    </Card>
  );
}

/** What the definition would say of the meeting with those who have not declined, before it is held. */
function Check({ meeting: { check } }: { readonly meeting: Meeting }) {
  const text = useText();
  const sentences = [...(check.refusal === null ? [] : [check.refusal]), ...check.warnings];
  if (sentences.length === 0) return null;
  return (
    <Alert size="small" variant="warning">
      <BodyShort weight="semibold">{text('check')}</BodyShort>
      {sentences.map((sentence) => (
        <BodyShort key={sentence}>{sentence}</BodyShort>
      ))}
    </Alert>
  );
}

function useActions(props: MeetingProps): readonly Action[] {
  const text = useText();
  const held: Action = { name: 'holdt', label: text('held'), form: (close) => <HeldForm {...props} close={close} /> };
  const move: Action = { name: 'flytt', label: text('move'), form: (close) => <MoveForm {...props} close={close} /> };
  const participant: Action = { name: 'deltaker', label: text('participant'), form: (close) => <ParticipantForm {...props} close={close} /> };
  const agenda: Action = { name: 'dagsorden', label: text('agendaEdit'), form: (close) => <AgendaForm {...props} close={close} /> };
  const minutes: Action = { name: 'referat', label: text('minutesWrite'), form: (close) => <MinutesForm {...props} close={close} /> };
  const cancel: Action = { name: 'avlys', label: text('cancel'), form: (close) => <CalledOffForm {...props} how="cancelled" close={close} /> };
  const notHeld: Action = { name: 'ikke-holdt', label: text('notHeld'), form: (close) => <CalledOffForm {...props} how="not-held" close={close} /> };
  return { planned: [held, move, participant, agenda, cancel, notHeld], held: [minutes, agenda], 'not-held': [], cancelled: [] }[props.meeting.state];
}
