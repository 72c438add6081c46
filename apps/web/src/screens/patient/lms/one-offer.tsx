import { BodyShort } from '@navikt/ds-react';
import { dayShown } from '../../../shared/day.js';
import { instantShown } from '../../../shared/instant.js';
import { useLanguage } from '../../../shared/texts.js';
import { Actions } from '../parts/actions.js';
import { Card } from '../parts/card.js';
import { AttendanceList } from './attendance-list.js';
import { useText } from './messages.js';
import { StepForm } from './step-form.js';
import { stepsFrom } from './steps.js';
import type { Course, CourseOffer } from './queries.js';

interface Props {
  readonly id: string;
  readonly offer: CourseOffer;
  /** Undefined for one that whoever looks does not see. */
  readonly course: Course | undefined;
  readonly refresh: () => void;
}

const colours = {
  waiting: 'warning', offered: 'info', accepted: 'success', declined: 'neutral', 'not-relevant': 'neutral', withdrawn: 'neutral', completed: 'success', interrupted: 'warning', 'course-cancelled': 'warning',
} as const;

/** An offer of a course, with what can become of it. */
export function OneOffer({ id, offer, course, refresh }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const day = (label: 'offeredOn' | 'answerByShown' | 'answeredOn', date: string | null): string[] => (date === null ? [] : [text(label, { day: dayShown(date, language) })]);
  const days = [...day('offeredOn', offer.offeredOn), ...day('answerByShown', offer.state === 'offered' ? offer.answerBy : null), ...day('answeredOn', offer.answeredOn)];
  return (
    <Card title={offer.courseTitle} state={{ name: text(`state-${offer.state}`), colour: colours[offer.state] }}>
      {offer.place !== null && <BodyShort>{text('place', { place: offer.place })}</BodyShort>}
      {offer.movedUpAt !== null && <BodyShort>{text('movedUp', { when: instantShown(offer.movedUpAt, language) })}</BodyShort>}
      {days.length > 0 && <BodyShort size="small">{days.join(' · ')}</BodyShort>}
      {course?.cancelledReason != null && <BodyShort>{text('cancelledSince', { reason: course.cancelledReason })}</BodyShort>}
      {course !== undefined && (offer.state === 'accepted' || offer.attendance.length > 0) && <AttendanceList id={id} offer={offer} course={course} refresh={refresh} />}
      <Actions about={offer.id} list={stepsFrom(offer.state).map((step) => ({ name: step, label: text(`step-${step}`), form: (close) => <StepForm id={id} offer={offer} step={step} close={close} refresh={refresh} /> }))} />
    </Card>
  );
}
