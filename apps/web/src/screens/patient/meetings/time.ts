import type { Meeting, MeetingTime } from './queries.js';

/** A meeting's time and place as they are typed: the day and clocks in Norway. */
export interface TypedTime {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly form: Meeting['form'];
  readonly place: string;
  readonly videoUrl: string;
}

export const noTime: TypedTime = { day: '', from: '', to: '', form: 'fysisk', place: '', videoUrl: '' };

/** Day and time apart, as a clock in Norway shows them. */
const inNorway = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });
const partsOf = (instant: string): readonly [day: string, time: string] => {
  const [day = '', time = ''] = inNorway.format(new Date(instant)).split(' ');
  return [day, time];
};

/** What stands in the form when a meeting is moved. */
export function typedFrom({ startsAt, endsAt, form, place, videoUrl }: Meeting): TypedTime {
  const [day, from] = partsOf(startsAt);
  return { day, from, to: partsOf(endsAt)[1], form, place: place ?? '', videoUrl: videoUrl ?? '' };
}

/** As the API takes it: without a zone it is Norwegian time. */
export const asTime = ({ day, from, to, form, place, videoUrl }: TypedTime): MeetingTime => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${to}`, form, place: place || null, videoUrl: videoUrl || null });
