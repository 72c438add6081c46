import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../../client/client.js';
import type { components } from '../../../client/schema.js';
import { useWrite } from '../../../client/use-write.js';
import { pathwayKey } from '../queries.js';

export type CourseOffer = components['schemas']['CourseOffer'];
export type Course = components['schemas']['Course'];
export type OfferInput = components['schemas']['CourseOfferRequest'];
export type StepInput = components['schemas']['CourseStepRequest'];
export type Attendance = components['schemas']['AttendanceRequest']['state'];

export const offersQuery = (id: string) =>
  queryOptions({ queryKey: [...pathwayKey(id), 'course-offers'], queryFn: ({ signal }) => read(api.GET('/api/v1/pathways/{id}/course-offers', { signal, params: { path: { id } } })) });

/** Also those that are over, since patients have been to them. */
export const coursesQuery = queryOptions({ queryKey: ['courses', 'all'], queryFn: ({ signal }) => read(api.GET('/api/v1/courses', { signal, params: { query: { past: 'true' } } })) });
/** Those that somebody can still be offered. */
export const openCoursesQuery = queryOptions({ queryKey: ['courses', 'open'], queryFn: ({ signal }) => read(api.GET('/api/v1/courses', { signal })) });

const changed = (id: string) => [pathwayKey(id), ['courses']] as const;

export const useOfferCourse = (id: string) =>
  useWrite(({ input, key }: { readonly input: OfferInput; readonly key: string }) => read(api.POST('/api/v1/pathways/{id}/course-offers', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: input })), changed(id));

export const useStepOffer = (id: string, offer: string) =>
  useWrite<StepInput, unknown>(({ input, key }) => read(api.POST('/api/v1/pathways/{id}/course-offers/{offer}/steps', { params: { path: { id, offer }, header: { 'Idempotency-Key': key } }, body: input })), changed(id));

export const useAttendance = (id: string, offer: string) =>
  useWrite<{ session: string; state: Attendance }, unknown>(
    ({ input: { session, state }, key }) => read(api.PUT('/api/v1/pathways/{id}/course-offers/{offer}/attendance/{session}', { params: { path: { id, offer, session }, header: { 'Idempotency-Key': key } }, body: { state } })), changed(id));
