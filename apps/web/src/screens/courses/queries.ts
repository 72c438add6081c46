import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../client/client.js';
import type { components } from '../../client/schema.js';

/** All that these screens read; what is live is told by this key. */
export const coursesKey = ['courses'] as const;

export type Course = components['schemas']['Course'];
export type Offer = components['schemas']['CourseOffer'];
export type CourseInput = components['schemas']['CourseRequest'];
export type StepInput = components['schemas']['CourseStepRequest'];
export type Presence = Offer['attendance'][number]['state'];

/** The courses of one's own unit, the next one first; with `past` those too that are over or cancelled. */
export const coursesQuery = (past: boolean) =>
  queryOptions({ queryKey: [...coursesKey, 'list', past], queryFn: ({ signal }) => read(api.GET('/api/v1/courses', { signal, params: { query: { past: past ? 'true' : 'false' } } })) });

export const courseQuery = (course: string) =>
  queryOptions({ queryKey: [...coursesKey, 'one', course], queryFn: ({ signal }) => read(api.GET('/api/v1/courses/{course}', { signal, params: { path: { course } } })) });

/** Offers of a course to patients whom one sees. */
export const offersQuery = (course: string) =>
  queryOptions({ queryKey: [...coursesKey, 'offers', course], queryFn: ({ signal }) => read(api.GET('/api/v1/course-offers', { signal, params: { query: { course } } })) });

const header = (key: string) => ({ 'Idempotency-Key': key });

/** Makes a course, or changes the one that is given. */
export const saveCourse = (course: string | null, body: CourseInput, key: string): Promise<Course> =>
  read(course === null ? api.POST('/api/v1/courses', { params: { header: header(key) }, body }) : api.PUT('/api/v1/courses/{course}', { params: { path: { course }, header: header(key) }, body }));

export const cancelCourse = (course: string, reason: string, key: string): Promise<Course> =>
  read(api.POST('/api/v1/courses/{course}/cancellation', { params: { path: { course }, header: header(key) }, body: { reason } }));

/** Records an answer to an offer or how the course ended; it is recorded on the patient's pathway too. */
export const stepOffer = ({ pathwayId: id, id: offer }: Offer, body: StepInput, key: string): Promise<object> =>
  read(api.POST('/api/v1/pathways/{id}/course-offers/{offer}/steps', { params: { path: { id, offer }, header: header(key) }, body }));

export const recordPresence = ({ pathwayId: id, id: offer }: Offer, session: string, state: Presence, key: string): Promise<Offer> =>
  read(api.PUT('/api/v1/pathways/{id}/course-offers/{offer}/attendance/{session}', { params: { path: { id, offer, session }, header: header(key) }, body: { state } }));
