import type { Course, CourseInput } from './queries.js';

/** A session as it is typed: the day, and times of day in Norway. */
export interface WrittenSession {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** A course as it is typed. */
export interface Written {
  readonly kind: string;
  readonly title: string;
  readonly audience: string;
  readonly place: string;
  readonly videoUrl: string;
  readonly places: string;
  readonly answerDays: string;
  readonly sessions: readonly WrittenSession[];
}

export const noSession: WrittenSession = { date: '', from: '10:00', to: '14:00' };

/** What a new course begins with; `lms-kurs` is what the definitions call the courses of the LMS. */
export const newCourse: Written = { kind: 'lms-kurs', title: '', audience: '', place: '', videoUrl: '', places: '12', answerDays: '14', sessions: [noSession] };

const oslo = { timeZone: 'Europe/Oslo' } as const;
/** The Swedish way of writing is the ISO one. */
const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE', oslo);
const timeOf = (instant: string): string => new Date(instant).toLocaleTimeString('sv-SE', { ...oslo, hour: '2-digit', minute: '2-digit' });

/** A course as it stands, to be changed. */
export function writtenOf({ kind, title, audience, place, videoUrl, places, answerDays, sessions }: Course): Written {
  return {
    kind, title, audience: audience ?? '', place: place ?? '', videoUrl: videoUrl ?? '', places: String(places), answerDays: String(answerDays),
    sessions: sessions.map(({ startsAt, endsAt }) => ({ date: dayOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt) })),
  };
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** As the API takes it. */
export function inputOf({ kind, title, audience, place, videoUrl, places, answerDays, sessions }: Written): CourseInput {
  return { kind, title: title.trim(), audience: orNull(audience), place: orNull(place), videoUrl: orNull(videoUrl), places: Number(places), answerDays: Number(answerDays), sessions: [...sessions] };
}

/** A field that must be filled in before anything is sent. */
export type Lacking = 'title' | 'places' | 'answerDays' | 'sessions';

/** A time of day, as the API wants it. */
const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const whole = /^[1-9]\d*$/;

/** Which fields are not filled in as they must be. The API checks the rest. */
export function lackingIn({ title, places, answerDays, sessions }: Written): readonly Lacking[] {
  const isLacking: Readonly<Record<Lacking, boolean>> = {
    title: title.trim() === '', places: !whole.test(places), answerDays: !whole.test(answerDays),
    sessions: sessions.length === 0 || sessions.some(({ date, from, to }) => date === '' || !time.test(from) || !time.test(to)),
  };
  return (Object.keys(isLacking) as Lacking[]).filter((field) => isLacking[field]);
}
