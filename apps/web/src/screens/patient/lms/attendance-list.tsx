import { BodyShort, HStack, Select, VStack } from '@navikt/ds-react';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { toasts } from '../../../shared/toast-list.js';
import { WriteProblem } from '../../../shared/write-problem.js';
import { useText } from './messages.js';
import { useAttendance, type Attendance, type Course, type CourseOffer } from './queries.js';

const states = ['present', 'absent', 'excused'] as const satisfies readonly Attendance[];

interface Props {
  readonly id: string;
  readonly offer: CourseOffer;
  readonly course: Course;
  readonly refresh: () => void;
}

/** Who came: this patient at each of the course's sessions. Saved as it is chosen, and can be put right. */
export function AttendanceList({ id, offer, course, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const write = useAttendance(id, offer.id);
  const choose = (session: string, chosen: string): void => {
    const state = states.find((one) => one === chosen);
    if (state !== undefined) write.mutate({ session, state }, { done: () => toasts.add(text('attendanceDone')) });
  };
  return (
    <VStack gap="space-8">
      <BodyShort weight="semibold">{text('attendance')}</BodyShort>
      {course.sessions.map((session) => (
        <HStack key={session.id} gap="space-8" align="center">
          <Select
            size="small" label={instantShown(session.startsAt, language)} disabled={write.isPending}
            value={offer.attendance.find(({ sessionId }) => sessionId === session.id)?.state ?? ''} onChange={({ target }) => choose(session.id, target.value)}
          >
            <option value="">{text('notRegistered')}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {text(`attendance-${state}`)}
              </option>
            ))}
          </Select>
        </HStack>
      ))}
      <WriteProblem error={write.error} refresh={refresh} />
    </VStack>
  );
}
