import { Select, Table } from '@navikt/ds-react';
import { toasts } from '../../../shared/toast-list.js';
import { WideTable } from '../../../shared/wide-table.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { Invited } from './invited.js';
import { useText } from './messages.js';
import type { MeetingProps } from './one-meeting.js';
import { useNoteAnswer, type MeetingAnswer, type MeetingParticipant } from './queries.js';

const answers = ['accepted', 'declined', 'tentative'] as const satisfies readonly MeetingAnswer[];

/** An answer is read without being opened. */
const wideEnough = { minWidth: '8.5rem' } as const;

/** Who is asked, what they answered, and afterwards who came. An answer is noted as it is chosen. */
export function People({ id, meeting, mayWrite, refresh }: MeetingProps & { readonly mayWrite: boolean }) {
  const text = useText();
  const write = useNoteAnswer(id, meeting.id);
  const canAnswer = mayWrite && meeting.state === 'planned';
  const choose = (participant: string, chosen: string): void => {
    const answer = answers.find((one) => one === chosen);
    if (answer !== undefined) write.mutate({ participant, answer }, { done: () => toasts.add(text('answerNoted')) });
  };
  const answerShown = ({ id: participant, title, answer, attended }: MeetingParticipant) => {
    if (attended !== null) return attended ? text('attended') : text('notAttended');
    if (!canAnswer) return answer === null ? text('noAnswer') : text(`answer-${answer}`);
    return (
      <Select size="small" hideLabel style={wideEnough} label={text('answerOf', { who: title })} disabled={write.isPending} value={answer ?? ''} onChange={({ target }) => choose(participant, target.value)}>
        <option value="" disabled>{text('noAnswer')}</option>
        {answers.map((one) => (
          <option key={one} value={one}>
            {text(`answer-${one}`)}
          </option>
        ))}
      </Select>
    );
  };
  return (
    <>
      <WideTable label={text('peopleOf', { title: meeting.title })} columns={(['who', 'name', 'email', 'mail', 'answer'] as const).map((column) => text(column))}>
        {meeting.participants.map((one) => (
          <Table.Row key={one.id}>
            <Table.HeaderCell scope="row">{one.required ? text('required', { who: one.title }) : one.title}</Table.HeaderCell>
            <Table.DataCell>{one.name ?? text('notNamed')}</Table.DataCell>
            <Table.DataCell>{one.email ?? text('noEmail')}</Table.DataCell>
            <Table.DataCell><Invited participant={one} meeting={meeting} /></Table.DataCell>
            <Table.DataCell>{answerShown(one)}</Table.DataCell>
          </Table.Row>
        ))}
      </WideTable>
      <WriteProblem error={write.error} refresh={refresh} />
    </>
  );
}
